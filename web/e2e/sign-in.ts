/** Signing in by the form, with the change of an initial password when the house asks for it. */
import type { Page } from 'playwright-core';

export type Credentials = { readonly login: string; readonly password: string };

const ONE_OF = 'Việc cần làm';

export async function signIn(page: Page, { login, password }: Credentials): Promise<void> {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(login);
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

export async function replacePassword(page: Page, current: string, next: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Mật khẩu hiện nay' }).fill(current);
  await page.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill(next);
  await page.getByRole('textbox', { name: 'Gõ lại mật khẩu mới' }).fill(next);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByRole('heading', { name: ONE_OF }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).waitFor();
}
