/**
 * What a file is, by its first bytes and never by its name. A file that is two kinds at once
 * (a polyglot) is refused: what one reader shows, another would hide.
 */
import type { FileKind } from '../../../core/common/extraction.ts';
import { FileStop } from './file-stop.ts';

export type RawKind = Extract<
  FileKind,
  'pdf' | 'rtf' | 'html' | 'txt' | 'png' | 'jpeg' | 'tiff' | 'webp' | 'gif' | 'bmp'
>;

const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
/** A ZIP's closing record stands within its 22 bytes and a comment of at most 65,535. */
const ZIP_END_BYTES = 65_557;
const HEAD_BYTES = 1_024;

/** `zip` still has to be looked into: an office document or nothing we read. */
export function detectKind(file: Buffer): RawKind | 'zip' {
  const head = file.toString('latin1', 0, HEAD_BYTES);
  const kind = kindByHead(head);
  const holdsZip = file.subarray(-ZIP_END_BYTES).includes(ZIP_END);
  const holdsPdf = head.includes('%PDF-');
  const two = (kind !== 'zip' && kind !== 'txt' && holdsZip) || (kind !== 'pdf' && holdsPdf);
  if (two) throw new FileStop('file-kind-unknown', 'two-kinds-at-once');
  return kind;
}

function kindByHead(head: string): RawKind | 'zip' {
  if (head.startsWith('PK\x03\x04')) return 'zip';
  if (/^(\xef\xbb\xbf)?\s{0,64}%PDF-\d/.test(head)) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  // A text may begin with these two letters; the reserved bytes of a bitmap are zero.
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return 'bmp';
  refuseKnown(head);
  return /^<(!doctype html|html|head|body|svg)\b/i.test(afterProlog(head)) ? 'html' : 'txt';
}

/** What stands before the first element of a page: a mark of bytes, a declaration, comments. */
function afterProlog(head: string): string {
  let rest = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  for (const [start, end] of PROLOG) {
    while (rest.startsWith(start) && rest.includes(end)) {
      rest = rest.slice(rest.indexOf(end) + end.length).trimStart();
    }
  }
  return rest;
}

const PROLOG = [
  ['<?xml', '?>'],
  ['<!--', '-->'],
] as const;

function refuseKnown(head: string): void {
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    throw new FileStop('file-kind-unknown', 'old-office-file');
  if (startsWithAny(head, ['PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', '\x7fELF']))
    throw new FileStop('file-kind-unknown');
}

/** `head` is the file's beginning as latin1. */
export function startsWithAny(head: string, signatures: readonly string[]): boolean {
  return signatures.some((signature) => head.startsWith(signature));
}
