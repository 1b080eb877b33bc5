/**
 * Winnowing over folded letters (Schleimer, Wilkerson and Aiken, 2003): of every window of
 * fingerprints the least is kept. With help, fingerprints of public law and background and of more
 * than eight documents are dropped: the same help that the project's matcher has.
 */
import type { Case } from '../match-case/case.ts';
import { foldLetters } from '../match-case/folded-rows.ts';
import type { Opened, Rival, Scored } from './rival.ts';

const MOST_DOCUMENTS = 8;
/** Letters between fingerprints of one passage, on either side. */
const NEAR = 120;
/** A fingerprint of many places of a document is followed to these only. */
const MOST_PLACES = 16;

type Settings = { readonly k: number; readonly w: number; readonly helped: boolean };
type Print = { readonly key: number; readonly start: number; readonly end: number };
type Place = { readonly document: number; readonly start: number; readonly end: number };

export function winnowing(settings: Settings): Rival {
  const { k, w, helped } = settings;
  return {
    title: `winnowing, letters, k ${k}, w ${w}${helped ? ', public law and background dropped' : ''}`,
    thresholds: [1, 2, 3, 4, 6, 8, 12],
    oneIn: 1,
    open: async (bench) => open(bench, settings),
  };
}

function open(bench: Case, settings: Settings): Opened {
  const common = new Set<number>();
  if (settings.helped) {
    for (const { text } of [...bench.public, ...bench.background]) {
      for (const { key } of fingerprints(text, settings)) common.add(key);
    }
  }
  const index = new Map<number, Place[]>();
  for (const [document, { text }] of bench.protected.entries()) {
    for (const { key, start, end } of fingerprints(text, settings)) {
      if (common.has(key)) continue;
      const places = index.get(key);
      if (!places) index.set(key, [{ document, start, end }]);
      else if (places.length < MOST_PLACES) places.push({ document, start, end });
    }
  }
  if (settings.helped) dropFrequent(index);
  const names = bench.protected.map(({ id }) => id);
  return { find: async (texts) => texts.map((text) => find(text, { index, names, settings })) };
}

function dropFrequent(index: Map<number, Place[]>): void {
  for (const [key, places] of index) {
    if (new Set(places.map(({ document }) => document)).size > MOST_DOCUMENTS) index.delete(key);
  }
}

function fingerprints(text: string, { k, w }: Settings): Print[] {
  const { units, places, count } = foldLetters(text);
  const prints: Print[] = [];
  const keys = new Float64Array(Math.max(0, count - k + 1));
  for (let at = 0; at < keys.length; at++) keys[at] = hashOf(units, at, k);
  let least = -1;
  for (let last = w - 1; last < keys.length; last++) {
    const first = last - w + 1;
    let now = least;
    if (now < first) now = leastOf(keys, first, last);
    else if ((keys[last] as number) <= (keys[now] as number)) now = last;
    if (now === least) continue;
    least = now;
    const [start, end] = [places[now] as number, (places[now + k - 1] as number) + 1];
    prints.push({ key: keys[now] as number, start, end });
  }
  return prints;
}

/** Where the least is; of equals the last. */
function leastOf(keys: Float64Array, first: number, last: number): number {
  let now = first;
  for (let at = first + 1; at <= last; at++) {
    if ((keys[at] as number) <= (keys[now] as number)) now = at;
  }
  return now;
}

/** 53 bits, so that chance never meets. */
function hashOf(units: Uint16Array, from: number, k: number): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let at = from; at < from + k; at++) {
    const unit = units[at] as number;
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low + unit, 0x9e3779b1) ^ (low >>> 15);
  }
  return ((high ^ (high >>> 15)) >>> 0) * 0x200000 + (low >>> 11);
}

type Held = {
  readonly index: ReadonlyMap<number, readonly Place[]>;
  readonly names: readonly string[];
  readonly settings: Settings;
};

function find(text: string, { index, names, settings }: Held): Scored[] {
  const open = new Map<number, Scored[]>();
  for (const { key, start, end } of fingerprints(text, settings)) {
    for (const place of index.get(key) ?? []) {
      const chains = open.get(place.document) ?? [];
      open.set(place.document, chains);
      const at = chains.findLastIndex((chain) => isNear(chain, start, place));
      const hit = {
        docId: names[place.document] as string,
        articleStart: start,
        articleEnd: end,
        docStart: place.start,
        docEnd: place.end,
        score: 1,
      };
      const chain = chains[at];
      if (chain) chains[at] = grown(chain, hit);
      else chains.push(hit);
    }
  }
  return [...open.values()].flat();
}

function isNear({ articleEnd, docStart, docEnd }: Scored, start: number, place: Place): boolean {
  return start <= articleEnd + NEAR && place.start <= docEnd + NEAR && place.end >= docStart - NEAR;
}

function grown(chain: Scored, hit: Scored): Scored {
  return {
    ...chain,
    articleEnd: Math.max(chain.articleEnd, hit.articleEnd),
    docStart: Math.min(chain.docStart, hit.docStart),
    docEnd: Math.max(chain.docEnd, hit.docEnd),
    score: chain.score + 1,
  };
}
