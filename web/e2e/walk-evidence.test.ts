/**
 * From an incident to the package for the investigators, on the real server with real browsers:
 * the clock, the statement, the evidence copy, a hand-over, the package. The steps build on each
 * other in the order of the file.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { readStoredZip } from '../../testkit/evidence-case.ts';
import { launchBrowser } from './browser.ts';
import { prepareLeak } from './walk-leak.ts';
import { RELEASE } from './walk-papers.ts';
import { niemphong, type RunningServer, startServer } from './walk-server.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('evidence, from the incident to the package', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let khoa: Sitter;
  let dung: Sitter;
  let hung: Sitter;
  let incident = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-evidence-'));
    server = await startServer(join(folder, 'data'));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
    ({ khoa, dung, hung, incident } = await prepareLeak(stage));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('the clock says what the law asks; closing is refused while a step is missing', async () => {
    const { page, open } = hung;
    await open(incident);
    await page.getByRole('heading', { name: 'Đồng hồ của vụ việc' }).waitFor();
    await page.getByText('Báo cáo người có trách nhiệm, người đứng đầu cơ quan').waitFor();
    await page.getByLabel('Việc', { exact: true }).selectOption('result');
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Đã gỡ bài.');
    await press(page, 'Ghi vào hồ sơ');
    await page.getByText('Chưa đủ việc phải làm trước khi kết thúc').waitFor();
    await stage.look(page, 'incident-clock');
    await page.getByRole('button', { name: /^Ghi việc: Báo cáo người có trách nhiệm/ }).click();
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Báo cáo trực tiếp.');
    await press(page, 'Ghi vào hồ sơ');
    await page
      .getByText(/Đã làm lúc/)
      .first()
      .waitFor();
  });

  test('a statement that confirms is not ready, the wording of the house is', async () => {
    const { page, open } = khoa;
    await open(incident);
    await page.getByRole('textbox', { name: 'Lời trả lời' }).fill('Chúng tôi xác nhận bị lộ.');
    await press(page, 'Kiểm tra');
    await page.getByText(/có chữ xác nhận: “xác nhận”, “bị lộ”/).waitFor();
    await stage.look(page, 'incident-statement');
    await press(page, 'Dùng mẫu');
    await press(page, 'Kiểm tra');
    await page.getByText(/Dùng được: không trùng/).waitFor();
  });

  test('the officer preserves the evidence and hands it to the inspector', async () => {
    const { page, open } = khoa;
    await open(incident);
    await page.getByRole('link', { name: 'Niêm giữ, bàn giao chứng cứ' }).click();
    await press(page, 'Niêm giữ chứng cứ');
    await page.getByText(/bản gốc \(/).waitFor();
    await page.getByText(/chưa cấu hình máy cấp dấu thời gian/).waitFor();
    await press(page, 'Giao cho người khác');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Người nhận').selectOption({ label: 'Hồ Tiến Dũng' });
    await dialog.getByLabel('Lý do giao').fill('Bàn giao cho thanh tra');
    await stage.look(page, 'evidence-offer');
    await dialog.getByRole('button', { name: 'Giao cho người khác', exact: true }).click();
    await page.getByText('Rút lại việc giao').waitFor();
  });

  test('the inspector takes it over and makes the package, which proves itself', async () => {
    const { page, open } = dung;
    await open(`${incident}/evidence`);
    await press(page, 'Nhận chứng cứ');
    await page.getByRole('row', { name: /Nhận .* Hồ Tiến Dũng/ }).waitFor();
    await page.getByLabel('Cơ quan nhận').fill('Cơ quan An ninh điều tra thành phố An Lạc');
    await page.getByLabel('Người nhận').fill('Phan Văn Điều');
    const saved = page.waitForEvent('download');
    await press(page, 'Lập gói bàn giao');
    const path = await (await saved).path();
    const packages = page.getByRole('table', { name: 'Các gói đã lập' });
    await packages.getByRole('row', { name: /An ninh điều tra/ }).waitFor();
    await stage.look(page, 'evidence-package');
    const target = join(folder, 'package');
    for (const [name, bytes] of readStoredZip(await readFile(path))) {
      await mkdir(dirname(join(target, name)), { recursive: true });
      await writeFile(join(target, name), bytes);
    }
    const { vkey } = await (await dung.get('/api/ledger/head')).json();
    const checked = await niemphong('evidence', 'check', target, '--vkey', vkey);
    assert.equal(checked.code, 0, checked.complaint);
    const warc = join(target, 'data/evidence/1/capture.warc');
    const bytes = await readFile(warc);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(warc, bytes);
    const again = await niemphong('evidence', 'check', target, '--vkey', vkey);
    assert.equal(again.code, 1);
    assert.match(again.complaint, /capture\.warc/);
    const whole = await niemphong('fsck', '--data', join(folder, 'data'));
    assert.equal(whole.code, 0, whole.out);
  });

  test('what was found is added by hand, file by file, each with what came of it', async () => {
    const { page, open } = khoa;
    await open(incident);
    await page.getByRole('button', { name: 'Đưa chứng cứ vào hồ sơ' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles([
      { name: 'anh-chup.png', mimeType: 'image/png', buffer: await page.screenshot() },
      { name: 'rong.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'ghi-chep.txt', mimeType: 'text/plain', buffer: Buffer.from(RELEASE) },
      { name: 'khoa.bin', mimeType: 'application/octet-stream', buffer: Buffer.from([0, 1, 2]) },
    ]);
    await dialog.getByLabel('Nơi thấy').fill('Nhóm mạng xã hội “Tin phường”');
    await dialog.getByLabel(/^Là gì/).fill('Ảnh chụp màn hình');
    await dialog.getByRole('button', { name: 'Đưa chứng cứ vào hồ sơ', exact: true }).click();
    await dialog.getByText('Tệp rỗng (0 byte).').waitFor();
    await dialog.getByText('Đã đưa vào hồ sơ và niêm giữ.').nth(2).waitFor();
    await dialog.getByText(/không hiện được trên màn hình/).waitFor();
    await stage.look(page, 'evidence-added');
    await dialog.getByRole('button', { name: 'Bỏ rong.txt' }).click();
    await dialog.getByRole('button', { name: 'Xong', exact: true }).click();
    await page.getByText('Tệp tìm thấy, đưa vào bằng tay').first().waitFor();
    await page.getByText(/tài liệu đến lúc thu bài viết \(\d\d:\d\d/).waitFor();
    const found = page.getByText(/tài liệu đến lúc phát hiện tệp này \(\d\d:\d\d/);
    assert.equal(await found.count(), 3);
    await found.first().scrollIntoViewIfNeeded();
    await stage.look(page, 'evidence-found-knowers');
  });

  test('the words of a found file are compared; only who may read sees both sides', async () => {
    for (const { page, open } of [khoa, dung]) {
      await open(incident);
      const notes = page.getByRole('region', { name: 'Chứng cứ 3', exact: true });
      const compare = notes.getByRole('button', { name: 'So với tài liệu đã đăng ký' });
      await compare.focus();
      await page.keyboard.press('Enter');
      const result = notes.getByRole('region', { name: 'Kết quả so' });
      await result.waitFor();
      if (page === khoa.page) {
        await result.getByText(/chạm vào nội dung được bảo vệ mà bạn không được xem/).waitFor();
        assert.equal(await result.getByText('trạm thủy văn').count(), 0);
        await stage.look(page, 'evidence-compared-hidden');
      } else {
        await result
          .getByText(/trạm thủy văn Cồn Mây/)
          .first()
          .waitFor();
        await stage.look(page, 'evidence-compared');
      }
    }
  });

  test('its picture and that of the page are seen, made larger, and recorded', async () => {
    const { page, open } = khoa;
    await open(incident);
    const viewings = page.getByText('Xem chứng cứ');
    const before = await viewings.count();
    await page.getByRole('button', { name: 'Xem tệp (1 trang)' }).first().focus();
    await page.keyboard.press('Enter');
    const picture = page.getByRole('img', { name: 'Trang 1/1' });
    await picture.waitFor();
    const width = async () => (await picture.boundingBox())?.width ?? 0;
    const small = await width();
    await press(page, 'Phóng to');
    await press(page, 'Phóng to');
    assert.ok(Math.abs((await width()) / small - 2) < 0.05);
    await page.getByRole('group', { name: 'Hình của trang, cuộn được' }).focus();
    await stage.look(page, 'evidence-picture');
    await press(page, 'Đóng nội dung');
    await page.waitForFunction(
      ([words, count]) => document.body.textContent.split(words).length - 1 > count,
      ['Xem chứng cứ', before] as const,
    );
    const custody = await (await khoa.get(`/api${incident}/custody`)).json();
    const pictures = JSON.stringify(custody).split('"page-image"').length - 1;
    const shown = page.getByRole('button', { name: 'Xem ảnh trang' });
    assert.equal(
      await shown.count(),
      pictures,
      'where the host could make no picture there is none',
    );
    if (pictures === 0) return;
    await shown.click();
    await picture.waitFor();
    await stage.look(page, 'evidence-page-image');
  });

  test('of a hidden match the officer sees the article and whom to ask', async () => {
    const { page, open } = khoa;
    const queue = await (await khoa.get('/api/watch/matches?state=confirmed')).json();
    await open(`/watch/${queue.matches[0].matchId}`);
    await page.getByText(/nội dung được bảo vệ mà bạn không được xem/).waitFor();
    await page.getByText('Hỏi ai').waitFor();
    assert.equal(await page.locator('mark').count(), 0);
    assert.equal(await page.getByText(/\/100/).count(), 0);
    await stage.look(page, 'match-hidden');
  });

  test('on the way nothing failed, asked another host, left a phone or shut anyone out', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
