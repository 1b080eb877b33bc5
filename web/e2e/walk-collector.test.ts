/**
 * From the public press to the investigators, on the real server with real browsers and the real
 * collector: a newspaper is collected into signed parcels, these are carried in on a medium, a
 * paper that is registered only then is found in them, an officer judges at the desk by keyboard,
 * and the incident ends in a package that its receiver checks alone. The steps build on each other
 * in the order of the file.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { readStoredZip } from '../../testkit/evidence-case.ts';
import { opensslAuthority } from '../../testkit/openssl-authority.ts';
import { launchBrowser } from './browser.ts';
import { type DeskHouse, openHouse, registerPaper } from './walk-desk.ts';
import { collect, niemphong, type RunningServer, startServer } from './walk-server.ts';
import { configure, exportChannel, openNewspaper } from './walk-site.ts';
import { Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A search back begins within a minute. */
const SEARCHED_MS = 120_000;

describe('from the collector to the package', { skip }, () => {
  const closing: (() => Promise<void>)[] = [];
  const life = { after: (close: () => Promise<void>) => void closing.unshift(close) };
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let house: DeskHouse;
  let incident = '';
  let packed = '';
  const outside = () => join(folder, 'outside');
  const medium = () => join(folder, 'medium');
  const data = () => join(folder, 'data');

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-collector-'));
    life.after(() => rm(folder, { recursive: true, force: true }));
    const authority = await opensslAuthority(life);
    // The servers of other walks start from this process too.
    life.after(async () => {
      delete process.env.NIEMPHONG_TSA_URL;
      delete process.env.NIEMPHONG_TSA_CA;
    });
    process.env.NIEMPHONG_TSA_URL = authority.url;
    process.env.NIEMPHONG_TSA_CA = join(authority.folder, 'ca.pem');
    server = await startServer(data());
    life.after(async () => void (await server.stop()));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
    life.after(() => browser.close());
    house = await openHouse(stage);
  });
  after(async () => {
    for (const close of closing) await close();
  });

  test('the administrator registers the key that the collector printed', async () => {
    const { page, open } = house.quocan;
    const { code, out } = await collect('init', '--state', outside());
    assert.equal(code, 0);
    await open('/watch/intake');
    await page.getByText('Chưa có máy thu thập nào được đăng ký').waitFor();
    await stage.look(page, 'collector-none');
    await page.getByLabel('Tên gọi').fill('Máy thu thập phòng báo chí');
    await page.getByLabel('Dòng khóa công khai').fill(out.trim());
    await press(page, 'Đăng ký máy thu thập');
    await page.getByRole('heading', { name: 'Máy thu thập phòng báo chí' }).waitFor();
    await stage.look(page, 'collector-registered');
  });

  test('outside, the newspaper is collected into a signed parcel', async () => {
    const site = await openNewspaper(life, new Date(Date.now() - 3_600_000));
    configure(outside(), site);
    const ran = await collect('run', '--state', outside());
    assert.equal(ran.code, 1, 'one source failed, the others were taken');
    assert.match(ran.complaint, /tin-bia-dat: 2/);
    const told = await collect('pack', '--state', outside(), '--out', medium());
    assert.equal(told.code, 0, told.complaint);
    const names = await readdir(medium());
    for (const ending of ['.json', '.sig', '.0001']) {
      assert.ok(
        names.some((name) => name.endsWith(`-000001${ending}`)),
        names.join(' '),
      );
    }
  });

  test('the officer takes the medium in: nothing matches yet, all of it is kept', async () => {
    const { page, open } = house.khoa;
    await open('/watch/intake');
    const files = (await readdir(medium())).map((name) => join(medium(), name));
    const choose = () => page.locator('input[type=file]').setInputFiles(files);
    await choose();
    await press(page, 'Nhập kiện tin');
    await page.getByText('phòng báo chí, kiện số 1: 2 bài mới, 0 bài trùng khớp.').waitFor();
    await page.getByText('2 bài trong 1 kiện và 0 tệp nhập tay').waitFor();
    await page.getByRole('row', { name: /trang-hong.*Đang lỗi.*gặp sự cố/ }).waitFor();
    await stage.look(page, 'collector-taken');
    await choose();
    await press(page, 'Nhập kiện tin');
    await page.getByText('Kiện số 1 của máy thu thập này đã được nhập trước đây.').waitFor();
    await stage.look(page, 'collector-again');
    await open('/watch');
    await page.getByText('Không có bài viết nào chờ xem').waitFor();
  });

  test('a paper registered only now is found in what was taken in before', async () => {
    await registerPaper(house);
    const { page, open } = house.khoa;
    await open('/watch');
    const line = page.locator('a[data-row]', { hasText: 'Chuyen ben le' });
    for (const last = Date.now() + SEARCHED_MS; (await line.count()) === 0; ) {
      assert.ok(Date.now() < last, 'the running server searched back');
      await pause(3_000);
      await open('/watch');
    }
    await stage.look(page, 'collector-found-back');
  });

  test('a second parcel, taken in at the terminal, joins the story', async () => {
    exportChannel(outside(), new Date(Date.now() - 600_000));
    await collect('run', '--state', outside());
    assert.equal((await collect('pack', '--state', outside(), '--out', medium())).code, 0);
    const taken = await niemphong('watch', 'intake', medium(), '--data', data());
    assert.match(taken.out, /1/);
    const { page, open } = house.khoa;
    await open('/watch');
    await page.getByText('2 bài, 2 nơi đăng').waitFor();
    assert.equal(await page.locator('a[data-row]').count(), 1);
  });

  test('by keyboard the officer reads both side by side and finds a leak', async () => {
    const { page, open } = house.khoa;
    const incidents: string[] = [];
    for (const outlet of ['first', 'second']) {
      await open('/watch');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Đối chiếu với tài liệu' }).waitFor();
      await page.locator('mark', { hasText: 'đoàn kiểm tra đê kè Bãi Quạ' }).first().waitFor();
      await page.getByRole('heading', { name: 'Cùng một câu chuyện: 2 bài' }).waitFor();
      await stage.look(page, `collector-match-${outlet}`);
      await page.keyboard.press('1');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Hai câu trùng nguyên văn với phương án.');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/incidents\//);
      incidents.push(new URL(page.url()).pathname);
    }
    assert.equal(new Set(incidents).size, 1, 'one story is one incident');
    incident = incidents[0] ?? '';
  });

  test('the incident has its clock, and tells who knew until each capture', async () => {
    const { page, get } = house.khoa;
    await page.getByRole('heading', { name: 'Đồng hồ của vụ việc' }).waitFor();
    await page.getByText('Báo cáo người có trách nhiệm, người đứng đầu cơ quan').waitFor();
    await stage.look(page, 'collector-incident');
    const view = await (await get(`/api${incident}`)).json();
    const { collectors } = await (await get('/api/watch/intake')).json();
    const [newspaper, channel] = view.evidence;
    for (const { publishedAt, capturedAt } of [newspaper, channel]) {
      assert.ok(publishedAt < capturedAt && capturedAt < collectors[0].last.madeAt);
    }
    assert.ok(channel.holders.length > 0);
    assert.deepEqual(newspaper.holders, [], 'nobody had the paper when the newspaper came out');
    await page.getByText('Không ai giữ bản hoặc đọc tài liệu qua hệ thống đến lúc đó.').waitFor();
  });

  test('the evidence is preserved with page, hashes and time-stamp, and handed over', async () => {
    const { page } = house.khoa;
    await page.getByRole('link', { name: 'Niêm giữ, bàn giao chứng cứ' }).click();
    const preserve = page.getByRole('button', { name: 'Niêm giữ chứng cứ', exact: true });
    await preserve.first().click();
    await page.getByText(/^bản gốc .*WARC .*ảnh trang .*bảng dấu băm .*dấu thời gian/).waitFor();
    await preserve.click();
    await page
      .getByText(/^bản gốc .*WARC .*bảng dấu băm .*dấu thời gian/)
      .nth(1)
      .waitFor();
    await stage.look(page, 'collector-preserved');
    await page.getByLabel('Cơ quan nhận').fill('Cơ quan An ninh điều tra thành phố An Lạc');
    await page.getByLabel('Người nhận').fill('Phan Văn Điều');
    const saved = page.waitForEvent('download');
    await press(page, 'Lập gói bàn giao');
    packed = await (await saved).path();
    const packages = page.getByRole('table', { name: 'Các gói đã lập' });
    await packages.getByRole('row', { name: /An ninh điều tra/ }).waitFor();
    await stage.look(page, 'collector-package');
  });

  test('the receiver checks the package alone: sha256sum, openssl, its own checker', async () => {
    const target = join(folder, 'package');
    for (const [name, bytes] of readStoredZip(await readFile(packed))) {
      await mkdir(dirname(join(target, name)), { recursive: true });
      await writeFile(join(target, name), bytes);
    }
    const { vkey } = await (await house.khoa.get('/api/ledger/head')).json();
    const piece = join(target, 'data/evidence/1');
    const tool = (cwd: string, name: string, ...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(name, words, { cwd, encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    const stamp = ['-data', 'SHA256SUMS', '-in', 'SHA256SUMS.tsr', '-CAfile', 'tsa-ca.pem'];
    const check = () => [
      tool(target, 'sha256sum', '-c', '--quiet', 'manifest-sha256.txt').status,
      tool(target, 'sha256sum', '-c', '--quiet', 'tagmanifest-sha256.txt').status,
      tool(piece, 'sha256sum', '-c', '--quiet', 'SHA256SUMS').status,
      tool(piece, 'openssl', 'ts', '-verify', ...stamp).status,
      tool(target, process.execPath, 'check.mjs', '--vkey', vkey).status,
    ];
    assert.deepEqual(check(), [0, 0, 0, 0, 0]);
    const original = join(piece, 'original.bin');
    assert.match(await readFile(original, 'utf8'), /doan kiem tra de ke/);
    const bytes = await readFile(original);
    bytes[9] = (bytes[9] ?? 0) ^ 1;
    await writeFile(original, bytes);
    assert.deepEqual(check(), [1, 0, 1, 0, 1]);
    const { said } = tool(target, process.execPath, 'check.mjs', '--vkey', vkey);
    assert.match(said, /original\.bin/);
  });

  test('the house is intact; on the way nothing failed or asked another host', async () => {
    const whole = await niemphong('fsck', '--data', data());
    assert.equal(whole.code, 0, whole.out);
    assert.deepEqual(stage.complaints, []);
  });
});
