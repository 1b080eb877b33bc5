/**
 * What the matcher knows beside the protected documents: the language model of ordinary text, and
 * the wording that is public or stock and therefore no leak by itself. Complete before the first
 * document where the model is concerned; public wording may be added at any time.
 */
import { invariant } from '../../common/invariant.ts';
import { KeySet } from '../key-set.ts';
import { MaskedRoll, maskedKey, mix, SHINGLE } from '../shingle.ts';
import { TokenCode } from '../stored/token-code.ts';
import { maskNumber, Tokens } from '../text/tokens.ts';
import { Copies } from './copies.ts';
import { LanguageModel } from './language-model.ts';
import { STOCK_PHRASES } from './stock-phrases.ts';
import type { WordingRows } from './wording-rows.ts';

const STOCK_ROW = 3;

/** Rows of ids end with 0, which no text has: a row over the end is no stock row. */
function stockKey(ids: Uint16Array, at: number): number {
  const [one, two] = [maskNumber(ids[at] ?? 0), maskNumber(ids[at + 1] ?? 0)];
  const three = maskNumber(ids[at + 2] ?? 0);
  return mix(
    Math.imul(one, 0x27d4eb2f) ^ Math.imul(two, 0x165667b1) ^ Math.imul(three, 0x5bd1e995),
  );
}

export class Knowledge {
  readonly salt: number;
  readonly model = new LanguageModel();
  /** How documents are stored. */
  readonly code = new TokenCode();
  private readonly wording = new KeySet();
  /** Three tokens in a row of a stock phrase: stock lines follow each other in any order. */
  private readonly stock = new KeySet();
  private readonly copies = new Copies();
  private readonly tokens = new Tokens();
  private closed = false;

  constructor(salt: number) {
    this.salt = salt;
    for (const phrase of STOCK_PHRASES) this.addStock(phrase);
  }

  get bytes(): number {
    return this.model.bytes + this.wording.bytes;
  }

  /** Wording that anyone may quote: law texts, forms. */
  addPublic(text: string): void {
    this.addWording(text);
    if (!this.closed) this.model.learn(this.tokens);
  }

  /** Ordinary text: it teaches which wording is unsurprising. Copies of a page teach nothing. */
  addBackground(text: string): void {
    invariant(!this.closed, 'background text comes before the first document');
    this.tokens.tokenise(text);
    const { ids, count } = this.tokens;
    if (!this.copies.isCopy(ids.subarray(0, count))) this.model.learn(this.tokens);
  }

  /** Ends learning, so that every document is measured by the same model. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.copies.forget();
    this.model.freeze();
    this.code.fit(this.model.bitsAlone());
  }

  /** Flags the rows of `ids` that are public. */
  flagPublic(ids: Uint16Array, rows: WordingRows): void {
    const { count, places, keys, flags } = rows;
    for (let row = 0; row < count; row++) {
      const at = places[row] as number;
      keys[row] = maskedKey(ids, at, this.salt) || 1;
      flags[row] = this.isStock(ids, at) ? 1 : 0;
    }
    this.wording.flagPresent(keys, flags, count);
  }

  isPublic(ids: Uint16Array, at: number): boolean {
    return this.wording.has(maskedKey(ids, at, this.salt)) || this.isStock(ids, at);
  }

  /** Every token of the shingle belongs to three in a row that are stock. */
  private isStock(ids: Uint16Array, at: number): boolean {
    let covered = at;
    for (let start = Math.max(0, at - STOCK_ROW + 1); covered < at + SHINGLE; start++) {
      if (start > covered) return false;
      if (this.stock.has(stockKey(ids, start))) covered = start + STOCK_ROW;
    }
    return true;
  }

  private addStock(phrase: string): void {
    this.addWording(phrase);
    const { ids, count } = this.tokens;
    for (let at = 0; at + STOCK_ROW <= count; at++) this.stock.add(stockKey(ids, at));
  }

  private addWording(text: string): void {
    this.tokens.tokenise(text);
    const { ids, count } = this.tokens;
    const roll = new MaskedRoll(this.salt);
    for (let at = 0; at < count; at++) {
      const key = roll.next(ids, at);
      if (at + 1 >= SHINGLE) this.wording.add(key);
    }
  }
}
