/**
 * The order in which matches are looked at: how surprising the shared wording is, times how much
 * depends on the document. Restated in SQL by `adapters/postgres/desk.ts`, where pages are cut; a
 * test compares the two.
 */
import type { Level } from '../level/level.ts';

/**
 * A reprint of half a Mật paper and a sentence of a Tuyệt mật one are both looked at today: weights
 * grow gently.
 */
export const LEVEL_WEIGHTS = {
  mat: 1,
  'toi-mat': 2,
  'tuyet-mat': 4,
} as const satisfies Record<Level, number>;
/** Of a draft without a level. */
export const UNKNOWN_WEIGHT = LEVEL_WEIGHTS.mat;

/** Beyond this a passage is beyond doubt, and length alone pushes nothing further up. */
export const MOST_BITS = 1_000;

/**
 * Of whatever the officer may not read, so that its place tells neither level nor surprise: as of a
 * Mật paper beyond doubt. Among themselves the article that came last is first.
 */
export const HIDDEN_RANK = MOST_BITS * UNKNOWN_WEIGHT;

/** `bits`: of all passages together. */
export function rankOf(bits: number, level: Level | null): number {
  return Math.min(MOST_BITS, bits) * (level === null ? UNKNOWN_WEIGHT : LEVEL_WEIGHTS[level]);
}
