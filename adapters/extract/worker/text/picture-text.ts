/**
 * The words of a photographed or scanned page; of a TIFF with many pages, those of the first;
 * of a GIF that moves, those of its beginning and its end.
 */
import type { ExtractionWarning } from '../../../../core/common/extraction.ts';
import type { Send } from '../child-pipe.ts';
import { type Pages, sendPages } from './extraction.ts';
import { gifPictures } from './gif.ts';
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
  const [first = file, moved] = kind === 'gif' ? gifPictures(file) : [file];
  recognition.load(first);
  const bare: Pages = { kind, pageTexts: ['', ...later], warnings: ['no-text-layer'] };
  // Holds if recognition outlasts the limit: a picture, its words unread.
  await sendPages(send, bare, { final: false });
  const seen = [recognition.recognise()];
  if (moved && recognition.hasTime()) seen.push(recognition.recognise(moved));
  const text = [...new Set(seen)].join('\n').trim();
  const warnings: ExtractionWarning[] = later.length > 0 ? ['no-text-layer'] : [];
  warnings.push(text === '' ? 'no-words-found' : 'text-by-ocr');
  return sendPages(send, { kind, pageTexts: [text, ...later], warnings }, { final: true });
}
