/**
 * The visible mark of who reads which copy when: repeated across the page, half transparent, and
 * once more in a band under it. It is drawn after the page, so no content can cover it, and it is
 * part of the pixels, so no viewer can hide it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** Tinos has every Vietnamese letter and the measures of Times New Roman. */
export const FACE = 'Tinos';

const MAX_LINES = 8;
const MAX_CHARS = 200;

export function loadFaces(): void {
  const require = createRequire(import.meta.url);
  for (const file of ['400Regular/Tinos_400Regular.ttf', '700Bold/Tinos_700Bold.ttf'])
    GlobalFonts.register(readFileSync(require.resolve(`@expo-google-fonts/tinos/${file}`)), FACE);
}

const cut = (lines: readonly string[]) =>
  lines.slice(0, MAX_LINES).map((line) => line.normalize('NFC').slice(0, MAX_CHARS));

/**
 * A canvas a little taller than the page: the page, the mark over it, the band below it. `notice`
 * stands in the band alone.
 */
export function withMark(
  page: Canvas,
  mark: readonly string[],
  notice: readonly string[] = [],
): Canvas {
  const lines = cut(mark);
  const band = [...lines, ...cut(notice)];
  if (band.length === 0) return page;
  const fontPx = Math.max(10, Math.round(page.width / 50));
  const bandPx = Math.ceil(fontPx * 1.3 * (band.length + 0.5));
  const marked = createCanvas(page.width, page.height + bandPx);
  const pen = marked.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, marked.width, marked.height);
  pen.drawImage(page, 0, 0);
  if (lines.length > 0) {
    drawAcross(pen, { lines, fontPx, width: page.width, height: page.height });
  }
  pen.fillStyle = '#a00000';
  pen.font = `bold ${fontPx}px ${FACE}`;
  for (const [at, line] of band.entries())
    pen.fillText(line, fontPx, page.height + fontPx * 1.3 * (at + 1), page.width - 2 * fontPx);
  return marked;
}

type Area = { lines: readonly string[]; fontPx: number; width: number; height: number };

function drawAcross(pen: SKRSContext2D, { lines, fontPx, width, height }: Area): void {
  const text = lines.join(' · ');
  const sizePx = Math.round(fontPx * 1.2);
  const reach = Math.hypot(width, height);
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.PI / 6);
  pen.globalAlpha = 0.22;
  pen.fillStyle = '#a00000';
  pen.font = `bold ${sizePx}px ${FACE}`;
  const step = pen.measureText(text).width + sizePx * 4;
  for (let y = -reach / 2, row = 0; y < reach / 2; y += sizePx * 6, row += 1)
    for (let x = -reach / 2 - (row % 2) * (step / 2); x < reach / 2; x += step)
      pen.fillText(text, x, y);
  pen.restore();
}
