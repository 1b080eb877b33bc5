/**
 * Documents made up from ordinary text to fill a large collection: at each word the walk goes on or
 * jumps to another place where the same word stands. Good for size and speed, not for recall.
 */
import type { Text } from './corpus.ts';
import { randomFrom } from './random.ts';

/** The share of jumps: rows of five words from one place are then one in ten. */
const JUMP = 0.42;
const LONGEST_WORD = 24;

export type MadeDocuments = { make(number: number): Text };

/** `bytes`: the usual size of a document. */
export function madeDocuments(texts: readonly Text[], bytes: number): MadeDocuments {
  const { words, ids, offsets, places } = learn(texts);
  const make = (number: number): Text => {
    const random = randomFrom(number * 0x9e3779b1);
    const size = bytes * (0.4 + 1.2 * random.share());
    const parts: string[] = [];
    let length = 0;
    let at = random.below(ids.length);
    while (length < size) {
      const id = ids[at] as number;
      const word = words[id] as string;
      parts.push(word);
      length += word.length * 1.36 + 1;
      if (random.share() < JUMP) {
        const from = offsets[id] as number;
        at = places[from + random.below((offsets[id + 1] as number) - from)] as number;
      }
      at = at + 1 < ids.length ? at + 1 : 0;
    }
    return { id: `made-${number}`, text: parts.join(' ') };
  };
  return { make };
}

type Learnt = {
  readonly words: readonly string[];
  readonly ids: Int32Array;
  /** Where each word's places begin in `places`. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
};

function learn(texts: readonly Text[]): Learnt {
  const numbers = new Map<string, number>();
  const stream: number[] = [];
  for (const { text } of texts) {
    for (const [word] of text.matchAll(/\S+/g)) {
      if (word.length > LONGEST_WORD) continue;
      const known = numbers.get(word);
      const number = known ?? numbers.size;
      if (known === undefined) numbers.set(word, number);
      stream.push(number);
    }
  }
  const ids = Int32Array.from(stream);
  const offsets = new Int32Array(numbers.size + 1);
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] as number) + 1;
  for (let id = 0; id < numbers.size; id++) {
    offsets[id + 1] = (offsets[id + 1] as number) + (offsets[id] as number);
  }
  const next = offsets.slice();
  const places = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    places[next[id] as number] = at;
    next[id] = (next[id] as number) + 1;
  }
  return { words: [...numbers.keys()], ids, offsets, places };
}
