/**
 * A real browser for looking at screens and for browser tests: Debian's Chromium, or the one that
 * `CHROMIUM` names. It starts without any service that would call home.
 */
import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The two widths at which every screen is looked at. */
export const VIEWPORTS = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
} as const;

export const chromiumPath = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Null, with the reason on stderr, where no browser is installed. */
export async function launchBrowser(): Promise<Browser | null> {
  const executablePath = chromiumPath();
  if (!existsSync(executablePath)) {
    process.stderr.write(`no browser at ${executablePath}: set CHROMIUM\n`);
    return null;
  }
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

export type PictureOptions = { readonly file: string; readonly width: keyof typeof VIEWPORTS };

/** Saves the whole page as PNG, once its fonts are there. */
export async function takePicture(page: Page, { file, width }: PictureOptions): Promise<void> {
  await page.setViewportSize(VIEWPORTS[width]);
  // From the top: what sticks to the window would else stand in the middle of the picture.
  await page.evaluate(() => document.fonts.ready.then(() => globalThis.scrollTo(0, 0)));
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
}

/** Rules of axe that fail with serious or critical impact, each with the places. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}

/** True when something on the page is wider than the window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
