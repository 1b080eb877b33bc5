/**
 * The three levels of secrecy (độ mật) and their order, law 117/2025/QH15 art. 8. "Nội bộ" and
 * "lưu hành nội bộ" are not levels. `dominates` is the only comparison anyone may use.
 */
export const LEVELS = ['tuyet-mat', 'toi-mat', 'mat'] as const;
export type Level = (typeof LEVELS)[number];

const RANK = { 'tuyet-mat': 3, 'toi-mat': 2, mat: 1 } as const satisfies Record<Level, number>;

export function parseLevel(value: unknown): Level | null {
  return LEVELS.find((level) => level === value) ?? null;
}

/** True when a person or place fit for `held` is fit for `needed`: reflexive, total. */
export function dominates(held: Level, needed: Level): boolean {
  return RANK[held] >= RANK[needed];
}

/** For sorting, lowest first: negative when `a` is below `b`. */
export function compareLevels(a: Level, b: Level): number {
  return RANK[a] - RANK[b];
}

/** A document with several levels takes the highest (art. 10); null for none at all. */
export function highestLevel(levels: readonly Level[]): Level | null {
  return LEVELS.find((level) => levels.includes(level)) ?? null;
}
