/**
 * Compares one document with one public text, away from the server's own work and within bounds of
 * time and memory. Called by the loose comparison of publication. A pair over a bound is an answer
 * with a code; a `Fault` is thrown only when the comparing process does not start or dies.
 */
import type { PairPassage } from '../../core/match/pair/compare-pair.ts';

export type PairTexts = { readonly document: string; readonly text: string };

export const PAIR_STOPS = ['time-limit', 'memory-limit'] as const;
export type PairStop = {
  readonly ok: false;
  readonly code: (typeof PAIR_STOPS)[number];
  /** The bound that was met: seconds, or MB. */
  readonly most: number;
};

export type Compare = (
  texts: PairTexts,
) => Promise<{ readonly ok: true; readonly value: PairPassage[] } | PairStop>;

export interface PairComparer {
  /**
   * `work` begins when its turn has come: one after the other, those who ask taking turns. So no
   * document waits in memory, and nobody waits for all that another has asked.
   */
  inTurn<Value>(asker: string, work: (compare: Compare) => Promise<Value>): Promise<Value>;
}
