/**
 * A text as a row of 16-bit token ids with their places in UTF-16 units. Ids: syllables by the
 * inventory, numbers by value (small) or hash, everything else by hash. The text is
 * attacker-controlled: time and memory are linear in its length whatever it holds.
 */

import { grown } from '../growth.ts';
import {
  FIRST_DIGIT,
  FIRST_LETTER,
  FIRST_OWN_TOKEN,
  FOLD_TABLE,
  foldPair,
  HIDDEN,
  LAST_DIGIT,
  MARK,
  SEPARATOR,
} from './fold-table.ts';
import { LONGEST_KEY_STROKES, syllableTyped } from './key-strokes.ts';
import { HASH_START, hashStep, syllableWithHash } from './syllables.ts';

/** Numbers below 4096 have ids of their own from here, larger ones share the 4096 after them. */
export const FIRST_NUMBER = 8192;
const OWN_NUMBERS = 4096;
export const FIRST_OTHER = FIRST_NUMBER + 2 * OWN_NUMBERS;
const OTHERS = 65_536 - FIRST_OTHER;

export const isNumber = (id: number): boolean => id >= FIRST_NUMBER && id < FIRST_OTHER;

/** Numbers fall together: the wording around a number is what public texts share. */
export const maskNumber = (id: number): number =>
  id >= FIRST_NUMBER && id < FIRST_OTHER ? FIRST_NUMBER : id;

/** How many digits a number id stands for; 5 for those told apart by hash only. */
export function digitsOf(id: number): number {
  const value = id - FIRST_NUMBER;
  if (value >= OWN_NUMBERS) return 5;
  return value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
}

const DIGITS_ONLY = 1;
const WITH_LETTERS = 2;
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
  private start = 0;
  private extra = 0;

  tokenise(text: string): void {
    this.count = 0;
    this.text = text;
    let length = 0;
    let hash = HASH_START;
    let kinds = 0;
    let end = 0;
    const units = text.length;
    for (let at = 0; at < units; at++) {
      const code = FOLD_TABLE[text.charCodeAt(at)] as number;
      if (code >= FIRST_LETTER && code <= LAST_DIGIT) {
        if (length++ === 0) {
          this.start = at;
          hash = HASH_START;
          kinds = 0;
        }
        kinds |= code < FIRST_DIGIT ? WITH_LETTERS : DIGITS_ONLY;
        hash = hashStep(hash, code);
        end = at + 1;
      } else if (code === SEPARATOR) {
        if (length > 0) this.close(end, hash, kinds);
        length = 0;
      } else if (code === MARK) {
        if (length > 0) end = at + 1;
      } else if (code !== HIDDEN) {
        const foreign = this.readForeign(code, at);
        if (foreign < FIRST_OWN_TOKEN && foreign !== SEPARATOR && foreign !== HIDDEN) {
          if (length++ === 0) [this.start, hash, kinds] = [at, HASH_START, 0];
          hash = hashStep(hash, foreign);
          kinds |= foreign <= LAST_DIGIT ? WITH_LETTERS : FOREIGN;
          end = at + 1 + this.extra;
        } else if (foreign !== HIDDEN) {
          if (length > 0) this.close(end, hash, kinds);
          length = 0;
          if (foreign !== SEPARATOR) {
            this.start = at;
            this.close(at + 1 + this.extra, hashStep(HASH_START, foreign), FOREIGN);
          }
        }
        at += this.extra;
      }
    }
    if (length > 0) this.close(end, hash, kinds);
    this.finish();
  }

  /** A row of ids ends with zeros, which stand for nothing. */
  private finish(): void {
    this.ids = grown(this.ids, this.count + ROOM_AFTER);
    this.starts = grown(this.starts, this.ids.length);
    this.ends = grown(this.ends, this.ids.length);
    this.ids.fill(0, this.count, this.count + ROOM_AFTER);
    this.text = '';
  }

  /** Another script, or half of a surrogate pair: sets how many further units it used. */
  private readForeign(code: number, at: number): number {
    this.extra = 0;
    if (code < 0xd800 || code > 0xdfff) return code;
    const low = at + 1 < this.text.length ? this.text.charCodeAt(at + 1) : 0;
    if (code >= 0xdc00 || low < 0xdc00 || low > 0xdfff) return SEPARATOR;
    this.extra = 1;
    return foldPair(code, low);
  }

  private close(end: number, hash: number, kinds: number): void {
    const at = this.count++;
    if (at === this.ids.length) {
      this.ids = grown(this.ids, at + 1);
      this.starts = grown(this.starts, this.ids.length);
      this.ends = grown(this.ends, this.ids.length);
    }
    this.starts[at] = this.start;
    this.ends[at] = end;
    const known = kinds === DIGITS_ONLY ? 0 : syllableWithHash(hash);
    this.ids[at] = known !== 0 ? known : this.idOfOther(hash, kinds);
  }

  /** A number, key strokes, or a word of its own. */
  private idOfOther(hash: number, kinds: number): number {
    if ((kinds & FOREIGN) === 0) {
      const length = lettersOfText(this.text, this.start, this.codes);
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
