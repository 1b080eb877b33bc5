/**
 * The body of a web request or answer to texts and files for the check: forms, JSON of a web
 * editor, uploads; each by its declared type, everything else as a file by its own bytes. Pictures
 * and files that an editor writes into a text as `data:` addresses are files too.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib';
import type { UncheckedCode } from '../../server/ports/passing.ts';
import { boundaryOf, splitFormData } from './multipart-form.ts';

export type WebBody = {
  readonly contentType: string;
  readonly contentEncoding: string;
  readonly body: Buffer;
};
export type WebContent = {
  readonly texts: readonly string[];
  readonly files: readonly Uint8Array[];
  readonly messages: readonly Uint8Array[];
};

/** Counted on what comes out: a small body may inflate without end. */
const MOST_INFLATED_BYTES = 64 * 1024 * 1024;
const MOST_STRINGS = 200_000;
const MOST_EMBEDDED = 100;
const NONE: WebContent = { texts: [], files: [], messages: [] };

const INFLATERS: Readonly<
  Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** A code where the content cannot be known. */
export async function contentOf(web: WebBody): Promise<WebContent | UncheckedCode> {
  const body = await inflated(web);
  if (typeof body === 'string') return body;
  const type = web.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (body.length === 0) return NONE;
  if (type === 'multipart/form-data') return formContent(body, boundaryOf(web.contentType));
  if (type === 'application/x-www-form-urlencoded') return textContent(pairsOf(body));
  if (/^application\/(.+\+)?json$/.test(type)) return jsonContent(body);
  if (type.startsWith('multipart/')) {
    const head = Buffer.from(`Content-Type: ${web.contentType}\r\n\r\n`, 'latin1');
    return { ...NONE, messages: [Buffer.concat([head, body])] };
  }
  return { ...NONE, files: [body] };
}

/** What an address carries behind its first question mark; another one is a character like any. */
export function textOfAddress(address: string): string {
  const at = address.indexOf('?');
  const query = at < 0 ? '' : address.slice(at + 1);
  return [...new URLSearchParams(query)].flat().join('\n');
}

async function inflated({ body, contentEncoding }: WebBody): Promise<Buffer | UncheckedCode> {
  const encoding = contentEncoding.trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return body;
  try {
    const inflater = INFLATERS[encoding];
    return inflater ? await inflater(body, { maxOutputLength: MOST_INFLATED_BYTES }) : 'unreadable';
  } catch (reason) {
    const code = (reason as { code?: unknown }).code;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable';
  }
}

function formContent(body: Buffer, boundary: string | null): WebContent | UncheckedCode {
  const parts = boundary === null ? null : splitFormData(body, boundary);
  if (!parts) return 'unreadable';
  const files = parts.filter(({ isFile, content }) => isFile && content.length > 0);
  const fields = parts.filter(({ isFile }) => !isFile);
  const typed = textContent(fields.map(({ content }) => content.toString('utf8')));
  return { ...typed, files: [...typed.files, ...files.map(({ content }) => content)] };
}

function pairsOf(body: Buffer): readonly string[] {
  return [...new URLSearchParams(body.toString('utf8'))].flat();
}

function jsonContent(body: Buffer): WebContent | UncheckedCode {
  const text = body.toString('utf8');
  try {
    const strings = stringsOf(JSON.parse(text));
    return strings ? textContent(strings) : 'too-large';
  } catch {
    return textContent([text]);
  }
}

/** Every string of a JSON value, names too. A loop: it may nest as deep as it is long. */
function stringsOf(value: unknown): readonly string[] | null {
  const found: string[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') found.push(next);
    else if (typeof next === 'object' && next !== null) {
      if (!Array.isArray(next)) for (const name of Object.keys(next)) found.push(name);
      for (const member of Object.values(next).reverse()) open.push(member);
    }
    if (found.length > MOST_STRINGS) return null;
  }
  return found;
}

/** Markup is also read as a page: an editor may write each letter as `&aacute;`. */
function textContent(texts: readonly string[]): WebContent {
  const marked = texts.filter((text) => /<[a-z!/]|&#?\w{2,8};/i.test(text));
  const page = Buffer.from([PAGE_START, ...marked].join(CLOSERS));
  const files = [...(marked.length > 0 ? [page] : []), ...texts.flatMap(embeddedFiles)];
  return { texts, files, messages: [] };
}

/** The point: a page of nothing but marks is still a page that can be read. */
const PAGE_START = '<!doctype html><meta charset="utf-8"><body>.';
/** What one field leaves open must not swallow the next. */
const CLOSERS = '-->"></script></style></textarea></title></select></template></svg></math><hr>';

const DATA_ADDRESS =
  /data:[\w.+-]{0,80}\/?[\w.+-]{0,80}(?:;[\w.=+-]{0,40}){0,3};base64,([A-Za-z0-9+/]{16,}={0,2})/g;

function embeddedFiles(text: string): readonly Buffer[] {
  const found = text.matchAll(DATA_ADDRESS).take(MOST_EMBEDDED);
  return [...found.map((match) => Buffer.from(match[1] ?? '', 'base64'))];
}
