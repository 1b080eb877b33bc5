import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { launchBrowser, overflows, seriousViolations, takePicture, VIEWPORTS } from './browser.ts';

/** With PICTURES=<folder> the pages are also saved there, to be looked at. */
const pictures = process.env.PICTURES;
const WIDTHS = ['wide', 'narrow'] as const;

let gallery: PreviewServer;
let browser: Browser | null;
let address: string;
const complaints: string[] = [];

/** What the server sends with every page; the word stands for the nonce in built pages. */
const POLICY = "default-src 'self'; style-src 'self' 'nonce-__CSP_NONCE__'";

before(async () => {
  const configFile = `${import.meta.dirname}/../vite.config.ts`;
  const outDir = await mkdtemp(`${tmpdir()}/gallery-`);
  const input = `${import.meta.dirname}/../gallery.html`;
  const logLevel = 'error';
  await build({ configFile, logLevel, build: { outDir, rolldownOptions: { input } } });
  const headers = { 'content-security-policy': POLICY };
  const served = { port: 0, host: '127.0.0.1', headers, proxy: {} };
  gallery = await preview({ configFile, logLevel, build: { outDir }, preview: served });
  address = new URL('gallery.html', gallery.resolvedUrls?.local[0]).href;
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await gallery.close();
});

async function openGallery(width: (typeof WIDTHS)[number]): Promise<Page | null> {
  const context = await browser?.newContext({ viewport: VIEWPORTS[width] });
  const page = await context?.newPage();
  if (!page) return null;
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return page;
}

for (const width of WIDTHS)
  test(`every part of the kit is accessible and fits, ${width}`, async (context) => {
    const page = await openGallery(width);
    if (!page) return context.skip('no browser is installed');
    assert.deepEqual(await seriousViolations(page), []);
    assert.equal(await overflows(page), false);
    if (pictures) await takePicture(page, { file: `${pictures}/gallery-${width}.png`, width });
    await page.context().close();
  });

test('the rows of a table are walked with the arrows and opened by their link', async (context) => {
  const page = await openGallery('wide');
  if (!page) return context.skip('no browser is installed');
  await page.getByRole('link', { name: '05/KH-UBBC' }).focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '06/QĐ-UBBC');
  await page.keyboard.press('End');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '07/BC-UBBC');
  assert.equal(await page.getByRole('row').count(), 4);
  assert.equal(await page.getByRole('columnheader').count(), 6);
  await page.context().close();
});

test('a narrow table keeps its roles, and its drawer holds every entry', async (context) => {
  const page = await openGallery('narrow');
  if (!page) return context.skip('no browser is installed');
  assert.equal(await page.getByRole('row').count(), 3);
  assert.equal(await page.getByRole('cell').count(), 15);
  await page.getByRole('button', { name: 'Tất cả mục' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Sổ cái' }).waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/gallery-drawer.png` });
  assert.deepEqual(await seriousViolations(page), []);
  await page.context().close();
});

test('a dialog takes the focus, names its act, and gives the focus back', async (context) => {
  const page = await openGallery('wide');
  if (!page) return context.skip('no browser is installed');
  const opener = page.getByRole('button', { name: 'Xác định độ mật' });
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Hủy số 05/KH-UBBC?' });
  await dialog.getByRole('button', { name: 'Hủy số' }).waitFor();
  if (pictures) await page.screenshot({ path: `${pictures}/gallery-dialog.png` });
  assert.deepEqual(await seriousViolations(page), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await opener.evaluate((node) => node === document.activeElement), true);
  await page.context().close();
});

test('the other language is one press away and is remembered', async (context) => {
  const page = await openGallery('wide');
  if (!page) return context.skip('no browser is installed');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Ledger', exact: true }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Ledger', exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.context().close();
});

test('no page asks for anything outside its host, or breaks the security policy', () => {
  assert.deepEqual(complaints, []);
});
