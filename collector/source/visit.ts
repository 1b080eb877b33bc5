/** What a visit to any source needs, and how one page of the web is taken. */
import { epochMs, type Instant, instantOf } from '../../core/common/calendar-date.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { CollectorClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { documentKind } from '../document/document-kind.ts';
import type { DocumentReader } from '../document/read-document.ts';
import { wantDocuments } from '../document/want-documents.ts';
import { type Answer, FetchFailure } from '../fetch/get.ts';
import type { VisitHow, Visitor } from '../fetch/polite.ts';
import type { State } from '../state/state.ts';
import { decodePage } from '../text/charset.ts';
import type { MainText, MainTextReader } from '../text/main-text.ts';
import { type Article, warcOfItem, warcOfPage } from '../warc.ts';

export type VisitParts = {
  readonly visitor: Visitor;
  readonly reader: MainTextReader;
  readonly documents: DocumentReader;
  readonly state: State;
  readonly clock: CollectorClock;
  readonly limits: Config['limits'];
  /** Ends between two articles when the operator stops the program. */
  readonly signal: AbortSignal;
};

/** The source answered, and not with what it is said to be. The code goes into its health. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly code: 'format-broken' | 'file-unreadable' | 'refused-by-site' | 'site-failing';

  constructor(code: SourceFailure['code'], options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
  }
}

/** Longer than any article; what comes after it is not read. */
const MOST_CHARACTERS = 2_000_000;
const MOST_TITLE = 1_000;

export const keyOf = (bytes: Uint8Array): string => sha256(bytes).toHex();

/** An article that feed or sitemap points to. */
export type Pointer = {
  readonly url: string;
  /** Changes when the article changes. */
  readonly stamp: string;
  readonly title: string;
  readonly publishedAt: string | null;
  /** Where nothing says when it first stood there: a change is never earlier than that. */
  readonly changedAt?: string | null;
  /** What the feed itself says of it, when the page cannot be had. */
  readonly text: string;
};

export function articleOf(facts: Article): Article {
  return {
    ...facts,
    title: facts.title.replace(/\s+/g, ' ').trim().slice(0, MOST_TITLE).toWellFormed(),
    text: facts.text.slice(0, MOST_CHARACTERS).toWellFormed(),
  };
}

/** Never worth asking for again. */
const isGone = ({ status }: Answer): boolean => status >= 400 && status < 500 && status !== 429;
const isPage = ({ headers }: Answer): boolean =>
  /^\s*(text\/(html|plain)|application\/xhtml)/i.test(headers['content-type'] ?? 'text/html');

/** Without tags, for a page whose tree could not be read. Each `<` is looked at once. */
const crudeText = (html: string): string => html.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');

export async function readPage(parts: VisitParts, answer: Answer): Promise<MainText> {
  const html = decodePage(answer.body, answer.headers['content-type'] ?? '').text;
  const found = await parts.reader.read(html);
  const none = { documents: [], base: null };
  return found ?? { title: '', publishedAt: null, text: crudeText(html), ...none };
}

export function keepItem(
  parts: VisitParts,
  item: { readonly bytes: Uint8Array; readonly contentType: string; readonly article: Article },
  seen: { readonly key: string; readonly stamp: string },
): void {
  const at = parts.clock.now();
  const article = articleOf(item.article);
  parts.state.keep({
    source: article.source,
    ...seen,
    takenAt: at,
    plainBytes: item.bytes.length + article.text.length * 2,
    warc: warcOfItem(item, { at, article }),
  });
}

export function keepPage(
  parts: VisitParts,
  page: { readonly answer: Answer; readonly article: Article },
  seen: { readonly key: string; readonly stamp: string },
): void {
  const at = parts.clock.now();
  const article = articleOf(page.article);
  parts.state.keep({
    source: article.source,
    ...seen,
    takenAt: at,
    plainBytes: page.answer.body.length + article.text.length * 2,
    warc: warcOfPage(page.answer, { at, article }),
  });
}

/** Takes what the feed itself says; false when that is nothing. */
export function keepPointer(parts: VisitParts, source: string, pointer: Pointer): boolean {
  const { url, stamp, title, publishedAt, text } = pointer;
  const seen = { key: url, stamp };
  if (text.trim() === '') {
    parts.state.markSeen({ source, ...seen, takenAt: parts.clock.now() });
    return false;
  }
  const bytes = utf8(JSON.stringify({ url, title, publishedAt, text }));
  const article = { source, url, title, publishedAt, text };
  keepItem(parts, { bytes, contentType: 'application/json', article }, seen);
  return true;
}

/** Null when the site sent no PDF or Word file, or one without words. */
async function documentText({ documents }: VisitParts, { body }: Answer): Promise<string | null> {
  return documentKind(body) === null ? null : (await documents.read(body)) || null;
}

/** True when the article is new. Throws `FetchFailure` when it may succeed another time. */
export async function takePointer(
  parts: VisitParts,
  source: string,
  pointer: Pointer,
): Promise<boolean> {
  const { state, visitor } = parts;
  const { url, stamp } = pointer;
  if (state.stampOf(source, url) === stamp) return false;
  let answer: Answer;
  try {
    answer = await visitor.visit(url);
  } catch (reason) {
    const never = ['robots-forbid', 'address-forbidden', 'address-bad', 'too-large'];
    if (!(reason instanceof FetchFailure) || !never.includes(reason.code)) throw reason;
    return keepPointer(parts, source, pointer);
  }
  const words = answer.status === 200 ? await documentText(parts, answer) : null;
  if (words !== null) {
    const { title, publishedAt } = pointer;
    const article = { source, url: answer.url, title, publishedAt, text: words };
    keepPage(parts, { answer, article }, { key: url, stamp });
    return true;
  }
  if (isGone(answer) || (answer.status === 200 && !isPage(answer))) {
    return keepPointer(parts, source, pointer);
  }
  if (answer.status !== 200) throw new FetchFailure('refused-by-site');
  const main = await readPage(parts, answer);
  wantDocuments(parts, { source, url: answer.url, isNew: true }, main);
  const article = {
    source,
    url: answer.url,
    title: main.title || pointer.title,
    publishedAt: pointer.publishedAt ?? main.publishedAt ?? pointer.changedAt ?? null,
    text: main.text,
  };
  keepPage(parts, { answer, article }, { key: url, stamp });
  return true;
}

/**
 * Takes what the pointers name, up to the limit of a visit. One page that fails is tried at the
 * next visit; when all fail, the source fails.
 */
export async function takePointers(
  parts: VisitParts,
  source: string,
  pointers: readonly Pointer[],
): Promise<number> {
  let [taken, tried] = [0, 0];
  let failure: FetchFailure | null = null;
  for (const pointer of pointers) {
    if (parts.signal.aborted || tried >= parts.limits.pagesPerVisit) break;
    if (parts.state.stampOf(source, pointer.url) === pointer.stamp) continue;
    tried += 1;
    try {
      if (await takePointer(parts, source, pointer)) taken += 1;
    } catch (reason) {
      if (!(reason instanceof FetchFailure)) throw reason;
      failure ??= reason;
    }
  }
  if (failure && taken === 0) throw failure;
  return taken;
}

export type Asked = { readonly answer: Answer; remember(): void } | 'unchanged';

/** Asks for a feed, sitemap or page only if it changed (RFC 9110, section 13). */
export async function askIfChanged(
  parts: VisitParts,
  url: string,
  how: Omit<VisitHow, 'headers'> = {},
): Promise<Asked> {
  const { etag, lastModified } = parts.state.validatorOf(url);
  const known = {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
  const answer = await parts.visitor.visit(url, { ...how, headers: known });
  if (answer.status === 304) return 'unchanged';
  if (answer.status >= 500 || answer.status === 429) throw new SourceFailure('site-failing');
  if (answer.status !== 200) throw new SourceFailure('refused-by-site');
  const { headers } = answer;
  const validator = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
  // Remembered only when all that it named was taken: else a 304 would hide the rest.
  return { answer, remember: () => parts.state.keepValidator(url, validator) };
}

/** Null when it is no moment that can be read. */
export function momentOf(written: string): Instant | null {
  const ms = written.length > 64 ? Number.NaN : Date.parse(written);
  return Number.isNaN(ms) || ms < 0 ? null : instantOf(ms);
}

export const isAtLeast = (moment: Instant, earliest: Instant): boolean =>
  epochMs(moment) >= epochMs(earliest);
