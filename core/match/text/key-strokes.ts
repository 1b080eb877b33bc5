/**
 * Vietnamese typed as raw key strokes of the Telex and VNI input methods ("nhaf nuwowcs",
 * "nha2 nu7o7c1"). Tried only on tokens that are no syllable, and accepted only when the result is
 * one, so that English words and codes survive.
 */
import { FIRST_DIGIT, FIRST_LETTER, LAST_DIGIT } from './fold-table.ts';
import { syllableOf } from './syllables.ts';

export const LONGEST_KEY_STROKES = 12;

const letter = (name: string): number => FIRST_LETTER + name.charCodeAt(0) - 0x61;
const D = letter('d');
const U = letter('u');
const W = letter('w');

function flags(letters: string): Uint8Array {
  const table = new Uint8Array(64);
  for (const name of letters) table[letter(name)] = 1;
  return table;
}
const VOWEL = flags('aeiouy');
const DOUBLED = flags('aeo');
const TONE = flags('sfrxj');
const plain = new Uint8Array(LONGEST_KEY_STROKES);

/** The id of the syllable that these key strokes write; 0 when they write none. */
export function syllableTyped(codes: Uint8Array, length: number): number {
  if (length < 2 || length > LONGEST_KEY_STROKES) return 0;
  return withoutDigits(codes, length) || withoutTelex(codes, length);
}

/** VNI: digits 1 to 9 carry tones, hats, horns and the bar of đ; they follow a letter. */
function withoutDigits(codes: Uint8Array, length: number): number {
  let kept = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at] as number;
    if (code > LAST_DIGIT || code === FIRST_DIGIT) return 0;
    if (code < FIRST_DIGIT) plain[kept++] = code;
    else if (kept === 0) return 0;
  }
  return kept === length ? 0 : syllableOf(plain, kept);
}

function withoutTelex(codes: Uint8Array, length: number): number {
  let kept = 0;
  let vowels = 0;
  let tones = 0;
  for (let at = 0; at < length; at++) {
    const code = codes[at] as number;
    if (code >= FIRST_DIGIT) return 0;
    const isVowel = VOWEL[code] === 1;
    if (code === W) {
      if (vowels === 0) {
        plain[kept++] = U;
        vowels++;
      }
    } else if (vowels > 0 && TONE[code] === 1) {
      if (++tones > 1) return 0;
    } else if (code === D && kept > 0 && plain[0] === D && (at === 1 || vowels > 0)) {
      // The bar of đ, typed right after the d or at the end.
    } else if (!(isVowel && DOUBLED[code] === 1 && isWritten(code, kept))) {
      plain[kept++] = code;
      if (isVowel) vowels++;
    }
  }
  return kept === length ? 0 : syllableOf(plain, kept);
}

function isWritten(code: number, kept: number): boolean {
  for (let at = 0; at < kept; at++) if (plain[at] === code) return true;
  return false;
}
