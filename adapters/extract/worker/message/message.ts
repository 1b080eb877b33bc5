/**
 * One mail message (RFC 5322, MIME) to its words and its attachments. A message inside a message
 * is read through; what nests deeper than anyone writes is refused, not skipped.
 */
import PostalMime, { type Attachment } from 'postal-mime';
import type { Send } from '../child-pipe.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { parsePage, textOf } from '../text/html-text.ts';

const NESTING = { maxNestingDepth: 64, maxRfc822NestingDepth: 16, maxHeadersSize: 1024 * 1024 };

export async function readMessage(file: Buffer, send: Send): Promise<void> {
  const mail = await PostalMime.parse(file, NESTING);
  const { attachments, subject = '', text = '', html } = mail;
  if (attachments.length > LIMITS.messageParts)
    throw new FileStop('output-limit', 'too-many-parts');
  const names = attachments.map(({ filename }) => filename ?? '');
  const shown = html === undefined ? '' : textOf(parsePage(html));
  const words = [subject, text, shown, ...names].filter((each) => each !== '').join('\n\n');
  await send({ type: 'message-text' }, Buffer.from(words.normalize('NFC')));
  for (const { content } of attachments) await send({ type: 'attachment' }, bytesOf(content));
  await send({ type: 'end' });
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}
