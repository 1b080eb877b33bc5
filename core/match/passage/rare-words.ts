/**
 * Which words of a passage are rare, so that an alarm explains itself: rows of a few words that
 * stand in the same order in the document and surprise more than the passage does on average.
 * Wording that is public or common to many documents explains nothing, and a phrase only once.
 */
import type { Stock } from '../runs.ts';
import { SHINGLE } from '../shingle.ts';
import type { StoredTokens } from '../stored/stored-tokens.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Passage } from './findings.ts';

/** UTF-16 offsets in the article, end excluded. */
export type RareWords = { readonly start: number; readonly end: number; readonly bits: number };

export type RareGround = {
  readonly article: Tokens;
  /** How many families of documents share each token of the article. */
  readonly crowd: Int32Array;
  readonly stock: Stock;
};

/** So many words in a row agree by more than chance. */
const AGREEING_ROW = 3;
const MOST_ROWS = 8;
const MOST_WORDS = 6;
/** Beside a rarer row, a row of fewer bits than one word in a thousand says nothing. */
const LEAST_BITS = 10;

/** The rarest first. Time grows with the length of the passage alone. */
export function rareWords(passage: Passage, ground: RareGround): RareWords[] {
  const { article } = ground;
  const first = passage.articleFirst;
  const bits = bitsOf(passage, ground);
  const weighed = bits.filter((one) => one > 0);
  const usual = weighed.reduce((sum, one) => sum + one, 0) / Math.max(1, weighed.length);
  return rowsAbove(bits, usual)
    .sort((one, other) => other.bits - one.bits || one.from - other.from)
    .filter((row, at) => at === 0 || row.bits >= LEAST_BITS)
    .slice(0, MOST_ROWS)
    .map((row) => ({
      start: article.starts[first + row.from] as number,
      end: article.ends[first + row.to] as number,
      bits: Math.round(row.bits * 10) / 10,
    }));
}

/** What each word of the passage brings; -1: it does not agree. */
function bitsOf(passage: Passage, { article, crowd, stock }: RareGround): Float64Array {
  const { articleFirst: first, articleLast: last } = passage;
  const { ids } = article;
  const agrees = agreeing(passage, ids, stock.stored);
  const isTelling = telling(ids.subarray(first, last + 1), stock);
  const seen = new Set<number>();
  const bits = new Float64Array(last - first + 1).fill(-1);
  let known = 0;
  for (let at = 0; at < bits.length; at++) {
    if (agrees[at] === 0) known = 0;
    else {
      const before = known > 1 ? (ids[first + at - 2] as number) : 0;
      const previous = known > 0 ? (ids[first + at - 1] as number) : 0;
      const token = ids[first + at] as number;
      const isCommon = (crowd[first + at] as number) > stock.mostDocuments;
      const phrase = rowKey(before, previous, token);
      const counts = !isCommon && isTelling[at] === 1 && !seen.has(phrase);
      bits[at] = counts ? stock.knowledge.model.bits(before, previous, token) : 0;
      seen.add(phrase);
      known++;
    }
  }
  return bits;
}

const rowKey = (one: number, two: number, three: number): number =>
  one * 2 ** 32 + two * 2 ** 16 + three;

/** By word of the passage, whether it stands in a row that the document has too. */
function agreeing(passage: Passage, ids: Uint16Array, stored: StoredTokens): Uint8Array {
  const { articleFirst: first, articleLast: last, placeFirst, placeLast } = passage;
  const keyAt = (of: Uint16Array, at: number): number =>
    rowKey(of[at] as number, of[at + 1] as number, of[at + 2] as number);
  const documentIds = new Uint16Array(placeLast - placeFirst + 1);
  stored.copyIds(placeFirst, placeLast + 1, documentIds);
  const rows = new Set<number>();
  for (let at = 0; at + AGREEING_ROW <= documentIds.length; at++) rows.add(keyAt(documentIds, at));
  documentIds.fill(0);
  const agrees = new Uint8Array(last - first + 1);
  for (let at = first; at + AGREEING_ROW <= last + 1; at++) {
    if (rows.has(keyAt(ids, at))) agrees.fill(1, at - first, at - first + AGREEING_ROW);
  }
  return agrees;
}

/** 1 for a word in some row of five that is not public. */
function telling(ids: Uint16Array, { knowledge }: Stock): Uint8Array {
  const tells = new Uint8Array(ids.length).fill(ids.length < SHINGLE ? 1 : 0);
  for (let at = 0; at + SHINGLE <= ids.length; at++) {
    if (!knowledge.isPublic(ids, at)) tells.fill(1, at, at + SHINGLE);
  }
  return tells;
}

type Row = { readonly from: number; readonly to: number; readonly bits: number };

/** Words that bring more than `usual`, with one usual word between two of them. */
function rowsAbove(bits: Float64Array, usual: number): Row[] {
  const rows: Row[] = [];
  for (const [at, value] of bits.entries()) {
    if (value < usual || value <= 0) continue;
    const row = rows.at(-1);
    const bridge = row?.to === at - 2 ? (bits[at - 1] as number) : 0;
    const goesOn = row && row.to >= at - 2 && bridge >= 0 && at - row.from < MOST_WORDS;
    if (goesOn) rows[rows.length - 1] = { ...row, to: at, bits: row.bits + bridge + value };
    else rows.push({ from: at, to: at, bits: value });
  }
  return rows;
}
