/** Web archives (WARC, ISO 28500): the HTML responses that succeeded. Every length is a claim. */
import { WARCParser, type WARCRecord } from 'warcio';
import { LIMITS } from '../limits.ts';

export type CapturedPage = {
  readonly url: string;
  readonly html: Buffer;
  readonly charset: string | undefined;
  readonly capturedAt: string | undefined;
};

/** Yields a page, or the address of one that is too large to keep. */
export async function* pagesOfWarc(
  file: Buffer,
): AsyncGenerator<CapturedPage | { tooLarge: string }> {
  for await (const record of WARCParser.iterRecords(chunksOf(file))) {
    const type = record.httpHeaders?.headers.get('content-type') ?? '';
    const isPage =
      record.warcType === 'response' && /^\s*(text\/html|application\/xhtml)/i.test(type);
    if (!isPage || !/\b200\b/.test(record.httpHeaders?.statusline ?? '')) continue;
    const url = record.warcTargetURI ?? '';
    const html = await bodyOf(record);
    if (!html) yield { tooLarge: url };
    else {
      const charset = /charset\s*=\s*"?([\w-]{1,40})/i.exec(type)?.[1];
      yield { url, html, charset, capturedAt: record.warcDate ?? undefined };
    }
  }
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
