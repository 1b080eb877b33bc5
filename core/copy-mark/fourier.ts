/** Where one picture lies in another, by the fast Fourier transform (Cooley and Tukey, 1965). */
import { invariant } from '../common/invariant.ts';
import type { Picture, Size } from './picture.ts';

type Spectrum = { readonly re: Float64Array; readonly im: Float64Array };

export function powerAtLeast(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count)));
}

/** A transform of one length: where each value goes, and the turns of each stage. */
class Transform {
  private readonly places: Uint32Array;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  readonly re: Float64Array;
  readonly im: Float64Array;

  private readonly count: number;

  constructor(count: number) {
    this.count = count;
    invariant(count > 0 && (count & (count - 1)) === 0, 'a transform takes a power of two');
    this.places = new Uint32Array(count);
    this.re = new Float64Array(count);
    this.im = new Float64Array(count);
    this.cos = new Float64Array(count >> 1);
    this.sin = new Float64Array(count >> 1);
    for (let at = 0; at < count; at += 1) {
      this.places[at] = ((this.places[at >> 1] as number) | (at & 1 ? count : 0)) >> 1;
    }
    for (let turn = 0; turn < count >> 1; turn += 1) {
      this.cos[turn] = Math.cos((2 * Math.PI * turn) / count);
      this.sin[turn] = Math.sin((2 * Math.PI * turn) / count);
    }
  }

  /** Of `count` values of the spectrum that lie `step` apart from `from`. */
  run(
    spectrum: Spectrum,
    { from, step, sign }: { from: number; step: number; sign: 1 | -1 },
  ): void {
    const { re, im, count, places } = this;
    for (let at = 0, place = from; at < count; at += 1, place += step) {
      re[places[at] as number] = spectrum.re[place] as number;
      im[places[at] as number] = spectrum.im[place] as number;
    }
    for (let half = 1; half < count; half *= 2) this.stage(half, sign);
    for (let at = 0, place = from; at < count; at += 1, place += step) {
      spectrum.re[place] = re[at] as number;
      spectrum.im[place] = im[at] as number;
    }
  }

  private stage(half: number, sign: 1 | -1): void {
    const { re, im, count } = this;
    const stride = count / (2 * half);
    for (let start = 0; start < count; start += 2 * half) {
      for (let turn = 0, one = start; turn < half; turn += 1, one += 1) {
        const cos = this.cos[turn * stride] as number;
        const sin = sign * (this.sin[turn * stride] as number);
        const two = one + half;
        const [twoRe, twoIm] = [re[two] as number, im[two] as number];
        const turnedRe = twoRe * cos - twoIm * sin;
        const turnedIm = twoRe * sin + twoIm * cos;
        re[two] = (re[one] as number) - turnedRe;
        im[two] = (im[one] as number) - turnedIm;
        re[one] = (re[one] as number) + turnedRe;
        im[one] = (im[one] as number) + turnedIm;
      }
    }
  }
}

function transform(spectrum: Spectrum, { width, height }: Size, sign: 1 | -1): void {
  const across = new Transform(width);
  for (let y = 0; y < height; y += 1) across.run(spectrum, { from: y * width, step: 1, sign });
  const down = new Transform(height);
  for (let x = 0; x < width; x += 1) down.run(spectrum, { from: x, step: width, sign });
}

export type Stamp = { readonly size: Size; readonly spectrum: Spectrum; readonly energy: number };

/** The picture's spectrum on a field of the given size; of what it has beyond, nothing. */
export function stampOf({ width, height, pixels }: Picture, size: Size): Stamp {
  const re = new Float64Array(size.width * size.height);
  const im = new Float64Array(re.length);
  let energy = 0;
  for (let y = 0; y < Math.min(height, size.height); y += 1) {
    for (let x = 0; x < Math.min(width, size.width); x += 1) {
      const value = pixels[y * width + x] as number;
      re[y * size.width + x] = value;
      energy += value * value;
    }
  }
  const spectrum = { re, im };
  transform(spectrum, size, -1);
  return { size, spectrum, energy };
}

export type Lying = { readonly x: number; readonly y: number; readonly likeness: number };

/** Two places nearer than this to each other are one. */
const APART = 4;

function isApart(one: Lying, other: Lying, size: Size): boolean {
  const away = (from: number, to: number, whole: number) => {
    const gap = Math.abs(from - to);
    return Math.min(gap, whole - gap);
  };
  const across = away(one.x, other.x, size.width);
  return Math.max(across, away(one.y, other.y, size.height)) >= APART;
}

/** The `count` largest values that stand apart. */
function peaksOf(values: Float64Array, size: Size, count: number): Lying[] {
  const peaks: Lying[] = [];
  for (let at = 0; at < values.length; at += 1) {
    const likeness = values[at] as number;
    if (peaks.length === count && likeness <= (peaks.at(-1)?.likeness ?? 0)) continue;
    const found = { x: at % size.width, y: Math.trunc(at / size.width), likeness };
    const near = peaks.findIndex((peak) => !isApart(peak, found, size));
    if (near >= 0 && (peaks[near]?.likeness ?? 0) >= likeness) continue;
    if (near >= 0) peaks.splice(near, 1);
    peaks.push(found);
    peaks.sort((one, two) => two.likeness - one.likeness);
    peaks.length = Math.min(peaks.length, count);
  }
  return peaks;
}

/** By how much the second lies right of and below the first, modulo the field; likeliest first. */
export function lies(whole: Stamp, part: Stamp, count: number): Lying[] {
  const { size } = whole;
  const [a, b] = [whole.spectrum, part.spectrum];
  const re = new Float64Array(a.re.length);
  const im = new Float64Array(a.re.length);
  for (let at = 0; at < re.length; at += 1) {
    const aRe = a.re[at] as number;
    const aIm = a.im[at] as number;
    const bRe = b.re[at] as number;
    const bIm = b.im[at] as number;
    re[at] = aRe * bRe + aIm * bIm;
    im[at] = aIm * bRe - aRe * bIm;
  }
  transform({ re, im }, size, 1);
  const norm = Math.sqrt(whole.energy * part.energy) * re.length;
  if (!(norm > 0)) return [];
  return peaksOf(re, size, count).map((peak) => ({ ...peak, likeness: peak.likeness / norm }));
}
