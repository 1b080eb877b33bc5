/**
 * What an alignment weighs, in bits: the surprise of each agreeing token, every phrase once,
 * nothing for wording that is public or common to many documents, less what gaps cost.
 */

import { grown } from '../growth.ts';
import { ScratchSet } from '../key-set.ts';
import type { Stock } from '../runs.ts';
import { mix, SHINGLE } from '../shingle.ts';
import { isNumber, type Tokens } from '../text/tokens.ts';
import { type Alignment, EXACT } from './alignment.ts';

const GAP_BITS = 5;
const EVEN_GAP_BITS = 3;
const SKIPPED_TOKEN_BITS = 1.5;
const INSERTED_TOKEN_BITS = 0.7;
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
  /** Other words of the article at places where the document goes on word after word. */
  inserted: number;
  /** Places where the article has another figure than the document. */
  otherFigures: number;
};

/** What lies between two pairs of an alignment: from the first of them, and how far to the next. */
type Gap = {
  readonly articleAt: number;
  readonly placeAt: number;
  readonly inArticle: number;
  readonly inDocument: number;
};

function gapBefore({ articleAt, placeAt }: Alignment, at: number): Gap {
  const [from, place] = [articleAt[at - 1] as number, placeAt[at - 1] as number];
  return {
    articleAt: from,
    placeAt: place,
    inArticle: (articleAt[at] as number) - from,
    inDocument: (placeAt[at] as number) - place,
  };
}

const NOTHING: Weight = {
  bits: 0,
  exact: 0,
  altered: 0,
  longest: 0,
  rowBits: 0,
  inserted: 0,
  otherFigures: 0,
};

export class Evidence {
  private readonly phrases = new ScratchSet();
  /** By place from the first of the alignment: 1 when some shingle around it is not public. */
  private telling = new Uint8Array(1024);
  private article = new Uint16Array(0);
  /** The stored tokens at hand, and the position of the first of them. */
  private row = new Uint16Array(1024);
  private rowFrom = 0;

  open(article: Tokens): void {
    this.article = article.ids;
  }

  /** `crowd`: how many documents share each token of the article. */
  weigh(alignment: Alignment, crowd: Int32Array, stock: Stock): Weight {
    const { count, placeAt, kinds } = alignment;
    const first = placeAt[0] as number;
    this.markTelling(first, placeAt[count - 1] as number, stock);
    this.phrases.clear();
    const weight = { ...NOTHING };
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
      if (distance > 1) this.weighGap(weight, gapBefore(alignment, at), stock);
      const isCommon = (crowd[alignment.articleAt[at] as number] as number) > stock.mostDocuments;
      if (isCommon || this.telling[place - first] === 0) continue;
      const bits = this.surprise(place, known, stock) * (exact ? 1 : ALTERED_SHARE);
      weight.bits += bits;
      rowBits += bits;
      if (exact) weight.rowBits = Math.max(weight.rowBits, rowBits);
    }
    return weight;
  }

  /** Bits of the agreeing tokens alone, whatever lies between them. */
  tellingBits({ count, placeAt, articleAt }: Alignment, crowd: Int32Array, stock: Stock): number {
    const first = placeAt[0] as number;
    this.markTelling(first, placeAt[count - 1] as number, stock);
    this.phrases.clear();
    let bits = 0;
    let known = 0;
    for (let at = 0; at < count; at++) {
      const place = placeAt[at] as number;
      known = at > 0 && place === (placeAt[at - 1] as number) + 1 ? known + 1 : 0;
      const isCommon = (crowd[articleAt[at] as number] as number) > stock.mostDocuments;
      if (isCommon || this.telling[place - first] === 0) continue;
      bits += this.surprise(place, known, stock);
    }
    return bits;
  }

  private distance({ articleAt, placeAt }: Alignment, at: number): number {
    const inArticle = (articleAt[at] as number) - (articleAt[at - 1] as number);
    return Math.max(inArticle, (placeAt[at] as number) - (placeAt[at - 1] as number));
  }

  private weighGap(weight: Weight, gap: Gap, { stored }: Stock): void {
    const { inArticle, inDocument } = gap;
    const skipped = Math.max(inArticle, inDocument) - 1;
    if (inDocument === 1) {
      // In which other words the document goes on says little.
      weight.bits -= GAP_BITS + INSERTED_TOKEN_BITS * skipped;
      weight.inserted += skipped;
      return;
    }
    const isEven = inArticle === inDocument;
    const cost = (isEven ? EVEN_GAP_BITS : GAP_BITS) + SKIPPED_TOKEN_BITS * skipped;
    weight.bits -= Math.min(MOST_GAP_BITS, cost);
    for (let word = 1; isEven && word < inArticle; word++) {
      const isFigure = isNumber(this.article[gap.articleAt + word] as number);
      if (isFigure && isNumber(stored.idAt(gap.placeAt + word))) weight.otherFigures++;
    }
  }

  /** `known`: how many tokens right before this one agree as well, and so explain part of it. */
  private surprise(place: number, known: number, stock: Stock): number {
    const { row } = this;
    const at = place - this.rowFrom;
    const token = row[at] as number;
    const last = known > 0 ? (row[at - 1] as number) : 0;
    const before = known > 1 ? (row[at - 2] as number) : 0;
    const phrase = mix(Math.imul(before, 0x27d4eb2f) ^ Math.imul(last, 0x165667b1) ^ (token << 15));
    if (!this.phrases.add(phrase)) return 0;
    return stock.knowledge.model.bits(before, last, token);
  }

  private markTelling(first: number, last: number, { stored, knowledge }: Stock): void {
    const from = Math.max(0, first - SHINGLE);
    const to = last + 1 + SHINGLE;
    this.row = grown(this.row, to - from);
    stored.copyIds(from, to, this.row);
    this.rowFrom = from;
    const room = last - first + 1;
    this.telling = grown(this.telling, room);
    this.telling.fill(room < SHINGLE ? 1 : 0, 0, room);
    for (let place = first; place + SHINGLE <= last + 1; place++) {
      if (knowledge.isPublic(this.row, place - from)) continue;
      this.telling.fill(1, place - first, place - first + SHINGLE);
    }
  }
}
