/** The first-run wizard as a person fills it in, up to the shares in their hands. */
import type { Locator, Page } from 'playwright-core';

export const INITIAL_PASSWORD = 'mat-khau-ban-dau';

/** A stop of the walk where a test may look at the page. */
export type Look = (page: Page, name: string) => Promise<void>;

const fill = (place: Page | Locator, name: string, value: string): Promise<void> =>
  place.getByRole('textbox', { name, exact: true }).fill(value);

async function fillPerson(place: Locator, name: string, login: string): Promise<void> {
  await fill(place, 'Họ và tên', name);
  await fill(place, 'Chức vụ', `Chức vụ của ${login}`);
  await fill(place, 'Tên đăng nhập', login);
  await fill(place, 'Mật khẩu ban đầu', INITIAL_PASSWORD);
}

async function fillPapers(place: Locator): Promise<void> {
  await fill(place, 'Số quyết định', '02/QĐ-UBBC');
  await fill(place, 'Tên lớp', 'Bảo vệ bí mật nhà nước 2026');
}

async function fillPeople(page: Page): Promise<void> {
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const duties = part('Quyết định phân công các nhiệm vụ này');
  await fill(duties, 'Số quyết định', '01/QĐ-UBBC');
  const head = part('Người đứng đầu');
  await fillPerson(head, 'Trần Thị Mai', 'mai');
  await head.getByRole('combobox', { name: 'Chức vụ theo luật' }).fill('Ủy ban nhân dân');
  await page.getByRole('option').first().click();
  await fillPapers(head);
  const registrar = part('Người quản lý người và phân công');
  await fillPerson(registrar, 'Lê Văn Hùng', 'hung');
  await fillPapers(registrar);
  await fillPerson(part('Quản trị hệ thống'), 'Phạm Quốc An', 'quocan');
}

/** Fills everything, sends it, and returns the shares in the order they were shown. */
export async function walkSetUp(page: Page, look: Look): Promise<readonly string[]> {
  const next = (name = 'Tiếp tục') => page.getByRole('button', { name, exact: true }).click();
  await look(page, 'wizard-empty');
  await next();
  await look(page, 'wizard-gaps');
  await fill(page, 'Tên cơ quan, tổ chức', 'Ủy ban bầu cử thành phố An Lạc');
  await fill(page, 'Cơ quan chủ quản cấp trên', 'Hội đồng bầu cử quốc gia');
  await fill(page, 'Địa danh', 'An Lạc');
  await fill(page, 'Ký hiệu cơ quan trong số văn bản', 'UBBC');
  await next();
  await fill(page, 'Đơn vị 1', 'Văn phòng');
  await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
  await fill(page, 'Đơn vị 2', 'Ban tổ chức');
  await next();
  await fillPeople(page);
  await look(page, 'wizard-people');
  await next();
  await page.getByRole('button', { name: 'Thêm người giữ mảnh khóa' }).click();
  await fillPerson(page.locator('form'), 'Vũ Minh Châu', 'chau');
  await look(page, 'wizard-vault');
  await next('Xem lại');
  await look(page, 'wizard-review');
  await next('Lập cơ quan và khóa kho');
  return takeShares(page, look);
}

async function takeShares(page: Page, look: Look): Promise<readonly string[]> {
  const shares: string[] = [];
  await page.getByRole('heading', { name: 'Trao mảnh khóa' }).waitFor();
  await look(page, 'wizard-hand-out');
  const finish = page.getByRole('button', { name: 'Xong, đến trang đăng nhập' });
  while (!(await finish.isVisible())) {
    await page.getByRole('button', { name: /hiện mảnh khóa của tôi/ }).click();
    const groups = await page.locator('ol[data-share] li').allInnerTexts();
    shares.push(groups.map((group) => group.trim().split(/\s+/).at(-1)).join('-'));
    if (shares.length === 1) await look(page, 'wizard-share');
    await page.getByLabel('Tôi đã ghi lại mảnh khóa và đã soát từng nhóm').check();
    await page.getByRole('button', { name: 'Xong, mời người tiếp theo' }).click();
  }
  await finish.click();
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  return shares;
}
