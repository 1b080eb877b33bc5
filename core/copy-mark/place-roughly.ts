/**
 * Where, how large and how much turned a page lies in a picture of it or of a part of it, to within
 * a millimetre or two. The turn comes from the lines themselves; the size is tried; the place is
 * found by correlation. A picture may be turned by up to five degrees; upside down is not tried.
 */
import { lies, powerAtLeast, type Stamp, stampOf } from './fourier.ts';
import {
  blank,
  boxBlurred,
  halved,
  type Picture,
  type PlaceMap,
  type Size,
  seenThrough,
} from './picture.ts';

/** The page is looked for at a seventh of the width at which lines are found. */
const SMALLER = 7;
const LIGHT_RADIUS_PX = 5;
const DEGREE = Math.PI / 180;
const MOST_TURN = 5 * DEGREE;
const COARSE_TURN = 0.5 * DEGREE;
const FINE_TURN = 0.1 * DEGREE;
/** Enough to be sure of the place without trying more sizes. */
const SURE_LIKENESS = 0.4;

/** Each picture half the one before. */
export function pyramidOf(picture: Picture): readonly Picture[] {
  const levels = [picture];
  for (let last = picture; Math.min(last.width, last.height) > 64; ) {
    last = halved(last);
    levels.push(last);
  }
  return levels;
}

/** How much darker each pixel is than its surroundings: uneven light falls away. */
export function inkOf(picture: Picture, radius: number): Picture {
  const around = boxBlurred(picture, radius);
  const ink = blank(picture);
  for (let at = 0; at < ink.pixels.length; at += 1) {
    ink.pixels[at] = Math.max(0, (around.pixels[at] as number) - (picture.pixels[at] as number));
  }
  return ink;
}

/** `scale`: pixels of the picture to one of the page. */
type Pose = { readonly scale: number; readonly turn: number };
type Found = Pose & { readonly map: PlaceMap; readonly likeness: number };

/** From the small turned picture to the given one. */
function fromSmall(picture: Size, small: Size, { scale, turn }: Pose): PlaceMap {
  const [cos, sin] = [Math.cos(turn) * scale * SMALLER, Math.sin(turn) * scale * SMALLER];
  return (x, y) => {
    const [across, down] = [x - small.width / 2, y - small.height / 2];
    return [
      picture.width / 2 + cos * across - sin * down,
      picture.height / 2 + sin * across + cos * down,
    ];
  };
}

function smallSize({ width, height }: Size, scale: number): Size {
  return {
    width: Math.ceil(width / (scale * SMALLER)),
    height: Math.ceil(height / (scale * SMALLER)),
  };
}

/** The picture at the small size, straightened; its ink. */
function smallInk(levels: readonly Picture[], pose: Pose): Picture | null {
  const [picture] = levels;
  if (!picture) return null;
  const size = smallSize(picture, pose.scale);
  if (Math.min(size.width, size.height) < 16 || size.width * size.height > 400_000) return null;
  const level = Math.min(
    levels.length - 1,
    Math.max(0, Math.floor(Math.log2(pose.scale * SMALLER))),
  );
  const source = levels[level] as Picture;
  const shrink = 2 ** level;
  const map = fromSmall(picture, size, pose);
  const seen = seenThrough(
    source,
    (x, y) => {
      const [u, v] = map(x, y);
      return [(u + 0.5) / shrink - 0.5, (v + 0.5) / shrink - 0.5];
    },
    { ...size, outside: 255 },
  );
  return inkOf(seen, LIGHT_RADIUS_PX);
}

export type RoughPage = {
  readonly size: Size;
  readonly small: Size;
  readonly stamp: Stamp;
  readonly pitch: number;
};

export function roughPage(picture: Picture): RoughPage {
  const levels = pyramidOf(picture);
  const ink = smallInk(levels, { scale: 1, turn: 0 }) ?? blank({ width: 1, height: 1 });
  // Room for a picture that shows more than the page.
  const field = {
    width: powerAtLeast(1.15 * ink.width),
    height: powerAtLeast(1.15 * ink.height),
  };
  const pitch = pitchOf(rowProfile(inkOf(levels[1] ?? picture, 15), 0)) * 2;
  return { size: picture, small: ink, stamp: stampOf(ink, field), pitch };
}

type Lengths = { readonly part: number; readonly whole: number };

/** Of two places that a field of this size cannot tell apart, the one that overlaps more. */
function unwrapped(at: number, field: number, { part, whole }: Lengths): number {
  const overlap = (from: number) => Math.min(whole, from + part) - Math.max(0, from);
  return overlap(at) >= overlap(at - field) ? at : at - field;
}

const PLACES = 3;

function tryPose(page: RoughPage, levels: readonly Picture[], pose: Pose): Found[] {
  const [picture] = levels;
  const ink = smallInk(levels, pose);
  if (!picture || !ink) return [];
  const { size: field } = page.stamp;
  if (ink.width > field.width || ink.height > field.height) return [];
  const back = fromSmall(picture, ink, pose);
  return lies(page.stamp, stampOf(ink, field), PLACES).map(({ x, y, likeness }) => {
    const [part, whole] = [ink, page.small];
    const right = unwrapped(x, field.width, { part: part.width, whole: whole.width });
    const down = unwrapped(y, field.height, { part: part.height, whole: whole.height });
    const map: PlaceMap = (px, py) => back(px / SMALLER - right, py / SMALLER - down);
    return { ...pose, map, likeness };
  });
}

/** Ink by row, when rows run at this turn. */
function rowProfile(ink: Picture, turn: number): Float64Array {
  const { width, height, pixels } = ink;
  const slope = Math.tan(turn);
  const rows = new Float64Array(height);
  // Every second column tells as much.
  for (let x = 0; x < width; x += 2) {
    const rise = Math.round((x - width / 2) * slope);
    const from = Math.max(0, -rise);
    const to = Math.min(height, height - rise);
    for (let row = from; row < to; row += 1) {
      rows[row] = (rows[row] as number) + (pixels[(row + rise) * width + x] as number);
    }
  }
  return rows;
}

/** How sharply lines and gaps part. */
function sharpness(rows: Float64Array): number {
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    sum += ((rows[row] as number) - (rows[row - 1] as number)) ** 2;
  }
  return sum;
}

/** Coarsely on the smaller ink, finely on the larger. */
function turnOf(smaller: Picture, larger: Picture): number {
  let best = { turn: 0, sharp: -1 };
  const look = (ink: Picture, turn: number) => {
    const sharp = sharpness(rowProfile(ink, turn));
    if (sharp > best.sharp) best = { turn, sharp };
  };
  for (let turn = -MOST_TURN; turn <= MOST_TURN; turn += COARSE_TURN) look(smaller, turn);
  const { turn: near } = best;
  best = { turn: near, sharp: -1 };
  for (let step = -5; step <= 5; step += 1) look(larger, near + step * FINE_TURN);
  return best.turn;
}

/** The distance of lines: where the profile is most like itself moved on. */
function pitchOf(rows: Float64Array): number {
  const mean = rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length);
  const likeness = (lag: number) => {
    let sum = 0;
    for (let row = lag; row < rows.length; row += 1) {
      sum += ((rows[row] as number) - mean) * ((rows[row - lag] as number) - mean);
    }
    return sum / (rows.length - lag);
  };
  let best = { lag: 0, like: 0 };
  const most = Math.min(120, rows.length >> 1);
  let previous = likeness(4);
  let here = likeness(5);
  for (let lag = 5; lag < most; lag += 1) {
    const next = likeness(lag + 1);
    // A multiple of the distance is hardly less like.
    if (here > previous && here >= next && here > 1.15 * best.like) best = { lag, like: here };
    [previous, here] = [here, next];
  }
  return best.lag;
}

/** A copy that the house printed is smaller than its sheet: 0.93, in a picture with some margin. */
const ON_A_SHEET = 0.91;

function middlesToTry(page: RoughPage, picture: Picture, pitch: number): readonly number[] {
  const byWidth = picture.width / page.size.width;
  const byPitch =
    page.pitch === 0 || pitch === 0 ? [] : [1, 2].map((of) => pitch / page.pitch / of);
  return [byWidth, ...byPitch, byWidth * ON_A_SHEET];
}

/** So many places are worth a closer look. */
const WORTH_A_LOOK = 5;

/**
 * From places of the page to places of the picture: where it may lie, likeliest first. Lines look
 * alike, so the likeliest is not always the right one; a closer look tells.
 */
export function placeRoughly(page: RoughPage, picture: Picture): Found[] {
  const levels = pyramidOf(picture);
  const halvings = Math.max(0, Math.round(Math.log2(picture.width / 620)));
  const level = levels[Math.min(levels.length - 1, halvings)] ?? picture;
  const ink = inkOf(level, 15);
  const turn = turnOf(halved(ink), ink);
  const pitch = pitchOf(rowProfile(ink, turn)) * (picture.width / level.width);
  let found: Found[] = [];
  const look = (scale: number) => {
    const more = tryPose(page, levels, { scale, turn });
    found = [...found, ...more].toSorted((one, two) => two.likeness - one.likeness);
  };
  for (const middle of middlesToTry(page, picture, pitch)) {
    for (const step of [-0.04, -0.02, 0, 0.02, 0.04]) look(middle * (1 + step));
    if ((found[0]?.likeness ?? 0) >= SURE_LIKENESS) break;
  }
  const middle = found[0]?.scale ?? 0;
  for (const step of middle > 0 ? [-0.01, 0.01] : []) look(middle * (1 + step));
  return distinct(found, page.size).slice(0, WORTH_A_LOOK);
}

/** The same place at two sizes is looked at once. */
function distinct(found: readonly Found[], { width, height }: Size): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const [x, y] = one.map(width / 2, height / 2);
    const isKnown = kept.some(({ map }) => {
      const [u, v] = map(width / 2, height / 2);
      return Math.hypot(u - x, v - y) < 15 * one.scale;
    });
    if (!isKnown) kept.push(one);
  }
  return kept;
}
