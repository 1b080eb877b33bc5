/**
 * English word forms fall together: plural, tense and the usual endings are cut from the folded
 * letters. Crude on purpose; a wrong cut only makes two words of the same two texts alike.
 */

import { FIRST_LETTER } from '../text/fold-table.ts';

const code = (letter: string): number => FIRST_LETTER + letter.charCodeAt(0) - 0x61;
const codes = (ending: string): readonly number[] => Array.from(ending, code);

const ENDINGS = (
  'ational ization ation ition ment ness ivity ative ity ion ive ical ial al ance ence ant ent ' +
  'able ible ful ist ism er or ic'
)
  .split(' ')
  .map(codes);
const [S, E, Y, I] = [code('s'), code('e'), code('y'), code('i')];
const HISSING = ['s', 'x', 'z', 'ch', 'sh'].map(codes);
const NO_PLURAL = ['ss', 'us', 'is'].map(codes);
const [IES, LY, ING, ED] = [codes('ies'), codes('ly'), codes('ing'), codes('ed')];
/** Doubled by spelling, not by an ending. */
const DOUBLED = ['l', 's', 'z'].map(code);

/** Letters of a word, of which the first `length` count; `length` shrinks while it is cut. */
export type Letters = { readonly codes: Uint8Array; length: number };

export function stem(word: Letters): void {
  if (word.length > 3) cutPlural(word);
  if (word.length > 4 && endsIn(word, LY)) word.length -= 2;
  if (word.length > 5 && endsIn(word, ING)) cutDoubled(word, 3);
  else if (word.length > 4 && endsIn(word, ED)) cutDoubled(word, 2);
  const ending = ENDINGS.find((each) => word.length - each.length >= 4 && endsIn(word, each));
  if (ending) word.length -= ending.length;
  if (word.length > 3 && word.codes[word.length - 1] === E) word.length--;
  if (word.length > 2 && word.codes[word.length - 1] === Y) word.codes[word.length - 1] = I;
}

function endsIn({ codes: letters, length }: Letters, ending: readonly number[]): boolean {
  const from = length - ending.length;
  return from >= 0 && ending.every((letter, at) => letters[from + at] === letter);
}

function cutPlural(word: Letters): void {
  if (word.codes[word.length - 1] !== S || NO_PLURAL.some((each) => endsIn(word, each))) return;
  if (endsIn(word, IES) && word.length > 4) {
    word.length -= 2;
    word.codes[word.length - 1] = Y;
    return;
  }
  word.length--;
  if (word.codes[word.length - 1] !== E) return;
  word.length--;
  if (!HISSING.some((each) => endsIn(word, each))) word.length++;
}

function cutDoubled(word: Letters, cut: number): void {
  word.length -= cut;
  const last = word.codes[word.length - 1] as number;
  if (word.length > 3 && word.codes[word.length - 2] === last && !DOUBLED.includes(last)) {
    word.length--;
  }
}
