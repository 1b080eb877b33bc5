/**
 * Tells pages that are mostly copies of pages read before: one page, printed by ten papers, must
 * not make its wording look usual. Rows of tokens are sampled by their hash, as in Broder's
 * resemblance of documents (1997). Emptied when learning ends.
 */
import { KeySet } from '../key-set.ts';
import { MaskedRoll } from '../shingle.ts';

/** Tokens in a row: fewer would be shared by pages on the same matter. */
const ROW = 8;
/** The roll inverts its salt: keys are unsalted, as they are gone when learning ends. */
const NO_SALT = -1;
/** One row in four is remembered. */
const SAMPLE = 3;
/** Share of its rows that makes a page a copy. */
const COPIED = 0.5;

export class Copies {
  private known = new KeySet();

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
  const roll = new MaskedRoll(NO_SALT, ROW);
  for (let at = 0; at < ids.length; at++) {
    const key = roll.next(ids, at);
    if (at + 1 < ROW) continue;
    if (at + 1 === ROW || (key & SAMPLE) === 0) rows.push(key);
  }
  return rows;
}
