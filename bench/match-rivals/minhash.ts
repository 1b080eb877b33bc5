/**
 * MinHash with locality-sensitive hashing over shingles of five folded words: of whole documents as
 * deduplicators do, and of windows, which is what a reader looking for passages would try next.
 */
import type { Case } from '../match-case/case.ts';
import { eachRow, type FoldedWords, foldWords } from '../match-case/folded-rows.ts';
import { joinNear, type Opened, type Rival, type Scored } from './rival.ts';

const SHINGLE = 5;
const PERMUTATIONS = 64;

type Settings = {
  /** Words in a window; null: the whole text. */
  readonly window: number | null;
  /** Signature values in a band: fewer find less alike texts. */
  readonly band: number;
  readonly oneIn: number;
};
type Window = {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  readonly signature: Uint32Array;
};

export function minhash(settings: Settings): Rival {
  const what = settings.window === null ? 'whole documents' : `windows of ${settings.window} words`;
  return {
    title: `MinHash-LSH, ${what}, ${PERMUTATIONS} values, bands of ${settings.band}`,
    thresholds: [0.05, 0.1, 0.2, 0.3, 0.5, 0.7],
    oneIn: settings.oneIn,
    open: async (bench) => open(bench, settings),
  };
}

function open(bench: Case, settings: Settings): Opened {
  const windows: Window[] = [];
  const bands = new Map<number, number[]>();
  for (const [document, { text }] of bench.protected.entries()) {
    for (const window of windowsOf(text, document, settings)) {
      const number = windows.push(window) - 1;
      for (const key of bandKeys(window.signature, settings.band)) {
        const held = bands.get(key);
        if (held) held.push(number);
        else bands.set(key, [number]);
      }
    }
  }
  const names = bench.protected.map(({ id }) => id);
  const find = (text: string): Scored[] => {
    const reports: Scored[] = [];
    for (const asked of windowsOf(text, -1, settings)) {
      const candidates = new Set(
        bandKeys(asked.signature, settings.band).flatMap((key) => bands.get(key) ?? []),
      );
      for (const number of candidates) {
        const { document, start, end, signature } = windows[number] as Window;
        const [articleStart, articleEnd] = [asked.start, asked.end];
        const score = alike(asked.signature, signature);
        if (score < 0.05) continue;
        const docId = names[document] as string;
        reports.push({ docId, articleStart, articleEnd, docStart: start, docEnd: end, score });
      }
    }
    return joinNear(reports, 0);
  };
  return { find: async (texts) => texts.map(find) };
}

function windowsOf(text: string, document: number, { window }: Settings): Window[] {
  const words = foldWords(text);
  if (words.count < SHINGLE) return [];
  const size = Math.min(words.count, window ?? words.count);
  const step = Math.max(1, size >> 1);
  const windows: Window[] = [];
  for (let from = 0; ; from += step) {
    const first = Math.min(from, words.count - size);
    const part = { ...words, hashes: words.hashes.subarray(first), count: size };
    windows.push({
      document,
      start: words.starts[first] as number,
      end: words.ends[first + size - 1] as number,
      signature: signatureOf(part),
    });
    if (first + size >= words.count) return windows;
  }
}

function signatureOf(words: FoldedWords): Uint32Array {
  const least = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
  eachRow(words, SHINGLE, (key, check) => {
    for (let at = 0; at < PERMUTATIONS; at++) {
      let value = (key + Math.imul(check | 1, Math.imul(at + 1, 0x9e3779b1))) | 0;
      value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
      value = (value ^ (value >>> 13)) >>> 0;
      if (value < (least[at] as number)) least[at] = value;
    }
  });
  return least;
}

function bandKeys(signature: Uint32Array, band: number): number[] {
  const keys: number[] = [];
  for (let from = 0; from < signature.length; from += band) {
    let key = from + 1;
    for (let at = from; at < from + band; at++) {
      key = Math.imul(key ^ (signature[at] as number), 0x01000193);
      key ^= key >>> 15;
    }
    keys.push((key >>> 0) * 128 + from / band);
  }
  return keys;
}

function alike(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < one.length; at++) if (one[at] === other[at]) same++;
  return same / one.length;
}
