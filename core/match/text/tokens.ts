/**
 * A text as a row of 16-bit token ids with their places in UTF-16 units. Ids: syllables by the
 * inventory, numbers by value (small) or hash, everything else by hash. The text is
 * attacker-controlled: time and memory are linear in its length whatever it holds.
 */

import { grown } from '../growth.ts';
import { FIRST_DIGIT, FIRST_LETTER, FOLD_TABLE, HIDDEN, LAST_DIGIT, MARK } from './fold-table.ts';
import { LONGEST_KEY_STROKES, syllableTyped } from './key-strokes.ts';
import { beginScan, endScan, PIECE, scanned, scanPiece } from './scan.ts';

/** Numbers below 4096 have ids of their own from here, larger ones share the 4096 after them. */
export const FIRST_NUMBER = 8192;
const OWN_NUMBERS = 4096;
export const FIRST_OTHER = FIRST_NUMBER + 2 * OWN_NUMBERS;
const OTHERS = 65_536 - FIRST_OTHER;

/** Bytes of ordinary text a token, in UTF-8, a space and marks included. */
export const BYTES_OF_TOKEN = 6;

export const isNumber = (id: number): boolean => id >= FIRST_NUMBER && id < FIRST_OTHER;

/** Numbers that their id tells exactly. */
export const isOwnNumber = (id: number): boolean =>
  id >= FIRST_NUMBER && id < FIRST_NUMBER + OWN_NUMBERS;

/** Numbers fall together: the wording around a number is what public texts share. */
export const maskNumber = (id: number): number =>
  id >= FIRST_NUMBER && id < FIRST_OTHER ? FIRST_NUMBER : id;

/** How many digits a number id stands for; 5 for those told apart by hash only. */
export function digitsOf(id: number): number {
  const value = id - FIRST_NUMBER;
  if (value >= OWN_NUMBERS) return 5;
  return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
}

/** Kinds of letters in a token, as `scan.as` gives them; letters of words are 2. */
const DIGITS_ONLY = 1;
const FOREIGN = 4;
/** Ids that may be read beyond the last token. */
const ROOM_AFTER = 8;

/** A reusable row of tokens: `tokenise` overwrites it. */
export class Tokens {
  count = 0;
  ids = new Uint16Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  private readonly codes = new Uint8Array(LONGEST_KEY_STROKES + 1);
  private text = '';

  tokenise(text: string): void {
    this.count = 0;
    this.text = text;
    beginScan((start, hash, kinds) => this.idOfOther(start, hash, kinds));
    for (let from = 0; from < text.length; ) {
      const to = pieceEnd(text, from);
      this.take(scanPiece(text, from, to));
      from = to;
    }
    this.take(endScan());
    // A row of ids ends with zeros, which stand for nothing.
    this.makeRoom(ROOM_AFTER);
    this.ids.fill(0, this.count, this.count + ROOM_AFTER);
    this.text = '';
  }

  private take(count: number): void {
    this.makeRoom(count);
    const { ids, starts, ends } = scanned;
    this.ids.set(ids.subarray(0, count), this.count);
    this.starts.set(starts.subarray(0, count), this.count);
    this.ends.set(ends.subarray(0, count), this.count);
    // The buffer outlives the engine: what a protected text was made of must not stay there.
    ids.fill(0, 0, count);
    this.count += count;
  }

  private makeRoom(tokens: number): void {
    this.ids = grown(this.ids, this.count + tokens);
    this.starts = grown(this.starts, this.ids.length);
    this.ends = grown(this.ends, this.ids.length);
  }

  /** A number, key strokes, or a word of its own. */
  private idOfOther(start: number, hash: number, kinds: number): number {
    if ((kinds & FOREIGN) === 0) {
      const length = lettersOfText(this.text, start, this.codes);
      if (kinds === DIGITS_ONLY) return this.idOfNumber(length, hash);
      const typed = length > LONGEST_KEY_STROKES ? 0 : syllableTyped(this.codes, length);
      if (typed !== 0) return typed;
    }
    return FIRST_OTHER + Math.floor(((mixed(hash) >>> 0) / 4_294_967_296) * OTHERS);
  }

  private idOfNumber(length: number, hash: number): number {
    let value = 0;
    const digits = Math.min(length, LONGEST_KEY_STROKES);
    for (let at = 0; at < digits; at++) {
      value = value * 10 + (this.codes[at] as number) - FIRST_DIGIT;
    }
    const own = length === digits && value < OWN_NUMBERS;
    return FIRST_NUMBER + (own ? value : OWN_NUMBERS + (mixed(hash) >>> 20));
  }
}

/** Where the piece that begins at `from` ends: no surrogate pair is cut. */
function pieceEnd(text: string, from: number): number {
  const to = Math.min(from + PIECE, text.length);
  const last = text.charCodeAt(to - 1);
  return to < text.length && last >= 0xd800 && last < 0xdc00 ? to - 1 : to;
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
}

/** The fold codes of `[start, end)` of a text, at most as many as `into` holds; how many. */
export function lettersOfText(text: string, start: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < text.length && length < into.length; at++) {
    const code = FOLD_TABLE[text.charCodeAt(at)] as number;
    if (code === MARK || code === HIDDEN) continue;
    if (code < FIRST_LETTER || code > LAST_DIGIT) break;
    into[length++] = code;
  }
  return length;
}
