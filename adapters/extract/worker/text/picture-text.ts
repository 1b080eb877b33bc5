/** The words of a photographed or scanned page; of a TIFF with many pages, those of the first. */
import type { ExtractionWarning } from '../../../../core/common/extraction.ts';
import type { Send } from '../child-pipe.ts';
import { type Pages, sendPages } from './extraction.ts';
import { checkedSize, type PictureKind } from './picture-size.ts';
import { openRecognition } from './recognition.ts';
import { tiffDirectories } from './tiff.ts';

export async function extractPicture(
  { file, kind }: { file: Buffer; kind: PictureKind },
  send: Send,
): Promise<void> {
  checkedSize(file, kind);
  const later =
    kind === 'tiff'
      ? tiffDirectories(file)
          .slice(1)
          .map(() => '')
      : [];
  const recognition = await openRecognition();
  recognition.load(file);
  const bare: Pages = { kind, pageTexts: ['', ...later], warnings: ['no-text-layer'] };
  // Holds if recognition outlasts the limit: a picture, its words unread.
  await sendPages(send, bare, { final: false });
  const text = recognition.recognise();
  const warnings: ExtractionWarning[] = later.length > 0 ? ['no-text-layer'] : [];
  warnings.push(text === '' ? 'no-words-found' : 'text-by-ocr');
  return sendPages(send, { kind, pageTexts: [text, ...later], warnings }, { final: true });
}
