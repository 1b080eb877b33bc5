/**
 * What an alignment weighs, in bits: the surprise of each agreeing token, every phrase once,
 * nothing for wording that is public or common to many documents, less what gaps cost.
 */

import { grown } from '../growth.ts';
import { ScratchSet } from '../key-set.ts';
import { type Stock, surpriseOf } from '../runs.ts';
import { mix, SHINGLE } from '../shingle.ts';
import { type Alignment, EXACT } from './alignment.ts';

const GAP_BITS = 5;
const EVEN_GAP_BITS = 3;
const SKIPPED_TOKEN_BITS = 1.5;
const MOST_GAP_BITS = 24;
const ALTERED_SHARE = 0.6;

export type Weight = {
  bits: number;
  exact: number;
  altered: number;
  /** Tokens in the longest row that agrees word for word. */
  longest: number;
  /** Bits of the row that agrees word for word and has most of them. */
  rowBits: number;
};

export class Evidence {
  private readonly phrases = new ScratchSet();
  /** By place from the first of the alignment: 1 when some shingle around it is not public. */
  private telling = new Uint8Array(1024);

  /** `crowd`: how many documents share each token of the article. */
  weigh(alignment: Alignment, crowd: Int32Array, stock: Stock): Weight {
    const { count, placeAt, kinds } = alignment;
    const first = placeAt[0] as number;
    this.markTelling(first, placeAt[count - 1] as number, stock);
    this.phrases.clear();
    const weight = { bits: 0, exact: 0, altered: 0, longest: 0, rowBits: 0 };
    let row = 0;
    let rowBits = 0;
    let known = 0;
    for (let at = 0; at < count; at++) {
      const place = placeAt[at] as number;
      const exact = kinds[at] === EXACT;
      const distance = at === 0 ? 1 : this.distance(alignment, at);
      known = at === 0 || distance > 1 ? 0 : known + 1;
      if (exact) weight.exact++;
      else weight.altered++;
      const goesOn = exact && distance === 1;
      row = goesOn ? row + 1 : exact ? 1 : 0;
      if (!goesOn) rowBits = 0;
      weight.longest = Math.max(weight.longest, row);
      weight.bits -= gapCost(distance, at > 0 && this.isEven(alignment, at));
      const isCommon = (crowd[alignment.articleAt[at] as number] as number) > stock.mostDocuments;
      if (isCommon || this.telling[place - first] === 0) continue;
      const bits = this.surprise(place, known, stock) * (exact ? 1 : ALTERED_SHARE);
      weight.bits += bits;
      rowBits += bits;
      if (exact) weight.rowBits = Math.max(weight.rowBits, rowBits);
    }
    return weight;
  }

  private distance({ articleAt, placeAt }: Alignment, at: number): number {
    const inArticle = (articleAt[at] as number) - (articleAt[at - 1] as number);
    return Math.max(inArticle, (placeAt[at] as number) - (placeAt[at - 1] as number));
  }

  private isEven({ articleAt, placeAt }: Alignment, at: number): boolean {
    const inArticle = (articleAt[at] as number) - (articleAt[at - 1] as number);
    return inArticle === (placeAt[at] as number) - (placeAt[at - 1] as number);
  }

  /** `known`: how many tokens right before this one agree as well, and so explain part of it. */
  private surprise(place: number, known: number, stock: Stock): number {
    const { ids } = stock.documents;
    const token = ids[place] as number;
    const last = known > 0 ? (ids[place - 1] as number) : 0;
    const before = known > 1 ? (ids[place - 2] as number) : 0;
    const phrase = mix(Math.imul(before, 0x27d4eb2f) ^ Math.imul(last, 0x165667b1) ^ (token << 15));
    if (!this.phrases.add(phrase)) return 0;
    return surpriseOf([before, last, token], stock);
  }

  private markTelling(first: number, last: number, { documents, knowledge }: Stock): void {
    const room = last - first + 1;
    this.telling = grown(this.telling, room);
    this.telling.fill(room < SHINGLE ? 1 : 0, 0, room);
    for (let place = first; place + SHINGLE <= last + 1; place++) {
      if (knowledge.isPublic(documents.ids, place)) continue;
      this.telling.fill(1, place - first, place - first + SHINGLE);
    }
  }
}

/** `isEven`: as many words were replaced as left out. */
function gapCost(distance: number, isEven: boolean): number {
  if (distance <= 1) return 0;
  const cost = (isEven ? EVEN_GAP_BITS : GAP_BITS) + SKIPPED_TOKEN_BITS * (distance - 1);
  return Math.min(MOST_GAP_BITS, cost);
}
