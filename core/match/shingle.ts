/** Five tokens in a row and their 32-bit keys, numbers masked: the unit of "public". */
import { maskNumber } from './text/tokens.ts';

export const SHINGLE = 5;
const BASE = 0x2c1b3c6d;

/** A 32-bit finaliser (Murmur3): every bit of the input moves every bit of the result. */
export function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

type Ids = Uint16Array;

/** The key of a shingle with its numbers masked: what makes wording public. */
export function maskedKey(ids: Ids, at: number, salt: number): number {
  let sum = 0;
  for (let place = at; place < at + SHINGLE; place++) {
    sum = (Math.imul(sum, BASE) + maskNumber(ids[place] as number)) | 0;
  }
  return mix(sum ^ ~salt);
}

/** The masked keys of one row of ids, rolling; `length`: tokens of a key. */
export class MaskedRoll {
  private sum = 0;
  private readonly salt: number;
  private readonly length: number;
  /** What the oldest token of a key is multiplied with. */
  private readonly oldest: number;

  constructor(salt: number, length = SHINGLE) {
    this.salt = salt;
    this.length = length;
    let power = 1;
    for (let token = 1; token < length; token++) power = Math.imul(power, BASE);
    this.oldest = power;
  }

  /** Takes in the id at `at`; the key of the row that ends there. */
  next(ids: Ids, at: number): number {
    const gone = at < this.length ? 0 : maskNumber(ids[at - this.length] as number);
    const rest = (this.sum - Math.imul(gone, this.oldest)) | 0;
    this.sum = (Math.imul(rest, BASE) + maskNumber(ids[at] as number)) | 0;
    return mix(this.sum ^ ~this.salt);
  }
}
