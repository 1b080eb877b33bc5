/**
 * The desk of the press watch by keyboard, on the real server with a real browser: the queue, an
 * article beside the paper that it repeats, verdicts, the spread of a story, a trace of copies, a
 * bait. The steps build on each other in the order of the file.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import { makePdf } from '../../adapters/extract/testing/pdf-maker.ts';
import { launchBrowser } from './browser.ts';
import { prepareDesk } from './walk-desk.ts';
import { DRAFT } from './walk-papers.ts';
import { PEOPLE } from './walk-people.ts';
import { type RunningServer, startServer } from './walk-server.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

/** Longer than the text beside it, so that the two together are another text. */
const ANNEX = Array.from(
  { length: 12 },
  (_, at) => `Hàng ${at}: vườn ươm số ${at * 7} giao ${at + 3} nghìn cây con cho tổ trồng rừng.`,
).join(' ');
const LISTED_LAW =
  'Điều 9. Chủ vườn ươm tưới cây vào sáng sớm, không chặt tỉa trong mùa chim làm tổ.';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What the focus is on, in the words of the screen. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe('the desk of the press watch, by keyboard', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let mai: Sitter;
  let khoa: Sitter;
  let paper = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-desk-'));
    server = await startServer(join(folder, 'data'));
    assert.ok(browser);
    stage = new Stage(browser, server.address);
    ({ mai, khoa, paper } = await prepareDesk(stage));
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('two outlets with one story are one line, and j, k and Enter walk the queue', async () => {
    const { page, open } = khoa;
    await open('/watch');
    await page.getByText('2 bài, 2 nơi đăng').waitFor();
    assert.equal(await page.locator('a[data-row]').count(), 2);
    await stage.look(page, 'desk-queue');
    await page.keyboard.press('j');
    const first = await focused(page);
    await page.keyboard.press('j');
    assert.notEqual(await focused(page), first);
    await page.keyboard.press('k');
    assert.equal(await focused(page), first);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/watch\/[0-9a-f-]{36}$/);
  });

  test('article and paper stand side by side with the reasons and the spread', async () => {
    const { page } = khoa;
    await page.getByRole('heading', { name: 'Đối chiếu với tài liệu' }).waitFor();
    await page.locator('mark', { hasText: 'đoàn kiểm tra đê kè Bãi Quạ' }).first().waitFor();
    await page
      .getByText(/bit bất ngờ/)
      .first()
      .waitFor();
    await page
      .getByText(/^Từ hiếm trong đoạn: «.+» hiếm: \d+ bit/u)
      .first()
      .waitFor();
    await page.locator('mark strong').first().waitFor();
    await page.getByRole('heading', { name: 'Cùng một câu chuyện: 2 bài' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Phím tắt của bàn theo dõi' }).waitFor();
    await stage.look(page, 'desk-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stage.look(page, 'desk-match');
  });

  test('a loose comparison tells what it found as a resemblance, weaker than a match', async () => {
    const { page } = khoa;
    await press(page, 'Đối chiếu gần giống');
    const loose = page.getByRole('region', { name: 'Đối chiếu gần giống' });
    await loose.getByText('Đoạn gần giống 1', { exact: true }).waitFor();
    await loose.getByText('Gần giống không phải là trùng', { exact: false }).waitFor();
    await loose.locator('mark', { hasText: 'neu khuyet hai nguoi tro len' }).waitFor();
    await loose.locator('mark', { hasText: 'khuyết từ hai người trở lên' }).waitFor();
    await stage.look(page, 'desk-loose');
  });

  test('a trace says which copies have the passage, who held them and what it cannot', async () => {
    const { page } = khoa;
    await press(page, 'Dò các bản');
    const copies = page.getByRole('table', { name: /^Từng bản/ });
    await copies.getByRole('row', { name: /^1\/2 Có.*Hoàng Văn Bình/ }).waitFor();
    await copies.getByRole('row', { name: /^2\/2 Không có.*nội dung riêng đã lưu/ }).waitFor();
    await page.getByText('Danh sách không nói ai đã làm lộ.', { exact: false }).waitFor();
    await stage.look(page, 'desk-trace');
  });

  test('a leak is recorded without a mouse; the next outlet joins the same incident', async () => {
    const { page, open } = khoa;
    const incidents: string[] = [];
    for (const outlet of ['first', 'second']) {
      await page.keyboard.press('1');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Hai câu trùng nguyên văn với phương án.');
      if (outlet === 'first') await stage.look(page, 'desk-verdict');
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/\/incidents\//);
      incidents.push(page.url());
      if (outlet === 'second') break;
      await open('/watch');
      await page.locator('a[data-row]', { hasText: 'mua bau cu' }).click();
      await page.getByRole('heading', { name: 'Đối chiếu với tài liệu' }).waitFor();
    }
    assert.equal(new Set(incidents).size, 1);
    await page.getByText(PEOPLE.binh.fullName).first().waitFor();
  });

  test('what is unclear is looked at again; common wording is on its list', async () => {
    const { page, open } = khoa;
    await open('/watch');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đối chiếu với tài liệu' }).waitFor();
    for (const [key, state] of [
      ['5', 'Để xem lại'],
      ['4', 'Đã loại bỏ'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('Chờ hỏi đơn vị soạn.');
      await page.keyboard.press('Control+Enter');
      await page.getByText(state, { exact: true }).first().waitFor();
    }
    await page.getByText('Trước đó').waitFor();
    await stage.look(page, 'desk-judged');
    await open('/watch/wordings');
    await page.getByRole('row', { name: new RegExp(PEOPLE.khoa.fullName) }).waitFor();
    await page.getByText('Chưa có câu chữ nào thành thông dụng').waitFor();
    await stage.look(page, 'desk-wordings');
  });

  test('a bait is marked by the competent person and shown to who is told, first', async () => {
    await mai.open(paper);
    await press(mai.page, 'Đánh dấu là tài liệu mồi');
    await mai.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Đánh dấu là tài liệu mồi' })
      .click();
    await mai.page.getByText('Tài liệu này là mồi.', { exact: false }).waitFor();
    const { page, open } = khoa;
    await open('/watch?state=confirmed');
    assert.equal(await page.getByText('Tài liệu mồi').count(), 0);
    await press(mai.page, 'Báo cho một người');
    await mai.page.getByRole('combobox', { name: 'Người được báo' }).fill('dang khoa');
    await mai.page.getByRole('option', { name: new RegExp(PEOPLE.khoa.fullName) }).click();
    await mai.page.getByRole('dialog').getByRole('button', { name: 'Báo cho một người' }).click();
    await mai.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stage.look(mai.page, 'desk-bait');
    await open('/watch?state=confirmed');
    await page.locator('a[data-row]', { hasText: 'Tài liệu mồi' }).first().waitFor();
    await stage.look(page, 'desk-queue-bait');
  });

  test('a public text is listed; one that touches waits for a second officer', async () => {
    const { page, open } = khoa;
    await open('/watch');
    await page.getByRole('link', { name: 'Danh sách nền' }).click();
    await page.getByRole('heading', { name: 'Tin bài thu vào không dạy máy điều gì' }).waitFor();
    const list = async (name: string, words: string, told: RegExp) => {
      await page.getByLabel('Tên văn bản').fill(name);
      await page.getByLabel('Nơi đã công khai').fill('Công báo số 12');
      await page.getByRole('textbox', { name: 'Lý do' }).fill('Ai cũng đọc được');
      await page.getByLabel('Lời của văn bản').fill(words);
      await press(page, 'Xem trước');
      await page.getByText(told).waitFor();
      await press(page, 'Thêm vào danh sách');
    };
    await list('Luật Vườn ươm', LISTED_LAW, /^Không chạm nội dung được bảo vệ/);
    await page.getByRole('cell', { name: 'Thêm: Luật Vườn ươm', exact: true }).waitFor();
    // The form is begun afresh with this notice.
    await page.getByText(/^Đã thêm 1 văn bản/).waitFor();
    await list('Biểu mẫu lạ', DRAFT, /^Chạm nội dung được bảo vệ/);
    await page.getByText('Đã ghi nhận 1 văn bản; chờ người thứ hai đồng ý.').waitFor();
    await press(page, 'Xem lời: Luật Vườn ươm');
    await page.getByRole('dialog').getByText(LISTED_LAW).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stage.look(page, 'desk-lists');
  });

  test('public texts are listed from files: duplicates and broken files are told', async () => {
    const { page, open } = khoa;
    await open('/watch/lists');
    const law = 'Điều 4. Người trồng dâu ven bãi bồi báo xã trước khi đốn cây quá ba tuổi.';
    const chooser = page.waitForEvent('filechooser');
    await page.getByLabel('Tệp văn bản').press('Enter');
    await (await chooser).setFiles([
      { name: 'Luat_Trong_dau.docx', mimeType: '', buffer: makeDocx([law]) },
      { name: 'cung-loi.txt', mimeType: 'text/plain', buffer: Buffer.from(law) },
      { name: 'Luật Hồ cá.pdf', mimeType: '', buffer: makePdf([[law, 'Cá bể ương.']]) },
      {
        name: 'da-co.html',
        mimeType: '',
        buffer: Buffer.from(`<html><body><p>${LISTED_LAW}</p></body></html>`),
      },
      { name: 'hong.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7 hỏng') },
      { name: 'rong.txt', mimeType: '', buffer: Buffer.alloc(0) },
      { name: 'cham.txt', mimeType: '', buffer: Buffer.from(`${ANNEX} ${DRAFT}`) },
    ]);
    await page.getByText(/^Đã đọc xong 7 tệp/).waitFor();
    await page.getByText('Cùng lời với tệp Luat_Trong_dau.docx.').waitFor();
    await page.getByText('Đã có trong danh sách: Luật Vườn ươm.').waitFor();
    await page.getByText('Tệp hỏng hoặc sai thể thức nên không đọc được.').waitFor();
    await page.getByText('Tệp rỗng (0 byte).').waitFor();
    await page.getByText(/^Chạm nội dung được bảo vệ: chỉ áp dụng/).waitFor();
    await press(page, 'Xem lời: Luật Hồ cá.pdf');
    await page.getByRole('dialog').getByText('Cá bể ương.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByLabel('Tên văn bản trong Luat_Trong_dau.docx').fill('Luật Trồng dâu');
    await page.getByLabel(/^Nơi đã công khai của các văn bản/).fill('Công báo số 14');
    await page.getByRole('textbox', { name: 'Lý do' }).fill('Ai cũng đọc được');
    await stage.look(page, 'desk-lists-files');
    await press(page, 'Thêm 3 văn bản vào danh sách');
    await page.getByText('Đã thêm 2 văn bản; phiên bản mới đang áp dụng.').waitFor();
    await page.getByText('Đã ghi nhận 1 văn bản; chờ người thứ hai đồng ý.').waitFor();
    await page.getByRole('cell', { name: 'Thêm: Luật Trồng dâu', exact: true }).waitFor();
    await page.getByText('Văn bản này đã có trong danh sách.').first().waitFor();
    // What was left out is still told, until it is taken out.
    await press(page, 'Bỏ ra: hong.pdf');
    await page.getByText('Tệp hỏng hoặc sai thể thức nên không đọc được.').waitFor({
      state: 'hidden',
    });
    await stage.look(page, 'desk-lists-added');
  });

  test('in English too; no screen failed, overflowed, or broke a serious rule of axe', async () => {
    const { page, open } = khoa;
    await open('/watch?state=confirmed');
    await press(page, 'English');
    await stage.look(page, 'desk-queue-en');
    await page.locator('a[data-row]').first().click();
    await page.getByRole('heading', { name: 'Beside the document' }).waitFor();
    await page.getByText(/^Measured against: .*stock lines, version/).waitFor();
    await stage.look(page, 'desk-match-en');
    await open('/watch/lists');
    await page.getByText('Waits for a second officer').first().waitFor();
    await stage.look(page, 'desk-lists-en');
    assert.deepEqual(stage.complaints, []);
  });
});
