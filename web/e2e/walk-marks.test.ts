/**
 * Copy marks, on the real server with real browsers: turned on by the competent person, a copy
 * printed by permission, a leaked picture given by one officer, read by another and kept as
 * evidence. The steps build on each other in this order.
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { LONG_TEXT } from '../../testkit/copy-mark/mark-case.ts';
import { readStoredZip } from '../../testkit/evidence-case.ts';
import { launchBrowser } from './browser.ts';
import { INITIAL_PASSWORD, registerPerson } from './walk-people.ts';
import { type RunningServer, startServer } from './walk-server.ts';
import * as setUp from './walk-set-up.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

/** Reading a picture takes a few seconds, on a busy machine many. */
const READING_MS = 120_000;

const PROPOSAL = {
  documentType: 'submission',
  level: 'mat',
  summary: 'Phương án dự phòng nhiều trang',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 1,
  copyingAllowed: true,
  shorterPeriod: null,
};

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialogOf = (page: Page) => page.getByRole('dialog');
const confirm = (page: Page, name: string) =>
  dialogOf(page).getByRole('button', { name, exact: true }).click();

async function meOf(sitter: Sitter): Promise<string> {
  const { personId } = await (await sitter.get('/api/me')).json();
  return personId;
}

describe('copy marks, from the reader to the named copy', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let mai: Sitter;
  let hung: Sitter;
  let dung: Sitter;
  let khoa: Sitter;
  let binh: Sitter;
  let thu: Sitter;
  let documentId = '';
  let incident = '';
  let printed: Buffer = Buffer.alloc(0);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-marks-'));
    server = await startServer(join(folder, 'data'));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
    const first = await stage.sitDown();
    await first.open('/');
    const shares = await setUp.walkSetUp(first.page, async () => {});
    await first.page.context().close();
    const enter = (login: string, initialPassword: string) =>
      stage.enter({ login, initialPassword });
    mai = await enter('mai', setUp.INITIAL_PASSWORD);
    hung = await enter('hung', setUp.INITIAL_PASSWORD);
    await mai.post('/api/vault/share', { share: shares[0] });
    await hung.post('/api/vault/share', { share: shares[1] });
    for (const login of ['linh', 'khoa', 'dung', 'binh', 'thu'] as const) {
      await registerPerson(hung, login);
    }
    const linh = await enter('linh', INITIAL_PASSWORD);
    [khoa, dung, binh, thu] = [
      await enter('khoa', INITIAL_PASSWORD),
      await enter('dung', INITIAL_PASSWORD),
      await enter('binh', INITIAL_PASSWORD),
      await enter('thu', INITIAL_PASSWORD),
    ];
    ({ documentId } = await linh.post<{ documentId: string }>('/api/documents/draft', PROPOSAL));
    const headers = { 'x-niemphong': '1', 'content-type': 'application/octet-stream' };
    const path = `/api/documents/${documentId}`;
    const sent = await linh.page.request.post(`${path}/file`, {
      data: Buffer.from(LONG_TEXT),
      headers,
    });
    assert.ok(sent.ok());
    await linh.post(`${path}/propose`, { to: await meOf(mai) });
    await mai.post(`${path}/determine`, {});
    const words = { symbol: 'TTr-UBBC', signedBy: await meOf(mai), keeper: 'Kho', note: '' };
    await thu.post(`${path}/issue`, words);
    const untilOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const granting = { personId: await meOf(binh), untilOn, reason: 'Chuẩn bị phiên họp' };
    await mai.post(`${path}/grants`, granting);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('the competent person turns copy marks on, and is told what that does', async () => {
    const { page, open } = mai;
    await open(`/documents/${documentId}`);
    await press(page, 'Bật dấu riêng');
    await dialogOf(page)
      .getByText(/xê dịch khoảng 0,17 mm/)
      .waitFor();
    await stage.look(page, 'marks-dialog');
    await confirm(page, 'Bật dấu riêng');
    await page.getByText(/^Đang bật: mỗi bản xem/).waitFor();
    await stage.look(page, 'marks-on');
  });

  test('the competent person allows one copy, by keyboard alone', async () => {
    const { page, open } = mai;
    await open(`/documents/${documentId}`);
    await page.getByRole('button', { name: 'Cho phép sao', exact: true }).focus();
    await page.keyboard.press('Enter');
    const executor = dialogOf(page).getByRole('combobox', { name: 'Người thực hiện' });
    await executor.waitFor();
    await executor.focus();
    await page.keyboard.type('Bình');
    await page.getByRole('option', { name: /Hoàng Văn Bình/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await dialogOf(page).getByLabel('Số bản').waitFor();
    await dialogOf(page).getByLabel('Nơi nhận bản sao').focus();
    await page.keyboard.type('Ban Tổ chức Thành ủy');
    await stage.look(page, 'copying-allow');
    await confirm(page, 'Cho phép sao');
    await page.getByText(/Hoàng Văn Bình thực hiện; nơi nhận: Ban Tổ chức Thành ủy/).waitFor();
    await stage.look(page, 'copying-allowed');
  });

  test('who was asked finds it in the inbox and prints the copy, once', async () => {
    const { page, open } = binh;
    await open('/');
    await page.getByText('Bản sao được phép in').waitFor();
    await stage.look(page, 'copying-inbox');
    await page.getByRole('link', { name: /Mở để in/ }).click();
    await press(page, 'In bản sao');
    await stage.look(page, 'copying-print');
    const [saved] = await Promise.all([
      page.waitForEvent('download', { timeout: READING_MS }),
      confirm(page, 'In bản sao'),
    ]);
    printed = await readFile(await saved.path());
    assert.equal(printed.subarray(0, 5).toString(), '%PDF-');
    await page.getByText('Đã cấp tệp ban-sao-1.pdf', { exact: false }).waitFor();
    await page.getByText('Bản sao số: 01').waitFor();
    assert.equal(await page.getByRole('button', { name: 'In bản sao', exact: true }).count(), 0);
    await stage.look(page, 'copying-printed');
  });

  test('the printed copy is scanned and leaks', async () => {
    const answer = await binh.get(`/api/documents/${documentId}/pages/1`);
    assert.ok(answer.ok(), `${answer.status()}`);
    const text = 'Ảnh một trang lan trên mạng xã hội.';
    const opened = { documentId, kind: 'exposure', text };
    const { incidentId } = await hung.post<{ incidentId: string }>('/api/incidents', opened);
    incident = `/incidents/${incidentId}`;
  });

  test('one officer gives the picture, and cannot read it alone', async () => {
    const { page, open } = khoa;
    await open(incident);
    await press(page, 'Đưa ảnh vào');
    await dialogOf(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'quet.pdf', mimeType: 'application/pdf', buffer: printed });
    await dialogOf(page).getByLabel('Ảnh này từ đâu').fill('Trang mạng xã hội, 9 giờ sáng');
    await stage.look(page, 'mark-ask');
    await confirm(page, 'Đưa ảnh vào');
    await page.getByText('Chờ người thứ hai').waitFor({ timeout: READING_MS });
    await page.getByRole('button', { name: 'Đọc dấu riêng', exact: true }).focus();
    await page.getByText('Cần người thứ hai').waitFor();
    await stage.look(page, 'mark-waiting');
  });

  test('a second officer reads it: the number of a copy, no name, and the limits', async () => {
    const { page, open } = hung;
    await open('/');
    await page.getByText('Ảnh nghi bị lộ chờ người thứ hai đọc').waitFor();
    await stage.look(page, 'mark-inbox');
    await page.getByRole('link', { name: /Xem và đọc/ }).click();
    const heading = page.getByRole('heading', { name: 'Đọc dấu riêng của bản' });
    await heading.waitFor();
    await page.waitForFunction(() => globalThis.scrollY > 200);
    await press(page, 'Đọc dấu riêng');
    await confirm(page, 'Đọc dấu riêng');
    await page.getByText('Nhận ra bản').waitFor({ timeout: READING_MS });
    await page.getByText('Bản sao số: 01', { exact: true }).waitFor();
    await page.getByText(/Số bản không nói ai đã làm lộ/).waitFor();
    await stage.look(page, 'mark-named');
  });

  test('who may not see the document learns that a copy was named, not which', async () => {
    const { page, open } = dung;
    await open(incident);
    await page.getByText('Nhận ra bản').waitFor();
    await page.getByText(/Bạn không được xem tài liệu, nên không thấy số bản/).waitFor();
    assert.equal(await page.getByText('Bản sao số: 01').count(), 0);
  });

  test('the picture is kept as evidence with what was read, and packed', async () => {
    const { page, open } = dung;
    await open(incident);
    await press(page, 'Giữ làm chứng cứ');
    await stage.look(page, 'mark-keep');
    await confirm(page, 'Giữ làm chứng cứ');
    const kept = page.getByRole('link', { name: 'Đã giữ làm chứng cứ' });
    await kept.waitFor({ timeout: READING_MS });
    await stage.look(page, 'mark-kept');
    await kept.click();
    await page.getByText(/kết quả đọc dấu riêng \(/).waitFor();
    await page.getByRole('textbox', { name: 'Cơ quan nhận' }).fill('Cơ quan An ninh điều tra');
    await page.getByRole('textbox', { name: 'Người nhận' }).fill('Phan Văn Điều');
    const [saved] = await Promise.all([
      page.waitForEvent('download', { timeout: READING_MS }),
      press(page, 'Lập gói bàn giao'),
    ]);
    const files = readStoredZip(await readFile(await saved.path()));
    const reading = Buffer.from(files.get('data/evidence/1/mark-reading.json') ?? []).toString();
    assert.equal(JSON.parse(reading).copy.label, 'Bản sao số: 01');
    assert.deepEqual(Buffer.from(files.get('data/evidence/1/original.bin') ?? []), printed);
    await stage.look(page, 'mark-evidence');
  });

  test('no screen did what none may do', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
