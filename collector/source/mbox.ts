/** Newsletters in a mailbox file (mbox, RFC 4155), each message read as MIME. */
import PostalMime from 'postal-mime';
import type { SourceOf } from '../config.ts';
import { decodeBytes } from '../text/charset.ts';
import { readIfChanged } from './export-file.ts';
import { keepItem, keyOf, type VisitParts } from './visit.ts';

const SHORT_TEXT = 200;
const encoder = new TextEncoder();

/** Each message without its "From " line. */
export function* messagesOf(mailbox: Buffer): Generator<Buffer> {
  const separator = Buffer.from('\nFrom ');
  let at = mailbox.subarray(0, 5).toString('latin1') === 'From ' ? 0 : -1;
  while (at >= 0) {
    const bodyAt = mailbox.indexOf(10, at) + 1;
    const next = mailbox.indexOf(separator, Math.max(at, bodyAt - 1));
    const message = mailbox.subarray(bodyAt, next < 0 ? mailbox.length : next + 1);
    if (bodyAt > 0 && message.length > 0) yield message;
    at = next < 0 || bodyAt === 0 ? -1 : next + 1;
  }
}

/** Mail in an old font encoding comes out of its charset as letters of Latin-1. */
const withoutOldFont = (text: string): string => decodeBytes(encoder.encode(text)).text;

async function takeMessage(parts: VisitParts, source: string, bytes: Buffer): Promise<boolean> {
  const seen = { key: keyOf(bytes), stamp: '' };
  if (parts.state.stampOf(source, seen.key) !== null) return false;
  const unquoted = Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
  const mail = await PostalMime.parse(unquoted, { maxNestingDepth: 32 });
  const plain = mail.text ?? '';
  const found =
    plain.length < SHORT_TEXT && mail.html
      ? await parts.reader.read(mail.html, { whole: true })
      : null;
  const article = {
    source,
    url: null,
    title: withoutOldFont(mail.subject ?? ''),
    publishedAt: mail.date ?? null,
    text: withoutOldFont(found?.text ?? plain),
  };
  keepItem(parts, { bytes, contentType: 'message/rfc822', article }, seen);
  return true;
}

export async function visitMbox(parts: VisitParts, source: SourceOf<'mbox'>): Promise<number> {
  const file = readIfChanged(parts, source.path);
  if (file === 'unchanged') return 0;
  let taken = 0;
  for (const message of messagesOf(file.bytes)) {
    if (parts.signal.aborted) return taken;
    if (await takeMessage(parts, source.name, message)) taken += 1;
  }
  file.remember();
  return taken;
}
