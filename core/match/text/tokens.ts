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

/** A reusable row of tokens: `tokenise` overwrites it. */
export class Tokens {
  count = 0;
  ids = new Uint16Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  private readonly codes = new Uint8Array(LONGEST_KEY_STROKES);
  private hash = HASH_START;
  private length = 0;
  private kinds = 0;
  private start = 0;
  private end = 0;

  tokenise(text: string): void {
    this.count = 0;
    this.length = 0;
    for (let at = 0; at < text.length; at++) {
      const code = FOLD_TABLE[text.charCodeAt(at)] as number;
      if (code >= FIRST_LETTER && code <= LAST_DIGIT) this.take(code, at, at + 1);
      else if (code === SEPARATOR) this.close();
      else if (code === MARK) {
        if (this.length > 0) this.end = at + 1;
      } else if (code !== HIDDEN) at += this.takeForeign(code, text, at);
    }
    this.close();
    // A row of ids ends with 0, which stands for nothing.
    this.ids = grown(this.ids, this.count + 1);
    this.starts = grown(this.starts, this.ids.length);
    this.ends = grown(this.ends, this.ids.length);
    this.ids[this.count] = 0;
  }

  private take(code: number, from: number, to: number): void {
    if (this.length === 0) {
      this.start = from;
      this.hash = HASH_START;
      this.kinds = 0;
    }
    if (this.length < LONGEST_KEY_STROKES) this.codes[this.length] = code;
    this.kinds |= code < FIRST_DIGIT ? WITH_LETTERS : code <= LAST_DIGIT ? DIGITS_ONLY : FOREIGN;
    this.length++;
    this.hash = hashStep(this.hash, code);
    this.end = to;
  }

  /** Another script, or half of a surrogate pair; returns how many further units it used. */
  private takeForeign(unitCode: number, text: string, at: number): number {
    let code = unitCode;
    let extra = 0;
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      const isPair = code < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
      extra = isPair ? 1 : 0;
      code = isPair ? foldPair(code, low) : SEPARATOR;
      if (code === HIDDEN) return extra;
    }
    if (code === SEPARATOR || code >= FIRST_OWN_TOKEN) this.close();
    if (code === SEPARATOR) return extra;
    this.take(code, at, at + extra + 1);
    if (code >= FIRST_OWN_TOKEN) this.close();
    return extra;
  }

  private close(): void {
    if (this.length === 0) return;
    const at = this.count++;
    if (at === this.ids.length) {
      this.ids = grown(this.ids, at + 1);
      this.starts = grown(this.starts, this.ids.length);
      this.ends = grown(this.ends, this.ids.length);
    }
    this.ids[at] = this.idOfToken();
    this.starts[at] = this.start;
    this.ends[at] = this.end;
    this.length = 0;
  }

  private idOfToken(): number {
    if (this.kinds === DIGITS_ONLY) return this.idOfNumber();
    const known = syllableWithHash(this.hash);
    if (known !== 0) return known;
    const typed = (this.kinds & FOREIGN) === 0 ? syllableTyped(this.codes, this.length) : 0;
    if (typed !== 0) return typed;
    return FIRST_OTHER + Math.floor(((this.mixed() >>> 0) / 4_294_967_296) * OTHERS);
  }

  private idOfNumber(): number {
    let value = 0;
    const digits = Math.min(this.length, LONGEST_KEY_STROKES);
    for (let at = 0; at < digits; at++) {
      value = value * 10 + (this.codes[at] as number) - FIRST_DIGIT;
    }
    const own = this.length === digits && value < OWN_NUMBERS;
    return FIRST_NUMBER + (own ? value : OWN_NUMBERS + (this.mixed() >>> 20));
  }

  private mixed(): number {
    const once = Math.imul(this.hash ^ (this.hash >>> 15), 0x85ebca6b);
    return Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  }
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
