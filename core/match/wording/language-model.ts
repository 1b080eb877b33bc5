/**
 * How surprising a token is after the two before it, in bits: a trigram model of public text and
 * of the collection, backing off to bigrams, single tokens and the built-in table of common
 * syllables. Every phrase counts once a document. Of the collection, a pair counts less the
 * document at hand, and a triple only beyond a family of documents: else versions of one paper
 * would make each other look common. Numbers count as one token and bring their digits' weight.
 */

import { SYLLABLE_COUNT, syllableNamed } from '../text/syllables.ts';
import {
  digitsOf,
  FIRST_NUMBER,
  FIRST_OTHER,
  isNumber,
  maskNumber,
  type Tokens,
} from '../text/tokens.ts';
import { COMMON_SYLLABLES } from './common-syllables.ts';
import { contextKey, PhraseCounts, pairKey, tripleKey } from './phrase-counts.ts';

const NUMBER_BITS = 4.8;
const RARE_SYLLABLE_BITS = 14;
const RARE_OTHER_BITS = 16;
const MOST_BITS = 11;
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
/** Protected documents that may share a triple before it counts as usual among them. */
const FAMILY = 20;
/** Pairs that a token begins, from which it counts as common. */
const COMMON_TOKEN = 200;

function builtInShares(): Float64Array {
  const bits = new Float64Array(65_536).fill(RARE_OTHER_BITS);
  bits.fill(RARE_SYLLABLE_BITS, 1, SYLLABLE_COUNT + 1);
  bits.fill(NUMBER_BITS, FIRST_NUMBER, FIRST_OTHER);
  for (const [common, name] of COMMON_SYLLABLES) bits[syllableNamed(name)] = common;
  return bits.map((value) => SINGLE_PRIOR * 2 ** -value);
}
const BUILT_IN = builtInShares();

export class LanguageModel {
  private readonly ordinary = PhraseCounts.growing();
  private readonly collection = PhraseCounts.reversible();
  private frozen = false;
  private readonly alone = new Float32Array(65_536);
  /** Whether the measure under way counts the collection in. */
  private together = false;

  get bytes(): number {
    return this.ordinary.bytes + this.collection.bytes;
  }

  /** Learns one document of ordinary or public text. */
  learn(tokens: Tokens): void {
    this.ordinary.count(tokens.ids.subarray(0, tokens.count), 1);
  }

  /** Counts a protected document in, or out with -1. */
  countProtected(ids: Uint16Array, by: 1 | -1): void {
    this.collection.count(ids, by);
  }

  /** Ends learning: what stood in one document only is forgotten, it is no ordinary wording. */
  freeze(): void {
    if (this.frozen) return;
    this.frozen = true;
    this.ordinary.dropTriplesBelow(2);
    this.together = false;
    for (let token = 0; token < 65_536; token++)
      this.alone[token] = -Math.log2(this.shareAlone(token));
  }

  /** Bits of `token` after `before` and `last` in ordinary text; 0 stands for "no context". */
  ordinaryBits(before: number, last: number, token: number): number {
    this.together = false;
    return this.measure(before, last, token);
  }

  /** The same, what is usual in the collection counted in. */
  bits(before: number, last: number, token: number): number {
    this.together = true;
    return this.measure(before, last, token);
  }

  /** Bits of each token by itself in ordinary text, as it was when learning ended. */
  bitsAlone(): Float32Array<ArrayBuffer> {
    return this.alone;
  }

  private measure(before: number, last: number, token: number): number {
    const masked = maskNumber(token);
    const second = maskNumber(last);
    let share = this.shareAlone(masked);
    if (second !== 0) {
      share = this.shareAfterOne(second, masked, share);
      const context = before === 0 ? 0 : contextKey(maskNumber(before), second);
      if (context !== 0) share = this.shareAfterTwo(context, masked, share);
    }
    const trust = second === 0 ? 1 : this.trust();
    const own = isNumber(token) ? (DIGIT_BITS[digitsOf(token)] as number) : 0;
    return Math.min(MOST_BITS, own - Math.log2(share) * trust);
  }

  /**
   * Other documents' pairs count fully where their first token is common; else a few versions of
   * one paper, all there is of a rare token, would make its wording look usual.
   */
  private seenTwo(key: number, begun: number): number {
    const others = Math.max(0, this.collection.two.get(key) - 1);
    return others >= FAMILY ? others : others * Math.min(1, begun / COMMON_TOKEN);
  }

  private seenThree(key: number): number {
    const seen = this.ordinary.three.get(key);
    return this.together ? seen + Math.max(0, this.collection.three.get(key) - FAMILY) : seen;
  }

  private shareAlone(token: number): number {
    const own = this.together ? (this.collection.ends[token] as number) : 0;
    const pairs = this.ordinary.pairs + (this.together ? this.collection.pairs : 0);
    const seen = (this.ordinary.ends[token] as number) + own;
    return (seen + (BUILT_IN[token] as number)) / (pairs + SINGLE_PRIOR);
  }

  private shareAfterOne(first: number, token: number, shorter: number): number {
    const own = this.together ? (this.collection.begins[first] as number) : 0;
    const begun = (this.ordinary.begins[first] as number) + own;
    const prior = PAIR_PRIOR + PAIR_NOVELTY * begun;
    const key = pairKey(first, token);
    const seen = this.ordinary.two.get(key) + (this.together ? this.seenTwo(key, begun) : 0);
    return (seen + prior * shorter) / (Math.max(begun, seen) + prior);
  }

  private shareAfterTwo(context: number, token: number, shorter: number): number {
    const begun = this.seenThree(context);
    if (begun === 0) return shorter;
    const count = this.seenThree(tripleKey(context, token));
    const prior = TRIPLE_PRIOR + TRIPLE_NOVELTY * begun;
    return (count + prior * shorter) / (Math.max(begun, count) + prior);
  }

  private trust(): number {
    const read = this.ordinary.pairs + (this.together ? this.collection.pairs : 0);
    return 1 - CONTEXT_SHARE * (1 - Math.min(1, read / READ_ENOUGH));
  }
}
