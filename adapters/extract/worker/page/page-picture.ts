/**
 * One page of a file as pixels, with the reader's mark drawn into them. What leaves is a fresh PNG
 * of our own canvas: no link, script, layer or metadata of the file survives.
 */
import * as canvasLibrary from '@napi-rs/canvas';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { createIsomorphicCanvasFactory } from 'unpdf';
import type { PageCode } from '../../../../core/copy-mark/code-signs.ts';
import { LAYOUT_WIDTH_PX } from '../../../../core/copy-mark/find-lines.ts';
import { detectKind } from '../file-kind.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { readRunningText } from '../text/extraction.ts';
import { openPdf } from '../text/pdf-document.ts';
import { checkedSize, isPicture, type PictureKind } from '../text/picture-size.ts';
import { tiffDirectories } from '../text/tiff.ts';
import { moveCanvasLines } from './copy-mark.ts';
import { A4, FONT_PT, LINE_PT, MARGINS, TEXT_WIDTH_PT } from './page-layout.ts';
import { FACE, loadFaces, withMark } from './page-mark.ts';
import { tiffPageAsPdf } from './tiff-as-pdf.ts';

export type PageOrder = {
  page: number;
  widthPx: number;
  mark: readonly string[];
  notice?: readonly string[];
  /** The signs of the copy, by which its lines are moved. */
  code?: PageCode;
};
type Drawn = { readonly canvas: Canvas; readonly pages: number };

const MIN_WIDTH_PX = 100;
const MAX_WIDTH_PX = 3_000;

export async function renderPage(
  file: Buffer,
  order: PageOrder,
): Promise<{ png: Buffer; pages: number }> {
  loadFaces();
  const { canvas, pages } = await drawPage(file, order);
  if (order.code) {
    const plain = await drawPage(file, { ...order, widthPx: LAYOUT_WIDTH_PX });
    moveCanvasLines(canvas, plain.canvas, order.code);
  }
  return { png: await withMark(canvas, order.mark, order.notice).encode('png'), pages };
}

export async function drawPage(file: Buffer, order: PageOrder): Promise<Drawn> {
  const kind = detectKind(file);
  if (kind === 'pdf') return drawPdf(file, order);
  if (isPicture(kind)) return drawPicture({ file, kind }, order);
  return drawText((await readRunningText(file)).pageTexts, order);
}

/** A canvas of the asked width and the page's proportions, white, and its scale. */
function sheet(size: { width: number; height: number }, widthPx: number) {
  const asked = Math.min(Math.max(Math.round(widthPx) || MIN_WIDTH_PX, MIN_WIDTH_PX), MAX_WIDTH_PX);
  const wanted = asked / size.width;
  // A page may claim to be a kilometre long: the picture stays within its pixels all the same.
  const scale = Math.min(wanted, Math.sqrt(LIMITS.canvasPixels / (size.width * size.height)));
  const width = Math.max(1, Math.floor(size.width * scale));
  const height = Math.max(1, Math.floor(size.height * scale));
  if (!Number.isFinite(scale) || Math.max(width, height) > 30_000)
    throw new FileStop('file-too-large', 'page-shape');
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  return { canvas, pen, scale };
}

function checkPage(page: number, pages: number): void {
  if (!Number.isSafeInteger(page) || page < 1 || page > pages) throw new FileStop('page-missing');
}

async function drawPdf(file: Buffer, order: PageOrder): Promise<Drawn> {
  // pdf.js draws through these browser names.
  const { DOMMatrix, Path2D, ImageData } = canvasLibrary;
  Object.assign(globalThis, { DOMMatrix, Path2D, ImageData });
  const CanvasFactory = await createIsomorphicCanvasFactory(() => import('@napi-rs/canvas'));
  const document = await openPdf(file, { CanvasFactory });
  checkPage(order.page, document.numPages);
  const page = await document.getPage(order.page);
  const { canvas, pen, scale } = sheet(page.getViewport({ scale: 1 }), order.widthPx);
  const viewport = page.getViewport({ scale });
  await page.render({
    // The two libraries describe one and the same canvas by different types.
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: pen as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  return { canvas, pages: document.numPages };
}

async function drawPicture(
  { file, kind }: { file: Buffer; kind: PictureKind },
  order: PageOrder,
): Promise<Drawn> {
  checkedSize(file, kind);
  if (kind === 'tiff') {
    const pages = tiffDirectories(file).length;
    checkPage(order.page, pages);
    return { ...(await drawPdf(tiffPageAsPdf(file, order.page), { ...order, page: 1 })), pages };
  }
  checkPage(order.page, 1);
  const image = await loadImage(file);
  const { canvas, pen } = sheet(image, order.widthPx);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { canvas, pages: 1 };
}

function drawText(pageTexts: readonly string[], order: PageOrder): Drawn {
  checkPage(order.page, pageTexts.length);
  const { canvas, pen, scale } = sheet({ width: A4.widthPt, height: A4.heightPt }, order.widthPx);
  pen.scale(scale, scale);
  pen.fillStyle = '#000';
  pen.font = `${FONT_PT}px ${FACE}`;
  const lines = (pageTexts[order.page - 1] ?? '').split('\n');
  for (const [at, line] of lines.entries()) {
    const baselinePt = MARGINS.topPt + (at + 1) * LINE_PT;
    pen.fillText(line.replaceAll('\t', '    '), MARGINS.leftPt, baselinePt, TEXT_WIDTH_PT);
  }
  return { canvas, pages: pageTexts.length };
}
