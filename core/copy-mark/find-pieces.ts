/** Where the pieces of lines lie in a picture of the page, to whole pixels, by looking around. */
import type { Layout } from './find-lines.ts';
import type { Picture } from './picture.ts';

export type PieceFound = {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly likeness: number;
};

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The correlation of a box of the page with the picture, moved. */
function likenessAt(
  page: Picture,
  seen: Picture,
  { box, right, down }: { box: Box; right: number; down: number },
): number {
  let [pp, p1, ss, s1, ps, count] = [0, 0, 0, 0, 0, 0];
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const s = seen.pixels[(y + down) * seen.width + x + right] as number;
      if (Number.isNaN(s)) continue;
      const p = page.pixels[y * page.width + x] as number;
      count += 1;
      pp += p * p;
      p1 += p;
      ss += s * s;
      s1 += s;
      ps += p * s;
    }
  }
  if (count < 0.8 * box.width * box.height) return 0;
  const spread = (pp - (p1 * p1) / count) * (ss - (s1 * s1) / count);
  return spread > 0 ? (ps - (p1 * s1) / count) / Math.sqrt(spread) : 0;
}

/**
 * Both pictures `shrink` times smaller than the layout. `reach`: how far to look, in pixels of
 * these pictures.
 */
export function findPieces(
  page: Picture,
  seen: Picture,
  { layout, shrink, reach }: { layout: Layout; shrink: number; reach: number },
): PieceFound[] {
  const found: PieceFound[] = [];
  for (const { top, bottom, pieces } of layout.lines) {
    for (const { left, right } of pieces) {
      const box = {
        left: Math.floor(left / shrink) - 1,
        top: Math.floor(top / shrink) - 1,
        width: Math.ceil((right - left) / shrink) + 2,
        height: Math.ceil((bottom - top) / shrink) + 2,
      };
      const isInside =
        box.left >= reach &&
        box.top >= reach &&
        box.left + box.width + reach <= page.width &&
        box.top + box.height + reach <= page.height;
      if (!isInside) continue;
      let best = { dx: 0, dy: 0, likeness: 0 };
      for (let down = -reach; down <= reach; down += 1) {
        for (let aside = -reach; aside <= reach; aside += 1) {
          const likeness = likenessAt(page, seen, { box, right: aside, down });
          if (likeness > best.likeness) {
            best = { dx: aside * shrink, dy: down * shrink, likeness };
          }
        }
      }
      found.push({ x: (left + right) / 2, y: (top + bottom) / 2, ...best });
    }
  }
  return found;
}
