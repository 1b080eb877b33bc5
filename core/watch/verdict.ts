/**
 * What an officer can say about a match: a public text that repeats protected wording (law art.
 * 25.3). States and verdicts of the watch as closed lists; `lifecycle.ts` says what leads where.
 */
export const MATCH_STATES = ['open', 'unclear', 'confirmed', 'dismissed'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

/**
 * A leak of a secret; material under embargo that came out too early; published lawfully; wording
 * that anyone uses; not enough to tell.
 */
export const VERDICTS = ['leak', 'embargo-broken', 'lawful', 'common-wording', 'unclear'] as const;
export type VerdictKind = (typeof VERDICTS)[number];
