/**
 * Tells pages that are mostly copies of pages read before: one page, printed by ten papers, must
 * not make its wording look usual. Rows of tokens are sampled by their hash, as in Broder's
 * resemblance of documents (1997). Emptied when learning ends.
 */
import { KeySet } from '../key-set.ts';
import { mix } from '../shingle.ts';
import { maskNumber } from '../text/tokens.ts';

/** Tokens in a row: fewer would be shared by pages on the same matter. */
const ROW = 8;
const BASE = 0x2c1b3c6d;
const BASE_TO_ROW = Array.from({ length: ROW }).reduce<number>(
  (power) => Math.imul(power, BASE),
  1,
);
/** One row in four is remembered. */
const SAMPLE = 3;
/** Share of its rows that makes a page a copy. */
const COPIED = 0.5;

export class Copies {
  private known = new KeySet();

  get bytes(): number {
    return this.known.bytes;
  }

  /** Whether most of the page was read before; if not, it is remembered. */
  isCopy(ids: Uint16Array): boolean {
    const rows = sampledRows(ids);
    const seen = rows.filter((row) => this.known.has(row)).length;
    if (rows.length > 0 && seen >= rows.length * COPIED) return true;
    for (const row of rows) this.known.add(row);
    return false;
  }

  forget(): void {
    this.known = new KeySet();
  }
}

/** Keys of the rows that are looked at; a page of one row at least gives its first. */
function sampledRows(ids: Uint16Array): number[] {
  const rows: number[] = [];
  let sum = 0;
  for (let at = 0; at < ids.length; at++) {
    const gone = at < ROW ? 0 : maskNumber(ids[at - ROW] as number);
    sum = (Math.imul(sum, BASE) + maskNumber(ids[at] as number)) | 0;
    sum = (sum - Math.imul(gone, BASE_TO_ROW)) | 0;
    if (at + 1 < ROW) continue;
    const key = mix(sum);
    if (at + 1 === ROW || (key & SAMPLE) === 0) rows.push(key);
  }
  return rows;
}
