/**
 * Makes the copy: every line of the picture up or down by one step, every piece of it left or right
 * by one step. A step is a 1,240th of the page's width: 0.17 mm on A4.
 */
import { type PageCode, signAt } from './code-signs.ts';
import { LAYOUT_WIDTH_PX, type Layout, type Line } from './find-lines.ts';

/** A picture in colour, four bytes a pixel, changed in place. */
export type ColourPicture = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
};

/**
 * The picture is a whole number of times as wide as the one that the layout was found in; what it
 * has below the page (the reader's band) stays where it is.
 */
export function moveLines(picture: ColourPicture, layout: Layout, code: PageCode): void {
  const times = Math.max(1, Math.round(picture.width / layout.width));
  layout.lines.forEach((line, at) => {
    moveLine(picture, line, { at, times, code });
  });
}

type LineMove = { readonly at: number; readonly times: number; readonly code: PageCode };

function moveLine(picture: ColourPicture, line: Line, { at, times, code }: LineMove): void {
  const { width, rgba } = picture;
  const down = signAt(code, at, 0) * times;
  // One step of clear rows and columns moves with the words: the line leaves nothing behind.
  const [top, bottom] = [line.top * times, line.bottom * times];
  const held = rgba.slice(4 * top * width, 4 * bottom * width);
  const last = line.pieces.length - 1;
  line.pieces.forEach(({ left, right }, piece) => {
    const aside = signAt(code, at, piece + 1) * times;
    // Between two pieces there is a gap of words; at the ends of a line the margin.
    const from = Math.max(0, left * times - (piece === 0 ? times : 0));
    const to = Math.min(width, right * times + (piece === last ? times : 0));
    for (let y = top; y < bottom; y += 1) {
      const row = 4 * (y - top) * width;
      const target = (y + down) * width + from + aside;
      rgba.set(held.subarray(row + 4 * from, row + 4 * to), 4 * target);
    }
  });
}

/** How wide a picture is drawn so that lines can be moved by whole pixels. */
export const markedWidthPx = (times: number): number => times * LAYOUT_WIDTH_PX;
