/** The words of a photographed or scanned page. */
import type { Send } from '../child-pipe.ts';
import { sendPages } from './extraction.ts';
import { checkedSize, type PictureKind } from './picture-size.ts';
import { openRecognition } from './recognition.ts';

export async function extractPicture(
  { file, kind }: { file: Buffer; kind: PictureKind },
  send: Send,
): Promise<void> {
  checkedSize(file, kind);
  const recognition = await openRecognition();
  recognition.load(file);
  // Holds if recognition outlasts the limit: a picture, its words unread.
  await sendPages(send, { kind, pageTexts: [''], warnings: ['no-text-layer'] }, { final: false });
  const text = recognition.recognise();
  const warnings = text === '' ? (['no-text-layer'] as const) : (['text-by-ocr'] as const);
  await sendPages(send, { kind, pageTexts: [text], warnings }, { final: true });
}
