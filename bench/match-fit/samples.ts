/**
 * Every passage that the matcher judged, however weak, with its traits as numbers and with what it
 * truly is: planted, a true quotation, or false, and where it was found.
 */
import type { Match, Matcher } from '../../core/match/matcher.ts';
import { featuresOf, type Traits } from '../../core/match/passage/confidence.ts';
import type { Case } from '../match-case/case.ts';
import { isMain } from '../match-case/classes.ts';
import { quotes } from '../match-judge/judge.ts';
import { touches } from '../match-judge/plagdet.ts';

export type Sample = {
  readonly features: readonly number[];
  /** `planted`, `quotation`, `stray` (beside a planted passage), `decoy`, or the kind of page. */
  readonly label: string;
  /** The article or page. */
  readonly item: string;
  /** The planted passages of main classes that it touches. */
  readonly plants: readonly string[];
};
export type Samples = {
  readonly samples: readonly Sample[];
  /** Planted passages of the main classes, and clean pages, in all. */
  readonly plants: number;
  readonly pages: Readonly<Record<string, number>>;
};

export const isReal = ({ label }: Sample): boolean => label === 'planted' || label === 'quotation';

/** What `report` in the matcher made of the traits, turned back. */
function traitsOf({ bits, why }: Match): Traits {
  const { exactTokens, alteredTokens, longestRow, rowBits, words, company } = why;
  const { before, after, toCapital, cites, insertedTokens: inserted, otherFigures } = why;
  return {
    bits,
    words,
    exact: exactTokens,
    altered: alteredTokens,
    longest: longestRow,
    rowBits,
    company,
    inserted,
    otherFigures,
    surroundings: { before, after, toCapital, cites },
  };
}

/** `matcher` reports from a score of nought. */
export function leakSamples(matcher: Matcher, { leaks, folder }: Case): Samples {
  let plants = 0;
  const samples = leaks.flatMap(({ id, kind, text, truths }) => {
    if (isMain(kind)) plants += truths.length;
    return matcher.find(text).map((match) => {
      const touched = truths.flatMap((truth, at) =>
        touches(truth, match) ? [`${folder} ${id} ${at}`] : [],
      );
      const label = touched.length > 0 ? 'planted' : 'stray';
      const found = isMain(kind) ? touched : [];
      return { features: featuresOf(traitsOf(match)), label, item: id, plants: found };
    });
  });
  return { samples, plants, pages: {} };
}

export function cleanSamples(matcher: Matcher, { clean, decoys }: Case): Samples {
  const pages: Record<string, number> = {};
  const sample = (match: Match, label: string, item: string): Sample => ({
    features: featuresOf(traitsOf(match)),
    label,
    item,
    plants: [],
  });
  const onPages = clean.flatMap((page) => {
    pages[page.kind] = (pages[page.kind] ?? 0) + 1;
    return matcher
      .find(page.text)
      .map((match) => sample(match, quotes(page, [match]) ? 'quotation' : page.kind, page.id));
  });
  const onDecoys = decoys.flatMap(({ id, text }) =>
    matcher.find(text).map((match) => sample(match, 'decoy', id)),
  );
  return { samples: [...onPages, ...onDecoys], plants: 0, pages };
}

export function together(parts: readonly Samples[]): Samples {
  return {
    samples: parts.flatMap(({ samples }) => samples),
    plants: parts.reduce((sum, { plants }) => sum + plants, 0),
    pages: Object.assign({}, ...parts.map(({ pages }) => pages)),
  };
}
