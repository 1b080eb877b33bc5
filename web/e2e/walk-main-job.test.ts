/**
 * The main job from an empty folder to a proven ledger, on the real server with real browsers, each
 * person at their own. The steps build on each other in the order of the file.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { ARTICLE, DRAFT, RELEASE, SUMMARY } from './walk-papers.ts';
import { INITIAL_PASSWORD, LOGINS, PEOPLE, registerPerson } from './walk-people.ts';
import { niemphong, type RunningServer, startServer } from './walk-server.ts';
import * as setUp from './walk-set-up.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

const NOWHERE = '/documents/11111111-1111-4111-8111-111111111111';
/** Chosen from a list by typing a part of the name, as people do. */
async function choose(page: Page, label: string, [typed, name]: readonly [string, string]) {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: new RegExp(name) }).click();
}
const press = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe('the main job, by the people who do it', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  const seated = new Map<string, Sitter>();
  /** The one document and the one incident, as addresses. */
  let paper = '';
  let incident = '';

  const at = (login: string): Sitter => {
    const sitter = seated.get(login);
    assert.ok(sitter, `${login} has signed in`);
    return sitter;
  };
  const signIn = async (login: string, initialPassword: string): Promise<Sitter> => {
    const sitter = await stage.enter({ login, initialPassword });
    seated.set(login, sitter);
    return sitter;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-walk-'));
    server = await startServer(join(folder, 'data'));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('a house is set up, two of three custodians open its vault, people come in', async () => {
    const first = await stage.sitDown();
    await first.open('/');
    const shares = await setUp.walkSetUp(first.page, async () => {});
    await first.page.context().close();
    for (const [index, login] of ['mai', 'hung'].entries()) {
      const { page, open } = await signIn(login, setUp.INITIAL_PASSWORD);
      await open('/vault');
      await page.getByRole('textbox', { name: 'Mảnh khóa' }).fill(shares[index] ?? '');
      await press(page, 'Nộp mảnh khóa');
      await page.getByText(index === 0 ? /Đã nhận mảnh khóa: 1\/2/ : /kho đã mở/).waitFor();
    }
    for (const login of LOGINS) {
      await registerPerson(at('hung'), login);
      await signIn(login, INITIAL_PASSWORD);
    }
    await signIn('quocan', setUp.INITIAL_PASSWORD);
  });

  test('a drafter is refused without a guide item, with the article and the way out', async () => {
    const { page, open } = at('linh');
    await open('/');
    await page.getByRole('link', { name: 'Đề xuất độ mật' }).click();
    await page.getByLabel('Tên loại').selectOption({ label: 'Phương án' });
    await page.getByRole('radio', { name: /^mật$/i }).check();
    await page.getByLabel('Trích yếu').fill(SUMMARY);
    await page.getByLabel('Phạm vi lưu hành').fill('Ban tổ chức, người đứng đầu');
    await page.getByLabel('Nơi nhận').fill('Ban tổ chức');
    await page.getByLabel('Số bản phát hành').fill('2');
    const file = { name: 'phuong-an.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) };
    await page.getByLabel(/Tệp dự thảo/).setInputFiles(file);
    await page.getByRole('combobox', { name: 'Trình người có thẩm quyền' }).click();
    await page.getByRole('option', { name: /Trần Thị Mai/ }).click();
    // The button that cannot act yet says why.
    await page.getByRole('button', { name: 'Lưu và trình' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Điều 5.1, 117/2025/QH15').waitFor();
    await page.getByText('Chọn mục của danh mục').waitFor();
    await stage.look(page, 'propose-refused');
    await page.keyboard.press('Escape');
  });

  test('with the guide item found by search, the drafter puts it to the head', async () => {
    const { page } = at('linh');
    await page.getByLabel('Tìm trong danh mục theo từ').fill('tai lieu nhan su truong don vi');
    await page.getByRole('button', { name: /Tài liệu nhân sự đối với chức danh/ }).click();
    await page.getByLabel(/Tôi xác nhận/).check();
    await stage.look(page, 'propose-complete');
    await press(page, 'Lưu và trình');
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
    paper = new URL(page.url()).pathname;
    await page.getByRole('heading', { level: 1, name: new RegExp(SUMMARY) }).waitFor();
    await stage.look(page, 'document-proposed');
  });

  test('the competent person reads a marked page and determines the level', async () => {
    const { page, open } = at('mai');
    await open('/');
    await page.getByText(SUMMARY).first().waitFor();
    await stage.look(page, 'inbox-to-decide');
    await page.getByRole('link', { name: /Xem và quyết định/ }).click();
    await press(page, 'Mở trang 1 để đọc');
    const picture = page.getByRole('img', { name: 'Trang 1/1' });
    await picture.waitFor();
    assert.ok(await picture.evaluate((node) => node instanceof HTMLImageElement && node.width > 0));
    await stage.look(page, 'decide-reading');
    await press(page, 'Xác định độ mật');
    await stage.look(page, 'decide-dialog');
    await confirm(page, 'Xác định độ mật');
    await page.getByText('Đã xác định độ mật').waitFor();
    await stage.look(page, 'decide-done');
  });

  test('the competent person gives the watch officer need-to-know', async () => {
    const { page, open } = at('mai');
    await open(paper);
    await press(page, 'Cho phép tiếp cận');
    await choose(page, 'Người được tiếp cận', ['dang khoa', PEOPLE.khoa.fullName]);
    await page.getByLabel('Nhiệm vụ cần đọc').fill('Theo dõi báo chí');
    await stage.look(page, 'grant-dialog');
    await confirm(page, 'Cho phép tiếp cận');
    await page.getByRole('row', { name: new RegExp(PEOPLE.khoa.fullName) }).waitFor();
  });

  test('the clerk numbers it and hands a copy over; the register has its line', async () => {
    const { page, open } = at('thu');
    await open('/');
    await page.getByText(SUMMARY).first().waitFor();
    await stage.look(page, 'inbox-to-number');
    await page.getByRole('link', { name: /Cấp số/ }).click();
    await press(page, 'Cấp số, phát hành');
    await page.getByLabel('Ký hiệu').fill('PA-UBBC');
    await page.getByLabel('Đơn vị, người lưu').fill('Văn thư');
    await stage.look(page, 'issue-dialog');
    await confirm(page, 'Cấp số, phát hành');
    const copy = page.getByRole('row', { name: /^01\/02/ });
    await copy.getByRole('button', { name: 'Giao', exact: true }).click();
    await choose(page, 'Người nhận', ['van binh', PEOPLE.binh.fullName]);
    await confirm(page, 'Giao');
    await copy.filter({ hasText: PEOPLE.binh.fullName }).waitFor();
    await stage.look(page, 'document-issued');
    await open('/registers/out');
    await page.getByRole('row', { name: /01\/PA-UBBC.*Trần Thị Mai/ }).waitFor();
    await stage.look(page, 'register-out');
  });

  test('without need-to-know a document is exactly like one that does not exist', async () => {
    const { page, open, get } = at('thuha');
    const seen = [];
    for (const path of [paper, NOWHERE]) {
      await open(path);
      const words = [await page.title(), await page.locator('body').textContent()];
      const answer = await get(`/api${path}`);
      const { date, ...headers } = answer.headers();
      assert.ok(date);
      seen.push({ words, headers, status: answer.status(), body: await answer.text() });
    }
    assert.deepEqual(seen[0], seen[1]);
    assert.equal(seen[0]?.status, 404);
    await stage.look(page, 'not-found');
    const { documents } = await (await get('/api/documents')).json();
    const { items } = await (await get('/api/inbox')).json();
    assert.deepEqual([documents, items], [[], []]);
    await open('/documents');
    await page.getByText('Không có tài liệu nào để hiện').waitFor();
    await stage.look(page, 'documents-none');
  });

  test('a check before publishing tells the stranger that, never what or where', async () => {
    const { page, open } = at('thuha');
    await open('/leak-check');
    const asked = page.waitForResponse(/publication\/check$/);
    await page.getByLabel('Dán văn bản').fill(RELEASE);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /chạm vào nội dung được bảo vệ/ }).waitFor();
    await page.getByText('Hỏi ai').waitFor();
    await stage.look(page, 'leak-check-hidden');
    const answer = await (await asked).text();
    for (const told of [SUMMARY, 'PA-UBBC', paper.slice(-36), '"mat"', 'articleStart'])
      assert.ok(!answer.includes(told), `the answer tells ${told}`);
  });

  test('the same check shows the drafter the passages side by side', async () => {
    const { page, open } = at('linh');
    await open('/leak-check');
    await page.getByLabel('Dán văn bản').fill(RELEASE);
    await press(page, 'Kiểm tra');
    await page.getByRole('heading', { name: /Có đoạn trùng với 1 tài liệu/ }).waitFor();
    await page.locator('mark', { hasText: 'trạm thủy văn Cồn Mây' }).first().waitFor();
    await stage.look(page, 'leak-check-found');
  });

  test('an article that quotes two sentences without diacritics is matched', async () => {
    const { page, open } = at('khoa');
    await open('/watch');
    const file = { name: 'bai-viet.html', mimeType: 'text/html', buffer: Buffer.from(ARTICLE) };
    await page.getByLabel(/Tệp bài viết/).setInputFiles(file);
    await press(page.getByRole('region', { name: 'Đưa bài viết vào' }), 'Đưa bài viết vào');
    await page.getByRole('link', { name: 'Chuyen ben le mua bau cu' }).waitFor();
    await stage.look(page, 'watch-queue');
    await page.getByRole('link', { name: 'Chuyen ben le mua bau cu' }).click();
    await page.getByRole('heading', { name: 'Đối chiếu với tài liệu' }).waitFor();
    await page.locator('mark', { hasText: 'doan kiem tra de ke Bai Qua' }).first().waitFor();
    await page.locator('mark', { hasText: 'đoàn kiểm tra đê kè Bãi Quạ' }).first().waitFor();
    await stage.look(page, 'watch-match');
  });

  test('confirmed with a reason, it is an incident with its evidence and who knew', async () => {
    const { page, get } = at('khoa');
    await press(page, 'Lộ bí mật nhà nước');
    await page.getByLabel('Lý do').fill('Hai câu trùng với phương án chưa công bố.');
    await stage.look(page, 'watch-confirm');
    await confirm(page, 'Ghi kết luận');
    await page.waitForURL(/\/incidents\//);
    incident = new URL(page.url()).pathname;
    const sha256 = createHash('sha256').update(ARTICLE).digest('hex');
    await page.getByText(sha256).waitFor();
    const knowers = page.getByRole('table', { name: /Ai đã giữ hoặc đọc/ });
    await knowers.getByRole('row', { name: /Hoàng Văn Bình Giữ bản/ }).waitFor();
    await knowers.getByRole('row', { name: /Trần Thị Mai Đọc/ }).waitFor();
    assert.equal(await knowers.getByText(PEOPLE.thuha.fullName).count(), 0);
    await press(page, 'Xem nội dung');
    await page.getByRole('region', { name: 'Nội dung chứng cứ' }).waitFor();
    await stage.look(page, 'incident');
    const { evidence } = await (await get(`/api${incident}`)).json();
    const original = await get(`/api${incident}/evidence/${evidence[0].evidenceId}/original`);
    assert.equal(
      createHash('sha256')
        .update(await original.body())
        .digest('hex'),
      sha256,
    );
  });

  test('the inspector checks the proof of an entry in the browser', async () => {
    const { page, open } = at('dung');
    await open('/');
    await page.getByRole('link', { name: 'Sổ cái', exact: true }).click();
    await page.getByRole('link', { name: 'Kết luận: lộ' }).waitFor();
    await stage.look(page, 'ledger');
    await page.getByRole('link', { name: 'Kết luận: lộ' }).click();
    await page.getByText(/Mục này nằm trong sổ cái \d+ mục đã ký/).waitFor();
    assert.equal(await page.getByText('đúng', { exact: true }).count(), 5);
    await stage.look(page, 'ledger-entry');
    await press(page, 'English');
    await page.getByRole('link', { name: 'Ledger', exact: true }).waitFor();
    await stage.look(page, 'ledger-entry-english');
  });

  test('the export is proven without the server, until one byte of it changes', async () => {
    const data = join(folder, 'data');
    const target = join(folder, 'export');
    const exported = await niemphong('ledger', 'export', target, '--data', data);
    assert.equal(exported.code, 0, exported.complaint);
    const vkey = (await readFile(join(target, 'vkey'), 'utf8')).trim();
    const checked = await niemphong('ledger', 'check', target, '--vkey', vkey);
    assert.equal(checked.code, 0, checked.complaint);
    const size = (await readFile(join(target, 'checkpoint'), 'utf8')).split('\n')[1] ?? '';
    const bundle = join(target, 'tile/entries/000.p', size);
    const bytes = await readFile(bundle);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(bundle, bytes);
    const again = await niemphong('ledger', 'check', target, '--vkey', vkey);
    assert.equal(again.code, 1, again.out);
    const whole = await niemphong('fsck', '--data', data);
    assert.equal(whole.code, 0, whole.out);
  });

  test('the administrator finds no document anywhere', async () => {
    const { page, open } = at('quocan');
    const paths = ['/documents', '/registers/out', '/watch', '/incidents', '/ledger'];
    for (const path of [...paths, '/people', paper, incident]) {
      await open(path);
      const words = await page.locator('main').textContent();
      assert.ok(words);
      for (const told of [SUMMARY, 'PA-UBBC', 'Chuyen ben le'])
        assert.ok(!words.includes(told), `${path} tells ${told}`);
      await stage.look(page, `administrator${path.split('/').slice(0, 2).join('-')}`);
    }
  });

  test('no entry of the navigation leads to a refusal', async () => {
    for (const [login, { page, open }] of seated) {
      await open('/');
      const entries = await page.getByRole('navigation').first().getByRole('link').all();
      for (const entry of entries) {
        await entry.click();
        await page.waitForLoadState('networkidle');
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        const refused = await page.getByText(/Không thực hiện được|This cannot be done/).count();
        assert.equal(refused, 0, `${login} at ${page.url()}`);
      }
    }
  });

  test('on the way nothing failed, asked another host, left a phone or shut anyone out', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
