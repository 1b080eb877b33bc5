/**
 * What the matcher knows beside the protected documents: the language model of ordinary text, and
 * the wording that is public or stock and therefore no leak by itself. Complete before the first
 * document where the model is concerned; public wording may be added at any time.
 */
import { invariant } from '../common/invariant.ts';
import { KeySet } from './key-set.ts';
import { LanguageModel } from './language-model.ts';
import { maskedKey, SHINGLE } from './shingle.ts';
import { STOCK_PHRASES } from './stock-phrases.ts';
import { Tokens } from './tokens.ts';

export class Knowledge {
  readonly salt: number;
  readonly model = new LanguageModel();
  private readonly wording = new KeySet();
  private readonly tokens = new Tokens();
  private closed = false;

  constructor(salt: number) {
    this.salt = salt;
    for (const phrase of STOCK_PHRASES) this.addWording(phrase);
  }

  get bytes(): number {
    return this.model.bytes + this.wording.bytes;
  }

  /** Wording that anyone may quote: law texts, forms. */
  addPublic(text: string): void {
    this.addWording(text);
    if (!this.closed) this.model.learn(this.tokens);
  }

  /** Ordinary text: it teaches which wording is unsurprising. */
  addBackground(text: string): void {
    invariant(!this.closed, 'background text comes before the first document');
    this.tokens.tokenise(text);
    this.model.learn(this.tokens);
  }

  /** Ends learning, so that every document is measured by the same model. */
  close(): void {
    this.closed = true;
    this.model.freeze();
  }

  isPublic(ids: Uint16Array, at: number): boolean {
    return this.wording.has(maskedKey(ids, at, this.salt));
  }

  private addWording(text: string): void {
    this.tokens.tokenise(text);
    const { ids, count } = this.tokens;
    for (let at = 0; at + SHINGLE <= count; at++) this.wording.add(maskedKey(ids, at, this.salt));
  }
}
