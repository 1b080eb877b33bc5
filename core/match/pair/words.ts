/**
 * Both texts of a pair as rows of word ids of one small vocabulary. English and its like: a word
 * is a stem. Vietnamese: most words are two syllables, so each place stands for its syllable and
 * the next. The texts are attacker-controlled: time is linear in their length.
 */

import { FIRST_LETTER } from '../text/fold-table.ts';
import { HASH_START, hashStep, SYLLABLE_COUNT, syllableNamed } from '../text/syllables.ts';
import { lettersOfText, Tokens } from '../text/tokens.ts';
import { COMMON_WORD, MIDDLE_WORD, RARE_WORD, SHORT_WORD } from './settings.ts';
import { stem } from './stem.ts';
import { ENGLISH_STOP_WORDS, VIETNAMESE_STOP_SYLLABLES } from './stop-words.ts';

/** What ends before a word: nothing, a line, a sentence, a paragraph. */
export const LINE = 1;
export const SENTENCE = 2;

export type Words = {
  readonly text: string;
  readonly count: number;
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What ends before each word; one more than there are words. */
  readonly breaks: Uint8Array;
};
export type WordPair = {
  readonly document: Words;
  readonly article: Words;
  /** How often the word of an id stands at a place of ordinary text; whether it is a stop word. */
  readonly usual: Float64Array;
  readonly isCommon: Uint8Array;
};

/** Texts with so large a share of Vietnamese syllables are read as Vietnamese. */
const VIETNAMESE_SHARE = 0.8;
const LONGEST_WORD = 40;
const SHORT = 3;
const MIDDLE = 5;

export function readPair(document: string, article: string): WordPair {
  const rows = [document, article].map((text) => {
    const tokens = new Tokens();
    tokens.tokenise(text);
    return tokens;
  }) as [Tokens, Tokens];
  const vocabulary = new Vocabulary();
  const read = rows.every(isVietnamese) ? readSyllables : readStems;
  const words = (text: string, tokens: Tokens): Words => ({
    text,
    count: tokens.count,
    ids: read({ text, tokens, breaks: breaksIn(text, tokens) }, vocabulary),
    starts: tokens.starts,
    ends: tokens.ends,
    breaks: breaksIn(text, tokens),
  });
  const pair = { document: words(document, rows[0]), article: words(article, rows[1]) };
  return {
    ...pair,
    usual: Float64Array.from(vocabulary.usual),
    isCommon: Uint8Array.from(vocabulary.isCommon),
  };
}

type Row = { readonly text: string; readonly tokens: Tokens; readonly breaks: Uint8Array };

class Vocabulary {
  readonly usual: number[] = [];
  readonly isCommon: number[] = [];
  private readonly ids = new Map<number, number>();

  idOf(key: number, usual: number): number {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.usual.length;
    this.ids.set(key, id);
    this.usual.push(usual);
    this.isCommon.push(usual === COMMON_WORD ? 1 : 0);
    return id;
  }
}

const isSyllable = (id: number): boolean => id > 0 && id <= SYLLABLE_COUNT;

function isVietnamese({ ids, count }: Tokens): boolean {
  let syllables = 0;
  for (let at = 0; at < count; at++) if (isSyllable(ids[at] as number)) syllables++;
  return syllables >= VIETNAMESE_SHARE * count;
}

const stopSyllables = new Set([...VIETNAMESE_STOP_SYLLABLES].map(syllableNamed));

/** A syllable with the next one; the last of a sentence by itself. */
function readSyllables({ tokens, breaks }: Row, vocabulary: Vocabulary): Int32Array {
  const row = new Int32Array(tokens.count);
  for (let at = 0; at < row.length; at++) {
    const id = tokens.ids[at] as number;
    const isLast = at + 1 === row.length || (breaks[at + 1] as number) >= SENTENCE;
    const next = isLast ? 0 : (tokens.ids[at + 1] as number);
    const stops = (stopSyllables.has(id) ? 1 : 0) + (isLast || stopSyllables.has(next) ? 1 : 0);
    const usual = stops === 2 || isLast ? COMMON_WORD : stops === 1 ? MIDDLE_WORD : RARE_WORD;
    row[at] = vocabulary.idOf(id * 65_536 + next, usual);
  }
  return row;
}

function hashOf(codes: Uint8Array, length: number): number {
  let hash = HASH_START;
  for (let at = 0; at < length; at++) hash = hashStep(hash, codes[at] as number);
  return hash;
}

const stopWords = new Set(
  [...ENGLISH_STOP_WORDS].map((word) => {
    const codes = Uint8Array.from(word, (letter) => FIRST_LETTER + letter.charCodeAt(0) - 0x61);
    return hashOf(codes, codes.length);
  }),
);

function readStems({ text, tokens }: Row, vocabulary: Vocabulary): Int32Array {
  const row = new Int32Array(tokens.count);
  const word = { codes: new Uint8Array(LONGEST_WORD), length: 0 };
  for (let at = 0; at < row.length; at++) {
    word.length = lettersOfText(text, tokens.starts[at] as number, word.codes);
    const whole = word.length;
    const hash = hashOf(word.codes, whole);
    if (whole === 0 || whole === LONGEST_WORD) {
      // Another script, or no word at all: the token stands for itself.
      row[at] = vocabulary.idOf(-1 - (tokens.ids[at] as number), SHORT_WORD);
    } else if (whole === 1 || stopWords.has(hash)) {
      row[at] = vocabulary.idOf(hash >>> 0, COMMON_WORD);
    } else {
      stem(word);
      const usual = whole <= SHORT ? SHORT_WORD : whole <= MIDDLE ? MIDDLE_WORD : RARE_WORD;
      row[at] = vocabulary.idOf(hashOf(word.codes, word.length) >>> 0, usual);
    }
  }
  return row;
}

const PARAGRAPH = 3;
const LINE_FEED = 10;
const isBlank = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);
const endsSentence = (unit: number): boolean => unit === 46 || unit === 63 || unit === 33;
const endsClause = (unit: number): boolean => unit === 58 || unit === 59;

function breaksIn(text: string, tokens: Tokens): Uint8Array {
  const breaks = new Uint8Array(tokens.count + 1);
  for (let at = 1; at < tokens.count; at++) {
    breaks[at] = breakIn(text, tokens.ends[at - 1] as number, tokens.starts[at] as number);
  }
  breaks[0] = PARAGRAPH;
  breaks[tokens.count] = PARAGRAPH;
  return breaks;
}

function breakIn(text: string, from: number, to: number): number {
  let lines = 0;
  let mark = 0;
  let found = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (endsSentence(unit)) mark = SENTENCE;
    else if (endsClause(unit)) mark = LINE;
    else if (isBlank(unit)) {
      if (unit === LINE_FEED) lines++;
      const kind = lines > 1 ? PARAGRAPH : Math.max(mark, lines);
      if (kind > found) found = kind;
    }
  }
  return found;
}

/** Where a passage of words starts and ends in the text, with what closes its last sentence. */
export function placeOf(words: Words, start: number, end: number): [start: number, end: number] {
  let to = words.ends[end - 1] as number;
  while (to < words.text.length && !isBlank(words.text.charCodeAt(to))) {
    if (end < words.count && to >= (words.starts[end] as number)) break;
    to++;
  }
  return [words.starts[start] as number, to];
}
