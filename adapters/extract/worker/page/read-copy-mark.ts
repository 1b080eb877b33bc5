/** Reads the copy mark from a suspect picture, beside the plain page of the document. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { LAYOUT_WIDTH_PX } from '../../../../core/copy-mark/find-lines.ts';
import type { PageReading } from '../../../../core/copy-mark/mark-reading.ts';
import type { Picture } from '../../../../core/copy-mark/picture.ts';
import { plainPage, readMarks } from '../../../../core/copy-mark/read-marks.ts';
import { detectKind } from '../file-kind.ts';
import { FileStop } from '../file-stop.ts';
import { checkedSize } from '../text/picture-size.ts';
import { greyCanvas } from './copy-mark.ts';
import { loadFaces } from './page-mark.ts';
import { drawPage } from './page-picture.ts';

/** A picture of more is read at this size: about a page at 190 dots an inch. */
const MOST_PIXELS = 3_400_000;
/** A scan that comes as a PDF or TIFF is drawn so wide. */
const SCAN_WIDTH_PX = 1_500;

/** A suspect picture as pixels; of a scan with many pages, the first. */
async function suspectPicture(file: Buffer): Promise<Picture> {
  const kind = detectKind(file);
  if (kind === 'pdf' || kind === 'tiff') {
    const order = { page: 1, widthPx: SCAN_WIDTH_PX, mark: [] };
    return greyCanvas((await drawPage(file, order)).canvas);
  }
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'webp') {
    throw new FileStop('file-kind-unknown', 'no-picture');
  }
  checkedSize(file, kind);
  const image = await loadImage(file);
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (image.width * image.height)));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return greyCanvas(canvas);
}

export async function readCopyMark(
  document: Buffer,
  suspect: Buffer,
  page: number,
): Promise<PageReading> {
  loadFaces();
  const picture = await suspectPicture(suspect);
  const order = { page, widthPx: LAYOUT_WIDTH_PX, mark: [] };
  const { canvas } = await drawPage(document, order);
  return readMarks(plainPage(greyCanvas(canvas)), picture);
}
