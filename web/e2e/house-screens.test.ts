/**
 * The screens of the house itself on a real server: the wizard, the vault, people, the ledger with
 * its proof, help, the password. The steps build on each other in the order of the file.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type RunningServer, startServer } from './walk-server.ts';
import { INITIAL_PASSWORD, walkSetUp } from './walk-set-up.ts';
import { type Sitter, Stage } from './walk-stage.ts';

const browser: Browser | null = await launchBrowser();
const skip = browser ? false : 'no browser is installed: set CHROMIUM';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

describe('the screens of the house', { skip }, () => {
  let folder = '';
  let server: RunningServer;
  let stage: Stage;
  let shares: readonly string[] = [];
  let registrar: Sitter;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'niemphong-house-'));
    server = await startServer(folder);
    assert.ok(browser);
    stage = new Stage(browser, server.address);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('the wizard stops at a gap, and going back loses nothing', async () => {
    const { page, open } = await stage.sitDown();
    await open('/');
    const agency = 'Tên cơ quan, tổ chức';
    const lookBack = async () => {
      for (let step = 0; step < 4; step += 1) await press(page, 'Bước trước');
      assert.equal(await field(page, agency).inputValue(), 'Ủy ban bầu cử thành phố An Lạc');
      for (let step = 0; step < 3; step += 1) await press(page, 'Tiếp tục');
      assert.equal(await field(page, 'Họ và tên').inputValue(), 'Vũ Minh Châu');
      await press(page, 'Xem lại');
    };
    shares = await walkSetUp(page, async (_, name) => {
      if (name === 'wizard-gaps')
        assert.equal(await field(page, agency).getAttribute('aria-invalid'), 'true');
      if (name === 'wizard-review') await lookBack();
    });
    assert.equal(new Set(shares).size, 3);
    await page.context().close();
  });

  test('an initial password opens nothing but its change', async () => {
    const { page, open } = await stage.sitDown();
    await open('/people');
    await field(page, 'Tên đăng nhập').fill('mai');
    await field(page, 'Mật khẩu').fill(INITIAL_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' }).waitFor();
    await stage.look(page, 'password-first');
    assert.equal(await page.getByRole('navigation').count(), 0);
    await page.context().close();
  });

  test('a slip of the pen costs no try, and case and spaces do not matter', async () => {
    registrar = await stage.enter({ login: 'hung', initialPassword: INITIAL_PASSWORD });
    const { page, open } = registrar;
    await open('/vault');
    const [, share = ''] = shares;
    await field(page, 'Mảnh khóa').fill(`${share.slice(0, -1)}b`);
    await press(page, 'Nộp mảnh khóa');
    await page.getByText('Đây không phải một mảnh khóa đúng', { exact: false }).waitFor();
    await field(page, 'Mảnh khóa').fill(share.toUpperCase().replaceAll('-', '\n  '));
    await press(page, 'Nộp mảnh khóa');
    await page.getByText('Đã nhận mảnh khóa: 1/2', { exact: false }).waitFor();
    await stage.look(page, 'vault');
  });

  test('a person is registered once under a name, and papers are said in words', async () => {
    const { page, open } = registrar;
    for (const attempt of ['first', 'second']) {
      await open('/people');
      await press(page, 'Ghi người mới');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill('Đỗ Thị Lan');
      await dialog.getByRole('textbox', { name: 'Chức vụ (tên gọi)' }).fill('Chuyên viên');
      await dialog.getByLabel('Đơn vị').first().click();
      await page.getByRole('option', { name: 'Ban tổ chức' }).click();
      await dialog.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('lan');
      await dialog.getByRole('button', { name: 'Ghi người mới' }).click();
      if (attempt === 'first') await page.getByRole('heading', { name: 'Đỗ Thị Lan' }).waitFor();
      else await dialog.getByText('Không thực hiện được').waitFor();
      await stage.look(page, `people-${attempt}`);
    }
  });

  test('the browser itself proves an entry, and a changed proof is an alarm', async () => {
    const { page, open } = registrar;
    await open('/ledger');
    await stage.look(page, 'ledger');
    await page.getByRole('link', { name: 'Thiết lập cơ quan' }).click();
    await page.getByText(/^Mục này nằm trong sổ cái \d+ mục đã ký/).waitFor();
    await stage.look(page, 'ledger-entry');
    await page.route('**/proof', async (route) => {
      const answer = await route.fetch();
      const served = (await answer.json()) as { entry: string };
      const entry = Buffer.from(served.entry, 'base64')
        .toString()
        .replace('"units":2', '"units":3');
      await route.fulfill({ json: { ...served, entry: Buffer.from(entry).toString('base64') } });
    });
    await open('/ledger?entry=0');
    await page.getByRole('alert').getByText('BÁO ĐỘNG: chứng minh sai').waitFor();
    await stage.look(page, 'ledger-alarm');
  });

  test('help, password and inbox are whole in both languages', async () => {
    const { page, open } = registrar;
    for (const path of ['/', '/help', '/password']) {
      await open(path);
      await stage.look(page, `house${path.replace('/', '-')}`);
    }
    await press(page, 'English');
    for (const path of ['/help', '/ledger', '/people', '/vault']) {
      await open(path);
      await stage.look(page, `house-en${path.replace('/', '-')}`);
    }
  });

  test('the end of a session is said in time, and one press goes on', async () => {
    const { page, open } = registrar;
    await press(page, 'Tiếng Việt');
    await page.route('**/api/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...(await answer.json()), secondsLeft: 100 } });
    });
    await open('/people');
    const said = page
      .getByRole('alert')
      .getByText('Phiên làm việc sẽ kết thúc trong khoảng 2 phút.');
    await said.waitFor();
    await stage.look(page, 'session-ending');
    await press(page, 'Ghi người mới');
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Họ và tên' });
    await name.fill('Người gõ dở dang');
    await page.unroute('**/api/me');
    await page.getByText('Tôi còn làm việc', { exact: true }).click();
    await said.waitFor({ state: 'hidden' });
    assert.equal(await name.inputValue(), 'Người gõ dở dang');
  });

  test('when a session ends the page begins anew: nothing of it stays in memory', async () => {
    const { page, open, post } = registrar;
    await open('/people');
    await press(page, 'Ghi người mới');
    const typed = 'Người gõ dở dang';
    await page.getByRole('dialog').getByRole('textbox', { name: 'Họ và tên' }).fill(typed);
    await page.evaluate(() => Object.assign(globalThis, { canary: 'read or typed' }));
    await post('/api/sign-out', {});
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor({ timeout: 60_000 });
    assert.equal(await page.evaluate(() => 'canary' in globalThis), false);
    const stored = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
    assert.ok(!stored.includes(typed), 'no draft lies on the disk');
  });

  test('no screen failed, asked outside, overflowed, or broke a serious rule of axe', () => {
    assert.deepEqual(stage.complaints, []);
  });
});
