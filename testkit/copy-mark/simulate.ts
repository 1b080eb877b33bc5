/**
 * A marked page on its way through a printer, a scanner, a camera or a screen, made up with a
 * seed: toner spread, blur, noise, uneven light, turn, stretch, perspective, bending, crop, JPEG.
 * A simulation is not a printer; `docs/copy-marks.md` says so.
 */

import { throughJpeg } from '../../adapters/extract/testing/jpeg.ts';
import {
  type Picture,
  type Place,
  type PlaceMap,
  seenThrough,
  softened,
} from '../../core/copy-mark/picture.ts';
import { type Chance, chanceOf } from './chance.ts';

export const WAYS = ['scan', 'photo', 'screenshot', 'printed copy'] as const;
export type Way = (typeof WAYS)[number];
export type Part = 'page' | 'third';

const A4_INCHES = 8.27;

type Bounds = {
  readonly dpi: readonly [number, number];
  readonly turnDegrees: number;
  readonly stretch: number;
  /** How far corners are pushed, in shares of the width. */
  readonly perspective: number;
  readonly bending: number;
  readonly shade: number;
  readonly noise: readonly [number, number];
  readonly soften: readonly [number, number];
  readonly quality: readonly [number, number];
};

const SCANNED: Bounds = {
  dpi: [150, 170],
  turnDegrees: 2,
  stretch: 0.02,
  perspective: 0,
  bending: 0.0006,
  shade: 0.12,
  noise: [2, 8],
  soften: [0, 2],
  quality: [60, 90],
};

const BOUNDS: Readonly<Record<Way, Bounds>> = {
  scan: SCANNED,
  // The page of the PDF that the house prints, smaller on its sheet, then scanned.
  'printed copy': SCANNED,
  photo: {
    dpi: [150, 170],
    turnDegrees: 2,
    stretch: 0.02,
    perspective: 0.03,
    bending: 0.002,
    shade: 0.35,
    noise: [3, 10],
    soften: [0, 3],
    quality: [60, 90],
  },
  screenshot: {
    dpi: [96, 110],
    turnDegrees: 0,
    stretch: 0,
    perspective: 0,
    bending: 0,
    shade: 0,
    noise: [0, 1],
    soften: [0, 0],
    quality: [60, 95],
  },
};

export type Trial = { readonly way: Way; readonly part: Part; readonly seed: number };

type Frame = { readonly width: number; readonly height: number; readonly map: PlaceMap };

/** What of the printed page the picture shows, and how it lies in it. */
function frameOf(page: Picture, { way, part }: Trial, chance: Chance): Frame {
  const bounds = BOUNDS[way];
  const dpi = chance.between(...bounds.dpi);
  const scale = page.width / (A4_INCHES * dpi);
  const margin = way === 'screenshot' ? 0 : chance.between(-0.01, 0.03) * page.width;
  const third = page.height / 3;
  const top =
    part === 'third' ? chance.between(0.04 * page.height, 0.93 * page.height - third) : -margin;
  const tall = part === 'third' ? third : page.height + 2 * margin;
  const left = part === 'third' ? chance.between(-0.02, 0.06) * page.width : -margin;
  const wide = part === 'third' ? page.width * chance.between(0.94, 1.02) : page.width + 2 * margin;
  const [width, height] = [Math.round(wide / scale), Math.round(tall / scale)];
  const turn = (chance.between(-1, 1) * bounds.turnDegrees * Math.PI) / 180;
  const stretchX = 1 + chance.between(-1, 1) * bounds.stretch;
  const stretchY = stretchX + chance.between(-1, 1) * bounds.stretch * 0.2;
  const corner = () => chance.between(-1, 1) * bounds.perspective;
  const [tiltX, tiltY] = [corner(), corner()];
  const [wave, phase] = [chance.between(-1, 1) * bounds.bending * page.width, chance.between(0, 6)];
  const waveAcross = chance.between(-1, 1) * bounds.bending * page.width;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const map: PlaceMap = (px, py): Place => {
    const [x, y] = [(px - width / 2) * scale * stretchX, (py - height / 2) * scale * stretchY];
    const depth = 1 + (tiltX * x + tiltY * y) / page.width;
    const [u, v] = [(cos * x - sin * y) / depth, (sin * x + cos * y) / depth];
    const down = Math.sin(phase + (v / page.height) * 3) * wave;
    const across = Math.sin(phase + (v / page.height) * 2 + (u / page.width) * 2) * waveAcross;
    return [left + wide / 2 + u + across, top + tall / 2 + v + down];
  };
  return { width, height, map };
}

const CELL = [
  [-0.25, 0.1],
  [0.25, -0.1],
] as const;

/** Sampled at two places a pixel, as a sensor gathers light over its whole cell. */
function exposed(page: Picture, { width, height, map }: Frame): Picture {
  const [one, two] = CELL.map(([right, down]) =>
    seenThrough(page, (x, y) => map(x + right, y + down), { width, height, outside: 250 }),
  ) as [Picture, Picture];
  for (let at = 0; at < one.pixels.length; at += 1) {
    one.pixels[at] = ((one.pixels[at] as number) + (two.pixels[at] as number)) / 2;
  }
  return one;
}

/** Made once; each trial takes a stretch of it from its own place. */
const NOISE = (() => {
  const chance = chanceOf(0x6e6f6973);
  return Float32Array.from({ length: 1_048_573 }, () => chance.normal());
})();

function lit(picture: Picture, bounds: Bounds, chance: Chance): Picture {
  const { width, height, pixels } = picture;
  const [sx, sy] = [chance.between(-1, 1) * bounds.shade, chance.between(-1, 1) * bounds.shade];
  const noise = chance.between(...bounds.noise);
  const [black, white] =
    bounds.shade > 0 ? [chance.between(0, 60), chance.between(200, 255)] : [0, 255];
  const seen = new Float32Array(pixels.length);
  let from = Math.floor(chance.next() * NOISE.length);
  for (let y = 0, at = 0; y < height; y += 1) {
    const down = sy * (y / height - 0.5);
    for (let x = 0; x < width; x += 1, at += 1) {
      const light = 1 - Math.abs(sx * (x / width - 0.5)) - down;
      const value = (black + ((white - black) * (pixels[at] as number)) / 255) * light;
      from = from + 1 < NOISE.length ? from + 1 : 0;
      seen[at] = value + noise * (NOISE[from] as number);
    }
  }
  return { width, height, pixels: seen };
}

/** `page`: as printed or shown, of any width that is an A4 page wide. */
export async function simulate(page: Picture, trial: Trial): Promise<Picture> {
  const chance = chanceOf(trial.seed);
  const bounds = BOUNDS[trial.way];
  const frame = frameOf(page, trial, chance);
  const blurred = softened(exposed(page, frame), Math.round(chance.between(...bounds.soften)));
  const seen = lit(blurred, bounds, chance);
  return throughJpeg(seen, Math.round(chance.between(...bounds.quality)));
}
