/**
 * Turns the frames of a reading process into values of the port. Everything here is
 * attacker-controlled: a file may have taken its reader over, so no field is believed until it is
 * checked, and no text of ours is taken from it.
 */
import {
  EXTRACTION_CODES,
  EXTRACTION_WARNINGS,
  type ExtractionCode,
  FILE_KINDS,
} from '../../core/common/extraction.ts';
import { LINE_SLOTS, MOST_LINES } from '../../core/copy-mark/code-signs.ts';
import {
  type MarkReading,
  MOST_STEPS,
  type PageReading,
  UNREADABLE,
} from '../../core/copy-mark/mark-reading.ts';
import type { PairPassage } from '../../core/match/pair/compare-pair.ts';
import type {
  BeneathFile,
  CapturedArticle,
  CapturedArticles,
  Extraction,
  OpenedMessage,
  PagePicture,
  RejectedMember,
  Unread,
} from '../../server/ports/extractor.ts';
import type { PairTexts } from '../../server/ports/pair-comparer.ts';
import type { ChildRun } from './child.ts';
import type { Frame } from './worker/frames.ts';
import { LIMITS } from './worker/limits.ts';

type Header = { readonly [field: string]: unknown };
type Read<Value> = { readonly ok: true; readonly value: Value };

const DIED: Unread = { ok: false, code: 'process-died' };
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const NAME_CHARS = 300;

function headerOf(frame: Frame | undefined): Header {
  const header = frame?.header;
  return typeof header === 'object' && header !== null ? (header as Header) : {};
}

function oneOf<Value extends string>(values: readonly Value[], found: unknown): Value | undefined {
  return values.find((value) => value === found);
}

function line(found: unknown): string {
  if (typeof found !== 'string') return '';
  // Control characters and those that turn the reading direction around.
  return found.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').slice(0, NAME_CHARS);
}

function failureOf(header: Header): Unread | undefined {
  if (header.type !== 'failure') return undefined;
  const code = oneOf(EXTRACTION_CODES, header.code) ?? 'process-died';
  const detail = header.detail;
  const isWord = typeof detail === 'string' && /^[a-z-]{1,40}$/.test(detail);
  return isWord ? { ok: false, code, detail } : { ok: false, code };
}

function stopOf(run: ChildRun): Unread {
  return run.stop === undefined ? DIED : { ok: false, code: run.stop };
}

/**
 * The last extraction sent holds. One sent before word recognition began also holds when the
 * process was ended during recognition: its text is complete but for the pictures.
 */
export function extractionOf(run: ChildRun): Read<ExtractionPart> | Unread {
  const last = run.frames.at(-1);
  const header = headerOf(last);
  if (!last || header.type !== 'extraction') return failureOf(header) ?? stopOf(run);
  const interim = header.final !== true;
  if (interim && run.stop === undefined) return DIED;
  const kind = oneOf(FILE_KINDS, header.kind);
  const pageTexts = textsOf(header.pageBytes, last.body);
  if (kind === undefined || pageTexts === undefined) return DIED;
  const found = Array.isArray(header.warnings) ? header.warnings : [];
  const warnings = EXTRACTION_WARNINGS.filter((warning) => found.includes(warning));
  const next = isCount(header.next, pageTexts.length) ? header.next : null;
  const unread = isCount(header.unread, pageTexts.length + 1) ? header.unread : 0;
  return { ok: true, value: { ...wholeOf({ kind, pageTexts, warnings }), next, unread, interim } };
}

/** What one process read of a file; `next` is the page without text at which to go on. */
export type ExtractionPart = Extraction & {
  readonly next: number | null;
  readonly unread: number;
  /** Cut off while it recognised words. */
  readonly interim: boolean;
};

export function wholeOf(read: Pick<Extraction, 'kind' | 'pageTexts' | 'warnings'>): Extraction {
  const { kind, pageTexts, warnings } = read;
  const text = pageTexts.join('\n');
  return { kind, text, pageTexts, pages: pageTexts.length, warnings };
}

function textsOf(lengths: unknown, body: Uint8Array): string[] | undefined {
  if (!Array.isArray(lengths)) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const texts: string[] = [];
  let from = 0;
  for (const length of lengths) {
    if (!Number.isSafeInteger(length) || length < 0 || from + length > bytes.length)
      return undefined;
    texts.push(bytes.toString('utf8', from, from + length));
    from += length;
  }
  return texts;
}

export function pageOf(run: ChildRun): Read<PagePicture> | Unread {
  const last = run.frames.at(-1);
  const header = headerOf(last);
  if (!last || header.type !== 'page' || run.stop !== undefined)
    return failureOf(header) ?? stopOf(run);
  const pages = header.pages;
  const isPng = PNG_SIGNATURE.equals(last.body.subarray(0, PNG_SIGNATURE.length));
  if (!isPng || typeof pages !== 'number' || !Number.isSafeInteger(pages)) return DIED;
  return { ok: true, value: { png: Uint8Array.from(last.body), pages } };
}

/** Numbers and nothing else: a picture that took its reader over can make them only worthless. */
export function readingOf(run: ChildRun): Read<PageReading> | Unread {
  const header = headerOf(run.frames.at(-1));
  if (header.type !== 'copy-mark' || run.stop !== undefined)
    return failureOf(header) ?? stopOf(run);
  if (header.ok !== true) {
    const why = oneOf(UNREADABLE, header.why);
    return why ? { ok: true, value: { ok: false, why } } : DIED;
  }
  const { readings, lines } = header;
  if (!Array.isArray(readings) || readings.length > MOST_READINGS) return DIED;
  if (!readings.every(isReading) || !isCount(lines, MOST_LINES + 1)) return DIED;
  const places = new Set(readings.map(({ line: at, slot }) => `${at} ${slot}`));
  if (places.size < readings.length) return DIED;
  return { ok: true, value: { ok: true, readings: readings.map(readingFrom), lines } };
}

const MOST_READINGS = MOST_LINES * LINE_SLOTS;

const isCount = (found: unknown, below: number): found is number =>
  typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 && found < below;

function isReading(found: unknown): found is MarkReading {
  const { line: at, slot, steps } = (found ?? {}) as Header;
  const isStep = typeof steps === 'number' && Math.abs(steps) <= MOST_STEPS;
  return isCount(at, MOST_LINES) && isCount(slot, LINE_SLOTS) && isStep;
}

const readingFrom = ({ line: at, slot, steps }: MarkReading) => ({ line: at, slot, steps });

/** Places within the two texts, and nothing else. */
export function passagesOf(run: ChildRun, texts: PairTexts): Read<PairPassage[]> | Unread {
  const header = headerOf(run.frames.at(-1));
  const { type, passages } = header;
  if (type !== 'passages' || run.stop !== undefined || !Array.isArray(passages))
    return failureOf(header) ?? stopOf(run);
  const value = passages.map((found) => passageFrom(found, texts));
  return value.every((passage) => passage !== undefined) ? { ok: true, value } : DIED;
}

function passageFrom(found: unknown, { document, text }: PairTexts): PairPassage | undefined {
  const { score, ...places } = (found ?? {}) as Header;
  const { articleStart, articleEnd, docStart, docEnd } = places;
  const kind = oneOf(['place', 'summary'], places.kind);
  const isShare = typeof score === 'number' && score >= 0 && score <= 1;
  if (!kind || !isShare || !isCount(articleEnd, text.length + 1)) return undefined;
  if (!isCount(docEnd, document.length + 1) || !isCount(docStart, docEnd + 1)) return undefined;
  if (!isCount(articleStart, articleEnd + 1)) return undefined;
  return { kind, articleStart, articleEnd, docStart, docEnd, score };
}

/**
 * Articles already sent are kept when the process is ended early; what was not reached stands in
 * `rejected` under the name of the whole file with the code of the bound.
 */
export function articlesOf(run: ChildRun, fileName: string): CapturedArticles | Unread {
  const value: CapturedArticle[] = [];
  const rejected: RejectedMember[] = [];
  const raws = new Map<unknown, Uint8Array>();
  for (const frame of run.frames) {
    const header = headerOf(frame);
    const failure = failureOf(header);
    if (failure) return failure;
    if (header.type === 'raw') raws.set(header.id, Uint8Array.from(frame.body));
    else if (header.type === 'rejected') rejected.push(rejectedOf(header));
    else if (header.type === 'article') {
      const raw = raws.get(header.rawId);
      if (raw) value.push(articleOf(header, { text: frame.body, raw }));
    }
  }
  const ended = headerOf(run.frames.at(-1)).type === 'end' && run.stop === undefined;
  if (ended) return { ok: true, value, rejected };
  const stop = stopOf(run);
  if (value.length === 0) return stop;
  return { ok: true, value, rejected: [...rejected, { name: line(fileName), code: stop.code }] };
}

/** Whole or not at all: an attachment that never arrived would go unread. */
export function messageOf(run: ChildRun): Read<OpenedMessage> | Unread {
  const [first, ...rest] = run.frames;
  const last = headerOf(rest.pop());
  const whole = headerOf(first).type === 'message-text' && last.type === 'end';
  if (!first || !whole || run.stop !== undefined) {
    return failureOf(headerOf(run.frames.at(-1))) ?? stopOf(run);
  }
  const text = Buffer.from(first.body).toString('utf8');
  const attachments = rest.map(({ body }) => Uint8Array.from(body));
  return { ok: true, value: { text, attachments } };
}

/** Whole or not at all: what never arrived would go unread. */
export function beneathOf(run: ChildRun): Read<BeneathFile> | Unread {
  const [first, ...rest] = run.frames;
  const last = headerOf(rest.pop());
  const whole = headerOf(first).type === 'beneath-text' && last.type === 'end';
  if (!first || !whole || run.stop !== undefined) {
    return failureOf(headerOf(run.frames.at(-1))) ?? stopOf(run);
  }
  const text = Buffer.from(first.body).toString('utf8');
  const files = rest
    .filter((frame) => headerOf(frame).type === 'beneath-file')
    .map(({ body }) => Uint8Array.from(body));
  const rejected = rest
    .map(headerOf)
    .filter(({ type }) => type === 'rejected')
    .map(rejectedOf);
  return { ok: true, value: { text, files, rejected } };
}

function rejectedOf(header: Header): RejectedMember {
  const code: ExtractionCode = oneOf(EXTRACTION_CODES, header.code) ?? 'file-unreadable';
  return { name: line(header.name), code };
}

function articleOf(header: Header, bytes: { text: Uint8Array; raw: Uint8Array }): CapturedArticle {
  return {
    source: line(header.source),
    url: webAddress(header.url),
    title: line(header.title),
    publishedAt: instantOf(header.publishedAt),
    capturedAt: instantOf(header.capturedAt),
    text: Buffer.from(bytes.text).toString('utf8').slice(0, LIMITS.articleTextChars),
    raw: bytes.raw,
    mediaType: mediaTypeOf(header.mediaType),
  };
}

function webAddress(found: unknown): string | null {
  if (typeof found !== 'string' || found.length > 2_048) return null;
  const url = URL.parse(found);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

function instantOf(found: unknown): string | null {
  const isInstant =
    typeof found === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(found);
  return isInstant && !Number.isNaN(Date.parse(found)) ? found : null;
}

function mediaTypeOf(found: unknown): string {
  const isType = typeof found === 'string' && /^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,60}$/.test(found);
  return isType ? found : 'application/octet-stream';
}
