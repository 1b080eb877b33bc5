/**
 * Why a goal is not met: printed below the table for each row that falls short. The whole of it,
 * with what was tried, stands in `docs/matching.md`.
 */
import type { Goal } from './goal.ts';

const REASONS: readonly (readonly [beginning: string, why: string])[] = [
  [
    'recall, worst class of paragraphs',
    'a class has sixty plants or twelve: one missed is more than the goal allows; the heaviest ' +
      'scans leave few rows of three unharmed words',
  ],
  ['recall, sentence', 'sixty plants: the goal is a matter of one or two of them'],
  ['recall, snip', 'sixty plants: the goal is a matter of one or two of them'],
  [
    'granularity',
    'a paragraph whose clauses are shuffled stays in pieces where nothing telling is between them',
  ],
  [
    'false alarms',
    'the protected stand-ins are public decrees that clean pages quote: of the alarms read by ' +
      'hand a third is real reuse, another third drafting formulas, the rest titles, names, chance',
  ],
  [
    'scan clean news, 5,000',
    'tokens, seeds and their filter alone take half of the time; the rest is spread over a dozen ' +
      'steps, none above a tenth',
  ],
  [
    'scan clean news',
    'memory: in a large collection every page has dozens of seeds by chance, and each place lies ' +
      'outside the caches',
  ],
  [
    'build',
    'the language model and the list of public rows are asked for each seed and lie in the third ' +
      'cache; the start of the compiler counts too',
  ],
  ['two workers', 'a median of five by the clock, which other work on the machine moves'],
];

/** Null for a row that nobody has explained yet. */
export function reasonOf({ what }: Goal): string | null {
  return REASONS.find(([beginning]) => what.startsWith(beginning))?.[1] ?? null;
}
