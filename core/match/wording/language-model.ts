/**
 * How surprising a token is after the two before it, in bits: a trigram model of ordinary and
 * public text, backing off to bigrams, single tokens and the built-in table of common syllables.
 * Every phrase counts once a document. Protected documents teach it nothing: what it says of one
 * would be an echo of the others. Numbers count as one token and bring their digits' weight.
 */

import { SYLLABLE_COUNT, syllableNamed } from '../text/syllables.ts';
import { digitsOf, FIRST_NUMBER, FIRST_OTHER, maskNumber, type Tokens } from '../text/tokens.ts';
import { COMMON_SYLLABLES } from './common-syllables.ts';
import { contextKey, PhraseCounts, pairKey, tripleKey } from './phrase-counts.ts';
import { Surprise } from './surprise.ts';
import { SurpriseTable } from './surprise-table.ts';

const NUMBER_BITS = 4.8;
const RARE_SYLLABLE_BITS = 14;
const RARE_OTHER_BITS = 16;
/** No token brings more. */
export const MOST_BITS = 11;
/** Two digits say less than twice one: dates and ordinals are many. Index: number of digits. */
const DIGIT_BITS = [0, 1.5, 3, 5, 5, 7] as const;
/** Weight of the shorter context: virtual observations, and a share of the real ones. */
const TRIPLE_PRIOR = 2;
const TRIPLE_NOVELTY = 0.3;
const PAIR_PRIOR = 6;
const PAIR_NOVELTY = 0.15;
const SINGLE_PRIOR = 20_000;
/** Without background a word's context is unknown; it explains about a third of the surprise. */
const CONTEXT_SHARE = 0.35;
const READ_ENOUGH = 1_000_000;
/** What stands in one document only is no ordinary wording. */
const LEAST_DOCUMENTS = 2;
const OWN = Float32Array.from({ length: FIRST_OTHER - FIRST_NUMBER }, (_, number) =>
  number === 0 ? 0 : (DIGIT_BITS[digitsOf(FIRST_NUMBER + number)] as number),
);

function builtInShares(): Float64Array {
  const bits = new Float64Array(65_536).fill(RARE_OTHER_BITS);
  bits.fill(RARE_SYLLABLE_BITS, 1, SYLLABLE_COUNT + 1);
  bits.fill(NUMBER_BITS, FIRST_NUMBER, FIRST_OTHER);
  for (const [common, name] of COMMON_SYLLABLES) bits[syllableNamed(name)] = common;
  return bits.map((value) => SINGLE_PRIOR * 2 ** -value);
}
const BUILT_IN = builtInShares();

const pairPrior = (begun: number): number => PAIR_PRIOR + PAIR_NOVELTY * begun;
const triplePrior = (begun: number): number => TRIPLE_PRIOR + TRIPLE_NOVELTY * begun;

export class LanguageModel {
  private readonly counts = new PhraseCounts();
  private readonly two = new SurpriseTable();
  /** Triples by their key; by the key of a context, what an unseen triple costs beyond its pair. */
  private readonly three = new SurpriseTable();
  private readonly alone = new Float32Array(65_536);
  /** Whole bits of a token by itself, a number's digits counted: what chooses seeds. */
  readonly weights = new Uint8Array(65_536);
  /** By token: what an unseen pair costs beyond its second token. */
  private readonly unseen = new Float32Array(65_536);
  private trust = 1;
  private frozen = false;
  /** Made when it is first needed; no part of an image, as threads have one each. */
  #surprise: Surprise | null = null;

  get bytes(): number {
    return this.counts.bytes + this.two.bytes + this.three.bytes + this.alone.byteLength * 2;
  }

  /** Learns one document of ordinary or public text. */
  learn(tokens: Tokens): void {
    this.counts.count(tokens.ids.subarray(0, tokens.count));
  }

  /** Ends learning: counts become tables of bits. */
  freeze(): void {
    if (this.frozen) return;
    this.frozen = true;
    const { counts } = this;
    this.trust = 1 - CONTEXT_SHARE * (1 - Math.min(1, counts.pairs / READ_ENOUGH));
    for (let token = 0; token < 65_536; token++) {
      this.alone[token] = -Math.log2(this.shareAlone(token));
      const begun = counts.begins[token] as number;
      this.unseen[token] = Math.log2((begun + pairPrior(begun)) / pairPrior(begun));
    }
    for (let id = 0; id < 65_536; id++) {
      this.weights[id] = Math.round(this.bits(0, 0, id));
    }
    this.freezePairs();
    this.freezeTriples();
    counts.forgetPhrases();
  }

  /** Bits of `token` after `before` and `last`; 0 stands for "no context". */
  bits(before: number, last: number, token: number): number {
    const masked = maskNumber(token);
    const own = masked === token ? 0 : (DIGIT_BITS[digitsOf(token)] as number);
    if (last === 0) return Math.min(MOST_BITS, own + (this.alone[masked] as number));
    return Math.min(MOST_BITS, own + this.bitsAfter(maskNumber(before), maskNumber(last), masked));
  }

  /** `sums[at]`: bits of all tokens before `at`, each after the two before it. */
  sumRow(ids: Uint16Array, sums: Float32Array): void {
    // An image that was read has brought other tables.
    if (this.#surprise?.pairs !== this.two.cells) this.#surprise = this.layOut();
    this.#surprise.sumRow(ids, sums);
  }

  private layOut(): Surprise {
    const { alone, unseen, trust } = this;
    const tables = { alone, unseen, own: OWN, trust, mostBits: MOST_BITS };
    return new Surprise({ ...tables, pairs: this.two, triples: this.three });
  }

  private unseenAfter(last: number, token: number): number {
    return ((this.alone[token] as number) + (this.unseen[last] as number)) * this.trust;
  }

  /** Bits of each token by itself, as it was when learning ended. */
  bitsAlone(): Float32Array<ArrayBuffer> {
    return this.alone;
  }

  private bitsAfter(before: number, last: number, token: number): number {
    let penalty = 0;
    if (before !== 0) {
      const context = contextKey(before, last);
      penalty = this.three.get(context);
      if (penalty >= 0) {
        const seen = this.three.get(tripleKey(context, token));
        if (seen >= 0) return seen;
      } else penalty = 0;
    }
    const pair = this.two.get(pairKey(last, token));
    if (pair >= 0) return pair + penalty;
    return this.unseenAfter(last, token) + penalty;
  }

  private freezePairs(): void {
    const rows: [first: number, second: number][] = [];
    this.counts.eachPair((first, second, count) => {
      if (count >= LEAST_DOCUMENTS) rows.push([first, second]);
    });
    this.two.reset(rows.length);
    for (const [first, second] of rows) {
      this.two.set(
        pairKey(first, second),
        -Math.log2(this.shareOfPair(first, second)) * this.trust,
      );
    }
  }

  private freezeTriples(): void {
    const { counts, trust } = this;
    const contexts = counts.contexts();
    let kept = contexts.size;
    counts.eachTriple((_, count) => {
      if (count >= LEAST_DOCUMENTS) kept++;
    });
    this.three.reset(kept);
    contexts.each((context, _, begun) => {
      if (begun < LEAST_DOCUMENTS) return;
      const cost = Math.log2((begun + triplePrior(begun)) / triplePrior(begun));
      this.three.set(contextKey(context >>> 16, context & 0xffff), cost * trust);
    });
    counts.eachTriple(([before, last, token], count) => {
      if (count < LEAST_DOCUMENTS) return;
      const begun = contexts.get(((before << 16) | last) >>> 0, 0);
      const prior = triplePrior(begun);
      const share = (count + prior * this.shareOfPair(last, token)) / (begun + prior);
      this.three.set(tripleKey(contextKey(before, last), token), -Math.log2(share) * trust);
    });
  }

  private shareAlone(token: number): number {
    const { ends, pairs } = this.counts;
    return ((ends[token] as number) + (BUILT_IN[token] as number)) / (pairs + SINGLE_PRIOR);
  }

  private shareOfPair(first: number, second: number): number {
    const begun = this.counts.begins[first] as number;
    const prior = pairPrior(begun);
    // The first document that holds a pair counts for nothing: one page makes no wording usual.
    const seen = Math.max(0, this.counts.pairsOf(first, second) - 1);
    return (seen + prior * this.shareAlone(second)) / (begun + prior);
  }
}
