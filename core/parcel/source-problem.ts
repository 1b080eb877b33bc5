/** Why an address gave no answer. */
export const FETCH_PROBLEMS = [
  'address-bad',
  'address-forbidden',
  'name-unknown',
  'connection-failed',
  'time-limit',
  'too-large',
  'encoding-broken',
  'redirect-limit',
  'robots-forbid',
  'refused-by-site',
] as const;
export type FetchProblem = (typeof FETCH_PROBLEMS)[number];

/**
 * Why the last visit to a source failed, as a parcel tells it. A newer collector may tell others:
 * readers keep a word that they do not know as it is.
 */
export const SOURCE_PROBLEMS = [
  ...FETCH_PROBLEMS,
  'site-failing',
  'format-broken',
  'file-unreadable',
  'unexpected',
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

export const sourceProblem = (code: string): SourceProblem | null =>
  SOURCE_PROBLEMS.find((known) => known === code) ?? null;
