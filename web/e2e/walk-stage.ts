/**
 * People at their own browsers on one server. Everything that no screen may do is collected while
 * they walk: errors, requests to another host, answers of a failed server, serious violations of
 * axe, content wider than a phone.
 */
import { mkdirSync } from 'node:fs';
import type { APIResponse, Browser, Page } from 'playwright-core';
import { overflows, seriousViolations, takePicture, VIEWPORTS } from './browser.ts';

/** With PICTURES=<folder> every screen looked at is also saved there. */
const pictures = process.env.PICTURES;

const PASSWORD = 'mật khẩu của riêng tôi';

/** Long enough for a machine that is busy with other work. */
const STEP_MS = 20_000;

/** Chromium reports an answer of 401 or 404 on its console; both belong to the walk. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 4\d\d/;

export type Sitter = {
  readonly page: Page;
  /** An address of the screens, opened as if typed. */
  open(path: string): Promise<void>;
  get(path: string): Promise<APIResponse>;
  /** A request with this person's session; throws when it is refused. */
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  /** Likewise, with a file. */
  upload(path: string, file: string): Promise<void>;
};

export type SignIn = {
  readonly login: string;
  /** Given by whoever made the account; changed at this first sign-in. */
  readonly initialPassword?: string;
};

export class Stage {
  readonly #browser: Browser;
  readonly #address: string;
  readonly complaints: string[] = [];

  constructor(browser: Browser, address: string) {
    this.#browser = browser;
    this.#address = address;
    if (pictures) mkdirSync(pictures, { recursive: true });
  }

  /** A browser of its own: nothing is shared with the others. */
  async sitDown(): Promise<Sitter> {
    const context = await this.#browser.newContext({
      viewport: VIEWPORTS.wide,
      baseURL: this.#address,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_MS);
    this.#listen(page);
    const headers = { 'x-niemphong': '1' };
    const send = async (path: string, options: Parameters<typeof page.request.post>[1]) => {
      const answer = await page.request.post(path, options);
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
      return answer;
    };
    return {
      page,
      open: async (path) => {
        await page.goto(path);
        await settled(page);
      },
      get: (path) => page.request.get(path),
      post: async (path, data) => (await send(path, { data, headers })).json(),
      upload: async (path, file) => {
        const type = { 'content-type': 'application/octet-stream' };
        await send(path, { data: Buffer.from(file), headers: { ...headers, ...type } });
      },
    };
  }

  /** Signs in at the keyboard and, the first time, chooses a password. */
  async enter({ login, initialPassword }: SignIn): Promise<Sitter> {
    const sitter = await this.sitDown();
    const { page } = sitter;
    await sitter.open('/');
    await page.getByLabel('Tên đăng nhập').fill(login);
    await page.getByLabel('Mật khẩu').fill(initialPassword ?? PASSWORD);
    await page.keyboard.press('Enter');
    if (initialPassword) {
      await page.getByLabel('Mật khẩu hiện nay').fill(initialPassword);
      await page.getByLabel(/^Mật khẩu mới/).fill(PASSWORD);
      await page.getByLabel('Gõ lại mật khẩu mới').fill(PASSWORD);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('navigation').first().waitFor();
    await settled(page);
    return sitter;
  }

  /** Looks at the screen as it stands, wide and narrow. */
  readonly look = async (page: Page, name: string): Promise<void> => {
    await settled(page);
    for (const width of ['narrow', 'wide'] as const) {
      await page.setViewportSize(VIEWPORTS[width]);
      if (await overflows(page)) this.complaints.push(`${name}, ${width}: wider than the window`);
      if (pictures) await takePicture(page, { file: `${pictures}/${name}-${width}.png`, width });
    }
    const found = await seriousViolations(page);
    this.complaints.push(...found.map((violation) => `${name}: ${violation}`));
  };

  #listen(page: Page): void {
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const isHere = origin === this.#address || ['blob:', 'data:'].includes(protocol);
      if (!isHere) this.complaints.push(`another host was asked: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`${response.status()}: ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' || EXPECTED.test(message.text())) return;
      this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${String(error)}`));
  }
}

/** A screen has its heading and waits for nothing more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByText('Đang tải…').first().waitFor({ state: 'hidden' });
}
