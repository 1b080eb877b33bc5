/**
 * Invented pages of many forms as files, drawn by the product's own code: plain, and as a marked
 * copy with its visible mark and notice.
 */
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PageCode } from '../../../core/copy-mark/code-signs.ts';
import { LAYOUT_WIDTH_PX } from '../../../core/copy-mark/find-lines.ts';
import type { Picture } from '../../../core/copy-mark/picture.ts';
import { greyCanvas, moveCanvasLines } from '../worker/page/copy-mark.ts';
import { FACE, loadFaces, withMark } from '../worker/page/page-mark.ts';
import { drawPage } from '../worker/page/page-picture.ts';

const WIDTH = 2_480;
const HEIGHT = 3_508;
const PT = WIDTH / 595;

export type PageForm = {
  readonly fontPt: number;
  readonly linePt: number;
  readonly justified: boolean;
  readonly heading: boolean;
  /** Words of the page, in order; as many as fit are drawn. */
  readonly paragraphs: readonly string[];
};

type Pen = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

function linesOf(pen: Pen, paragraph: string, widthPx: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (pen.measureText(longer).width <= widthPx) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function drawHeading(pen: Pen): number {
  pen.font = `bold ${12 * PT}px ${FACE}`;
  pen.fillText('ỦY BAN BẦU CỬ THÀNH PHỐ', 85 * PT, 75 * PT);
  pen.fillText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300 * PT, 75 * PT, 240 * PT);
  pen.fillText('TỔ GIÚP VIỆC', 115 * PT, 92 * PT);
  pen.fillText('Độc lập - Tự do - Hạnh phúc', 340 * PT, 92 * PT);
  return 130 * PT;
}

function drawJustified(pen: Pen, line: string, { y, widthPx }: { y: number; widthPx: number }) {
  const words = line.split(' ');
  const inked = words.reduce((sum, word) => sum + pen.measureText(word).width, 0);
  const gap = (widthPx - inked) / Math.max(1, words.length - 1);
  let x = 85 * PT;
  for (const word of words) {
    pen.fillText(word, x, y);
    x += pen.measureText(word).width + gap;
  }
}

/** A PNG of one page of A4, 300 dots an inch. */
export function inventedPage(form: PageForm): Buffer {
  loadFaces();
  const canvas = createCanvas(WIDTH, HEIGHT);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = '#000';
  let y = form.heading ? drawHeading(pen) : 75 * PT;
  pen.font = `${form.fontPt * PT}px ${FACE}`;
  const widthPx = 453 * PT;
  for (const paragraph of form.paragraphs) {
    const lines = linesOf(pen, paragraph, widthPx);
    for (const [at, line] of lines.entries()) {
      if (y > HEIGHT - 60 * PT) return canvas.toBuffer('image/png');
      const isFull = form.justified && at + 1 < lines.length;
      if (isFull) drawJustified(pen, line, { y, widthPx });
      else pen.fillText(line, 85 * PT, y);
      y += form.linePt * PT;
    }
    y += 0.3 * form.linePt * PT;
  }
  return canvas.toBuffer('image/png');
}

export async function plainPicture(file: Buffer, page = 1): Promise<Picture> {
  loadFaces();
  return greyCanvas((await drawPage(file, { page, widthPx: LAYOUT_WIDTH_PX, mark: [] })).canvas);
}

export type MarkedOrder = {
  readonly page?: number;
  /** How many times as wide as a page on the screen. */
  readonly times: 1 | 2;
  readonly code: PageCode;
  readonly mark: readonly string[];
  /** In colour its red channel is taken, as the reader of marks does. */
  readonly seenIn: 'colour' | 'grey';
};

export async function markedPicture(file: Buffer, order: MarkedOrder): Promise<Picture> {
  loadFaces();
  const { page = 1, mark } = order;
  const at = (times: number) =>
    drawPage(file, { page, widthPx: times * LAYOUT_WIDTH_PX, mark: [] });
  const { canvas } = await at(order.times);
  moveCanvasLines(canvas, (await at(1)).canvas, order.code);
  const marked = withMark(canvas, mark);
  return order.seenIn === 'colour' ? greyCanvas(marked) : lightOf(marked);
}

/** Brightness as a scanner without colour sees it (ITU-R BT.601). */
function lightOf(canvas: Canvas): Picture {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const pixels = new Float32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [red, green, blue] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    pixels[at] = 0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0);
  }
  return { width, height, pixels };
}
