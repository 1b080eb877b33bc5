/**
 * One captured page, one picture: the browser asks for the page's own address and is given the
 * captured bytes; whatever else it asks for is refused and counted. Scripts of the page do not
 * run. Everything the page holds is attacker-controlled.
 */
import { isUtf8 } from 'node:buffer';
import type { EvidenceWarning } from '../../core/evidence/evidence.ts';
import type { CapturedPage, PagePhoto } from '../../server/ports/evidence/page-photographer.ts';
import type { Answer, BrowserEvent, BrowserPipe } from './browser-pipe.ts';

export const VIEW = { width: 1280, height: 1600, mostHeight: 16_000 } as const;
const LOAD_MS = 8_000;
const NOWHERE = 'http://capture.invalid/';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const member = (answer: Answer, name: string): Answer => (answer[name] ?? {}) as Answer;
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function addressOf(url: string | null): string {
  const parsed = url !== null && URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return NOWHERE;
  parsed.hash = '';
  return parsed.href;
}

/** Without a declared alphabet a browser guesses the West European one; UTF-8 shows itself. */
function typeOf({ mediaType, bytes }: CapturedPage): string {
  const isText = /^text\//i.test(mediaType) && !/charset/i.test(mediaType);
  return isText && isUtf8(bytes) ? `${mediaType}; charset=utf-8` : mediaType;
}

class Visit {
  readonly #pipe: BrowserPipe;
  readonly #page: CapturedPage;
  readonly #address: string;
  readonly #session: string;
  #served = false;
  missing = 0;
  #onLoad = () => {};

  constructor(pipe: BrowserPipe, page: CapturedPage, session: string) {
    this.#pipe = pipe;
    this.#page = page;
    this.#session = session;
    this.#address = addressOf(page.url);
    pipe.onEvent = (event) => this.#hear(event);
  }

  send(method: string, params: Record<string, unknown> = {}): Promise<Answer> {
    return this.#pipe.send(method, params, this.#session);
  }

  async show(): Promise<void> {
    const { width, height } = VIEW;
    await this.send('Emulation.setScriptExecutionDisabled', { value: true });
    const view = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.send('Emulation.setDeviceMetricsOverride', view);
    await this.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await this.send('Page.enable');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const loaded = new Promise<void>((resolve) => {
      this.#onLoad = resolve;
      // A page that never ends loading is shown as far as it came.
      timer = setTimeout(resolve, LOAD_MS);
    });
    await this.send('Page.navigate', { url: this.#address });
    await loaded;
    clearTimeout(timer);
  }

  #hear({ method, params }: BrowserEvent): void {
    if (method === 'Page.loadEventFired') this.#onLoad();
    if (method !== 'Fetch.requestPaused') return;
    const answered = this.#answer(params);
    // The browser may be gone by now: whoever waits for the picture learns it.
    answered.catch(() => {});
  }

  #answer(params: Answer): Promise<Answer> {
    const requestId = params.requestId;
    const url = text(member(params, 'request').url);
    if (!this.#served && url === this.#address) {
      this.#served = true;
      const { bytes } = this.#page;
      return this.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: [
          { name: 'Content-Type', value: typeOf(this.#page) },
          { name: 'X-Content-Type-Options', value: 'nosniff' },
        ],
        body: Buffer.from(bytes).toString('base64'),
      });
    }
    if (!url.endsWith('/favicon.ico')) this.missing += 1;
    return this.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
  }
}

async function enter(pipe: BrowserPipe): Promise<string> {
  const target = await pipe.send('Target.createTarget', { url: 'about:blank' });
  const { targetId } = target;
  const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  return text(attached.sessionId);
}

export async function photographWith(pipe: BrowserPipe, page: CapturedPage): Promise<PagePhoto> {
  const visit = new Visit(pipe, page, await enter(pipe));
  await visit.show();
  const metrics = await visit.send('Page.getLayoutMetrics');
  const full = Math.ceil(number(member(metrics, 'cssContentSize').height));
  const height = Math.min(Math.max(full, 1), VIEW.mostHeight);
  const shot = await visit.send('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: VIEW.width, height, scale: 1 },
  });
  const png = new Uint8Array(Buffer.from(text(shot.data), 'base64'));
  const warnings: EvidenceWarning[] = [];
  if (full > VIEW.mostHeight) warnings.push('page-shortened');
  if (visit.missing > 0) warnings.push('resources-missing');
  return { png, warnings };
}
