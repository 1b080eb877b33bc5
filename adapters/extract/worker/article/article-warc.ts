/**
 * Web archives (WARC, ISO 28500): the pages that succeeded. Where a `conversion` record in JSON
 * follows its original, as the outside collector writes it, its text is the article and the
 * original stays as evidence: a page, a mail, an entry of an export. Every length is a claim.
 */
import { WARCParser, type WARCRecord } from 'warcio';
import { LIMITS } from '../limits.ts';

export type CapturedPage = {
  readonly url: string;
  readonly html: Buffer;
  readonly charset: string | undefined;
  readonly capturedAt: string | undefined;
};

export type CapturedItem = {
  readonly original: Buffer;
  readonly mediaType: string;
  /** The conversion: one line of a JSON Lines capture. */
  readonly line: string;
  readonly capturedAt: string | undefined;
};

type Original = {
  readonly recordId: string | null;
  readonly url: string;
  readonly body: Buffer;
  readonly contentType: string;
  readonly isPage: boolean;
  readonly capturedAt: string | undefined;
};

export type FromWarc = CapturedPage | CapturedItem | { readonly tooLarge: string };

/** Yields pages and items, or the address of one that is too large to keep. */
export async function* articlesOfWarc(file: Buffer): AsyncGenerator<FromWarc> {
  let waiting: Original | null = null;
  for await (const record of WARCParser.iterRecords(chunksOf(file))) {
    const refersTo = record.warcHeaders.headers.get('WARC-Refers-To') ?? '';
    if (waiting && record.warcType === 'conversion' && refersTo === waiting.recordId) {
      const item = await itemOf(record, waiting);
      waiting = null;
      yield item;
      continue;
    }
    if (waiting?.isPage) yield pageOf(waiting);
    waiting = null;
    if (!isOriginal(record)) continue;
    const original = await originalOf(record);
    if ('tooLarge' in original) yield original;
    else waiting = original;
  }
  if (waiting?.isPage) yield pageOf(waiting);
}

function isOriginal({ warcType, httpHeaders }: WARCRecord): boolean {
  if (warcType === 'resource') return true;
  return warcType === 'response' && /\b200\b/.test(httpHeaders?.statusline ?? '');
}

async function originalOf(record: WARCRecord): Promise<Original | { tooLarge: string }> {
  const { warcType, httpHeaders } = record;
  const url = record.warcTargetURI ?? '';
  const isResponse = warcType === 'response';
  const contentType =
    (isResponse ? httpHeaders?.headers.get('content-type') : record.warcContentType) ?? '';
  const body = await bodyOf(record);
  if (!body) return { tooLarge: url };
  const recordId = record.warcHeaders.headers.get('WARC-Record-ID') ?? null;
  const isPage = isResponse && /^\s*(text\/html|application\/xhtml)/i.test(contentType);
  const capturedAt = momentOf(record);
  return { recordId, url, body, contentType, isPage, capturedAt };
}

/** `WARC-Date` always names its zone, and seconds at least. */
function momentOf({ warcHeaders }: WARCRecord): string | undefined {
  const written = warcHeaders.headers.get('WARC-Date') ?? '';
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(written);
  const moment = isMoment ? Date.parse(written) : Number.NaN;
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}

function pageOf({ url, body, contentType, capturedAt }: Original): CapturedPage {
  const charset = /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1];
  return { url, html: body, charset, capturedAt };
}

async function itemOf(
  record: WARCRecord,
  { body, contentType, url, capturedAt }: Original,
): Promise<CapturedItem | { tooLarge: string }> {
  const text = await bodyOf(record);
  if (!text) return { tooLarge: url };
  const mediaType = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(contentType.trim())?.[0];
  return {
    original: body,
    mediaType: mediaType?.toLowerCase() ?? 'application/octet-stream',
    line: text.toString('utf8'),
    capturedAt,
  };
}

/** Counts what comes out of chunking and content encoding, not the record's declared length. */
async function bodyOf(record: WARCRecord): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of record) {
    bytes += chunk.length;
    if (bytes <= LIMITS.memberBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= LIMITS.memberBytes ? Buffer.concat(chunks) : undefined;
}

const CHUNK_BYTES = 64 * 1024;

async function* chunksOf(file: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += CHUNK_BYTES) yield file.subarray(at, at + CHUNK_BYTES);
}
