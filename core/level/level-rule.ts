/**
 * The shape of a regime's table of levels: period, envelope mark, stamp, harm, each with its place
 * in the law. The numbers themselves stand in `regimes/`; no code repeats them.
 */
import type { Citation } from '../common/citation.ts';
import type { Level } from './level.ts';

export const ENVELOPE_MARKS = ['A', 'B', 'C'] as const;
export type EnvelopeMark = (typeof ENVELOPE_MARKS)[number];

export type StampRule = {
  readonly wording: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly citation: Citation;
};

export type LevelRule = {
  readonly level: Level;
  readonly vi: string;
  readonly en: string;
  readonly harmVi: string;
  readonly harmEn: string;
  readonly periodYears: number;
  readonly periodCitation: Citation;
  readonly envelopeMark: EnvelopeMark;
  readonly envelopes: 1 | 2;
  readonly envelopeCitation: Citation;
  readonly stamp: StampRule;
  readonly citation: Citation;
};

export type LevelRules = Readonly<Record<Level, LevelRule>>;

/** The level that an outer envelope shows by its letter alone. */
export function levelOfMark(rules: LevelRules, mark: EnvelopeMark): Level {
  if (rules['tuyet-mat'].envelopeMark === mark) return 'tuyet-mat';
  return rules['toi-mat'].envelopeMark === mark ? 'toi-mat' : 'mat';
}
