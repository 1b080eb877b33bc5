/**
 * Grey pictures in memory: 0 black, 255 white, one number a pixel. What the copy mark needs of
 * picture arithmetic: halving, blurring, and looking through a map of places.
 */
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Float32Array;
};

export type Size = { readonly width: number; readonly height: number };
export type Place = readonly [x: number, y: number];
/** From a place of the asked picture to a place of the given one, in pixels. */
export type PlaceMap = (x: number, y: number) => Place;

export function blank({ width, height }: Size): Picture {
  return { width, height, pixels: new Float32Array(width * height) };
}

/** The red channel alone: the reader's visible mark is red and all but vanishes in it. */
export function greyOf(rgba: Uint8ClampedArray, size: Size): Picture {
  const picture = blank(size);
  const { pixels } = picture;
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = rgba[4 * at] as number;
  return picture;
}

/** Half as wide and high; each pixel the mean of four. */
export function halved(picture: Picture): Picture {
  const half = blank({
    width: Math.max(1, picture.width >> 1),
    height: Math.max(1, picture.height >> 1),
  });
  const { pixels, width } = picture;
  for (let y = 0; y < half.height; y += 1) {
    let from = 2 * y * width;
    const below = 2 * y + 1 < picture.height ? width : 0;
    const beside = width > 1 ? 1 : 0;
    for (let x = 0; x < half.width; x += 1, from += 2) {
      const upper = (pixels[from] as number) + (pixels[from + beside] as number);
      const lower = (pixels[from + below] as number) + (pixels[from + below + beside] as number);
      half.pixels[y * half.width + x] = (upper + lower) / 4;
    }
  }
  return half;
}

/** The mean over a square of `2 * radius + 1`, edges repeated; exact, in time linear in pixels. */
export function boxBlurred(picture: Picture, radius: number): Picture {
  const across = blank(picture);
  const both = blank(picture);
  const { width, height } = picture;
  for (let y = 0; y < height; y += 1) {
    slide(picture.pixels, across.pixels, { from: y * width, step: 1, count: width, radius });
  }
  for (let x = 0; x < width; x += 1) {
    slide(across.pixels, both.pixels, { from: x, step: width, count: height, radius });
  }
  return both;
}

type Slide = {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly radius: number;
};

function slide(source: Float32Array, target: Float32Array, slide: Slide): void {
  const { from, step, count, radius } = slide;
  const last = from + (count - 1) * step;
  let sum = (source[from] as number) * (radius + 1);
  for (let ahead = 1; ahead <= radius; ahead += 1) {
    sum += source[Math.min(last, from + ahead * step)] as number;
  }
  const share = 1 / (2 * radius + 1);
  const reach = radius * step;
  for (let at = from; at <= last; at += step) {
    target[at] = sum * share;
    sum += source[Math.min(last, at + reach + step)] as number;
    sum -= source[Math.max(from, at - reach)] as number;
  }
}

/** Weights 1 2 1 both ways, `times` over: about a Gaussian of `sqrt(times / 2)` pixels. */
export function softened(picture: Picture, times: number): Picture {
  const { width, height } = picture;
  const pixels = Float32Array.from(picture.pixels);
  const row = new Float32Array(width);
  for (let round = 0; round < times; round += 1) {
    for (let y = 0; y < height; y += 1) softenRow(pixels, y * width, width);
    // `row` keeps what the row above was before it changed.
    row.set(pixels.subarray(0, width));
    for (let y = 0; y < height; y += 1) {
      const below = y + 1 < height ? width : 0;
      for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
        const here = pixels[at] as number;
        pixels[at] = ((row[x] as number) + here + here + (pixels[at + below] as number)) / 4;
        row[x] = here;
      }
    }
  }
  return { width, height, pixels };
}

function softenRow(pixels: Float32Array, from: number, width: number): void {
  const last = from + width - 1;
  let left = pixels[from] as number;
  for (let at = from; at < last; at += 1) {
    const here = pixels[at] as number;
    pixels[at] = (left + here + here + (pixels[at + 1] as number)) / 4;
    left = here;
  }
  pixels[last] = (left + 3 * (pixels[last] as number)) / 4;
}

const NODE_PX = 16;

/**
 * The picture as seen through a map, bilinear. The map is asked at every 16th pixel and straight
 * between. Places outside the picture become `outside`.
 */
export function seenThrough(
  picture: Picture,
  map: PlaceMap,
  { outside, ...size }: Size & { readonly outside: number },
): Picture {
  const seen = blank(size);
  seen.pixels.fill(outside);
  const nodes = Math.ceil(size.width / NODE_PX) + 1;
  const row = (y: number) => Array.from({ length: nodes }, (_, at) => map(at * NODE_PX, y));
  let above = row(0);
  for (let y0 = 0; y0 < size.height; y0 += NODE_PX) {
    const below = row(y0 + NODE_PX);
    for (let at = 0; at + 1 < nodes; at += 1) {
      const corners = [above[at], above[at + 1], below[at], below[at + 1]] as unknown as Corners;
      fillCell(picture, seen, { x0: at * NODE_PX, y0, corners });
    }
    above = below;
  }
  return seen;
}

type Corners = readonly [Place, Place, Place, Place];
type Cell = { readonly x0: number; readonly y0: number; readonly corners: Corners };

function fillCell(picture: Picture, seen: Picture, { x0, y0, corners }: Cell): void {
  const [a, b, c, d] = corners;
  const right = Math.min(seen.width, x0 + NODE_PX);
  const below = Math.min(seen.height, y0 + NODE_PX);
  const { pixels, width } = picture;
  const lastX = width - 1;
  const lastY = picture.height - 1;
  for (let y = y0; y < below; y += 1) {
    const down = (y - y0) / NODE_PX;
    let u = a[0] + (c[0] - a[0]) * down;
    let v = a[1] + (c[1] - a[1]) * down;
    const stepX = (b[0] + (d[0] - b[0]) * down - u) / NODE_PX;
    const stepY = (b[1] + (d[1] - b[1]) * down - v) / NODE_PX;
    for (let x = x0; x < right; x += 1, u += stepX, v += stepY) {
      if (!(u >= 0 && v >= 0 && u < lastX && v < lastY)) continue;
      const left = Math.trunc(u);
      const top = Math.trunc(v);
      const across = u - left;
      const at = top * width + left;
      const one = pixels[at] as number;
      const three = pixels[at + width] as number;
      const upper = one + ((pixels[at + 1] as number) - one) * across;
      const lower = three + ((pixels[at + width + 1] as number) - three) * across;
      seen.pixels[y * seen.width + x] = upper + (lower - upper) * (v - top);
    }
  }
}
