/**
 * The order in which matches are looked at: how surprising the shared wording is, times how much
 * depends on the document. Restated in SQL by `adapters/postgres/desk.ts`, where pages are cut; a
 * test compares the two.
 */
import type { Level } from '../level/level.ts';

/**
 * A reprint of half a Mật paper and a sentence of a Tuyệt mật one are both looked at today: weights
 * grow gently. What the officer may not see weighs like Mật, so that its place tells nothing.
 */
export const LEVEL_WEIGHTS = {
  mat: 1,
  'toi-mat': 2,
  'tuyet-mat': 4,
} as const satisfies Record<Level, number>;
export const UNKNOWN_WEIGHT = LEVEL_WEIGHTS.mat;

/** Beyond this a passage is beyond doubt, and length alone pushes nothing further up. */
export const MOST_BITS = 1_000;

/** `bits`: of all passages together. */
export function rankOf(bits: number, level: Level | null): number {
  return Math.min(MOST_BITS, bits) * (level === null ? UNKNOWN_WEIGHT : LEVEL_WEIGHTS[level]);
}
