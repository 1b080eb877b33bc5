/**
 * Before publication, on the real server with real browsers: a press officer hands in a text that
 * holds material under embargo, the registrar cannot see it, the head amends and clears it, the
 * record tells what was published otherwise, and the named releaser releases the material.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { docxParts, wordParagraphs } from '../../adapters/extract/testing/office-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import { launchBrowser } from './browser.ts';
import { INITIAL_PASSWORD, registerPerson } from './walk-people.ts';
import { type RunningServer, startServer } from './walk-server.ts';
import * as setUp from './walk-set-up.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

const RESULTS =
  'Kết quả kiểm phiếu sơ bộ tại tổ bầu cử số chín cho thấy ứng viên Trần Kha dẫn trước bảy trăm ' +
  'mười hai phiếu, tỷ lệ cử tri đi bỏ phiếu ở cù lao Bến Lau đạt chín mươi mốt phần trăm.';
const GREETING = 'Thành phố cảm ơn toàn thể cử tri đã tham gia ngày hội bầu cử một cách trật tự.';
const STATEMENT = `${GREETING}\n${RESULTS}`;
const TITLE = 'Thông cáo ngày bầu cử';

const press = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Two days from now in Hanoi, as typed. */
function soon(): string {
  const day = new Date(Date.now() + 2 * 86_400_000 + 7 * 3_600_000).toISOString();
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

describe('before publication, by the people who answer for it', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let head: Sitter;
  let registrar: Sitter;
  let officer: Sitter;
  let request = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-walk-'));
    server = await startServer(join(folder, 'data'));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
    const first = await stage.sitDown();
    await first.open('/');
    const shares = await setUp.walkSetUp(first.page, async () => {});
    await first.page.context().close();
    head = await stage.enter({ login: 'mai', initialPassword: setUp.INITIAL_PASSWORD });
    registrar = await stage.enter({ login: 'hung', initialPassword: setUp.INITIAL_PASSWORD });
    await head.post('/api/vault/share', { share: shares[0] });
    await registrar.post('/api/vault/share', { share: shares[1] });
    await registerPerson(registrar, 'thuha');
    officer = await stage.enter({ login: 'thuha', initialPassword: INITIAL_PASSWORD });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('material goes on the calendar with its moment and its releaser', async () => {
    const { page, open } = officer;
    await open('/releases');
    await press(page, 'Thêm vào lịch');
    await page.getByLabel('Tên mục').fill('Kết quả kiểm phiếu');
    await page.getByLabel(/Được công bố từ ngày/).fill(soon());
    await page.getByLabel(/^Lúc/).fill('08:00');
    await page.getByRole('combobox', { name: 'Người công bố' }).fill('mai');
    await page.getByRole('option', { name: /Trần Thị Mai/ }).click();
    const file = { name: 'ket-qua.txt', mimeType: 'text/plain', buffer: Buffer.from(RESULTS) };
    await page.getByLabel(/Nội dung chờ công bố/).setInputFiles(file);
    await stage.look(page, 'calendar-plan');
    await press(page, 'Ghi vào lịch');
    await page.getByRole('row', { name: /Kết quả kiểm phiếu.*Chưa đến lúc/ }).waitFor();
    await press(page, 'Tính lịch bầu cử');
    await page.getByLabel('Ngày bầu cử').fill('15/03/2031');
    await page.getByRole('row', { name: /26\/02\/2031.*danh sách chính thức/ }).waitFor();
    await stage.look(page, 'calendar-election');
  });

  test('while a statement is typed, the paragraph under embargo is told', async () => {
    const { page, open } = officer;
    await open('/publications');
    await stage.look(page, 'requests-empty');
    await press(page, 'Đề nghị cho công bố');
    await page.getByLabel('Tên gọi ngắn').fill(TITLE);
    await page.getByLabel('Nội dung', { exact: true }).fill(STATEMENT);
    await page.locator('blockquote', { hasText: 'tổ bầu cử số chín' }).waitFor();
    await stage.look(page, 'request-typing');
    await press(page, 'Gửi đề nghị');
    await page.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
    request = new URL(page.url()).pathname;
    await page.getByText('Chưa đến thời điểm công bố').waitFor();
    await stage.look(page, 'request-own');
  });

  test('the registrar, who may not read the material, sees neither words nor a way', async () => {
    const { page, open, get } = registrar;
    await open('/');
    await page.getByRole('link', { name: /Xem văn bản/ }).click();
    await page.getByText(/nên không hiện ở đây/).waitFor();
    await page.getByText('Hỏi ai').waitFor();
    await stage.look(page, 'request-hidden');
    const answer = await (await get(`/api${request}`)).text();
    assert.ok(!answer.includes('Trần Kha'));
  });

  test('the head amends the text in place and clears exactly that', async () => {
    const { page, open } = head;
    await open('/');
    await stage.look(page, 'inbox-to-judge');
    await page.getByRole('link', { name: /Xem văn bản/ }).click();
    await page.locator('mark', { hasText: 'tổ bầu cử số chín' }).first().waitFor();
    await stage.look(page, 'request-to-judge');
    await press(page, 'Sửa rồi cho công bố');
    await page.getByLabel('Bản được công bố').fill(GREETING);
    await page.getByText('Chưa thấy đoạn nào chạm').waitFor();
    await stage.look(page, 'request-amend');
    await press(page, 'Sửa rồi cho công bố');
    await page.getByText('Được công bố bản đã sửa').first().waitFor();
    await page.locator('del', { hasText: 'Trần Kha' }).waitFor();
    await stage.look(page, 'request-amended');
  });

  test('the record tells that something else was published', async () => {
    const { page, open } = officer;
    await open('/');
    await page.getByText('Đã được công bố, chưa ghi nơi đăng').waitFor();
    await open(request);
    await page.getByLabel('Nơi đăng').fill('Cổng thông tin điện tử');
    await page.getByLabel(/^Đăng ngày/).fill('01/11/2026');
    const published = GREETING.replace('toàn thể', 'đông đảo');
    await page.getByLabel('Nội dung đã đăng').fill(published);
    await press(page, 'So và ghi lại');
    await page.getByText('Khác: bỏ 2 chữ, thêm 2 chữ').waitFor();
    await stage.look(page, 'request-recorded');
    await page.getByRole('link', { name: 'Xem chỗ khác' }).click();
    await page.locator('ins', { hasText: 'đông đảo' }).waitFor();
    await stage.look(page, 'request-difference');
    await open('/publications/records');
    await page.getByRole('row', { name: /Cổng thông tin điện tử/ }).waitFor();
    await stage.look(page, 'request-records');
  });

  test('only the named releaser releases early; then publishing is lawful', async () => {
    const check = async () => {
      await officer.open('/leak-check');
      await officer.page.getByLabel('Dán văn bản').fill(RESULTS);
      await press(officer.page, 'Kiểm tra');
      return officer.page.getByRole('region', { name: 'Kết quả' }).getByRole('heading');
    };
    const before = await check();
    assert.match((await before.textContent()) ?? '', /Có đoạn trùng với 1 tài liệu/);
    await officer.page.getByText(/Chưa đến thời điểm công bố, không phải/).waitFor();
    await stage.look(officer.page, 'leak-check-embargo');
    await officer.open('/releases');
    await officer.page.getByRole('row', { name: /Kết quả kiểm phiếu/ }).waitFor();
    assert.equal(await officer.page.getByRole('button', { name: 'Công bố ngay' }).count(), 0);
    const { page, open } = head;
    await open('/releases');
    await press(page, 'Công bố ngay');
    await stage.look(page, 'calendar-release');
    await confirm(page, 'Công bố ngay');
    await page.getByRole('row', { name: /Kết quả kiểm phiếu.*Được công bố/ }).waitFor();
    await stage.look(page, 'calendar-released');
    const then = await check();
    assert.match((await then.textContent()) ?? '', /Không tìm thấy đoạn trùng/);
  });

  test('a file is judged by what it shows, what it hides and what could not be read', async () => {
    const author = '<dc:creator>Phòng Tuyên truyền</dc:creator>';
    const core = `<cp xmlns:dc="http://purl.org/dc/elements/1.1/">${author}</cp>`;
    const drawing = { name: 'word/media/a.emf', bytes: Buffer.alloc(9_000, 1) };
    const properties = { name: 'docProps/core.xml', bytes: core };
    const file = makeZip([...docxParts(wordParagraphs([GREETING])), properties, drawing]);
    await officer.open('/leak-check');
    const inTheForm = { name: 'cam-on.docx', mimeType: '', buffer: file };
    await officer.page.locator('input[type=file]').setInputFiles(inTheForm);
    await officer.page.getByRole('heading', { name: 'Chưa kiểm tra được hết tệp' }).waitFor();
    await stage.look(officer.page, 'leak-check-unread');
    await officer.open('/publications');
    await press(officer.page, 'Đề nghị cho công bố');
    await officer.page.getByLabel('Tên gọi ngắn').fill('Lời cảm ơn');
    await officer.page.locator('input[type=file]').setInputFiles(inTheForm);
    await press(officer.page, 'Gửi đề nghị');
    await officer.page.waitForURL(/\/publications\/[0-9a-f-]{36}$/);
    const { page, open } = registrar;
    await open(new URL(officer.page.url()).pathname);
    await page.getByText('Chữ trong tệp mà người đọc không thấy').waitFor();
    await stage.look(page, 'request-of-a-file');
    const taking = page.waitForEvent('download');
    await press(page, 'Tải tệp của bản 1');
    const taken = await taking;
    assert.equal(taken.suggestedFilename(), 'van-ban-1.docx');
    assert.ok(file.equals(await readFile(await taken.path())));
    await press(page, 'Cho công bố');
    await confirm(page, 'Cho công bố');
    await page.getByRole('dialog').getByText('Chưa ghi lý do').waitFor();
    await stage.look(page, 'request-unread-reason');
    await page.getByRole('dialog').getByLabel('Ghi chú').fill('Đã mở tệp, hình chỉ là hoa văn');
    await confirm(page, 'Cho công bố');
    await page.getByText('Được công bố').first().waitFor();
  });

  test('no screen complained', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
