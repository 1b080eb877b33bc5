/** The signs of one page of one copy. Where they come from: `code.ts`. */
import { invariant } from '../common/invariant.ts';

/** Signs a line has: one up or down, and one left or right for each piece. */
export const LINE_SLOTS = 8;
export const MOST_LINES = 128;

export type Sign = 1 | -1;
/** By line and slot. */
export type PageCode = Int8Array;

/** Slot 0: the line up (-1) or down (+1). Slot 1 and on: its pieces left (-1) or right (+1). */
export function signAt(code: PageCode, line: number, slot: number): Sign {
  const sign = line < MOST_LINES && slot < LINE_SLOTS ? code[line * LINE_SLOTS + slot] : 0;
  invariant(sign === 1 || sign === -1, 'a line of a page has its sign');
  return sign;
}
