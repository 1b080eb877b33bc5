/**
 * The training corpus of PAN-2013 text alignment, pairs given: each suspicious text is compared
 * with its one source. Common English is learnt from the texts of the category without plagiarism.
 */
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import { loadLines, type Text } from '../match-case/corpus.ts';
import { cpuSeconds } from '../match-judge/clock.ts';
import { type Judged, measureSpans, type Report } from '../match-judge/plagdet.ts';
import type { Goal, GoalOptions } from './goal.ts';

type Pair = { readonly category: string; readonly susp: string; readonly src: string };
/** Offsets are characters: UTF-16 units too, as no text here leaves the basic plane. */
type Plant = Pair & {
  readonly suspOffset: number;
  readonly suspLength: number;
  readonly srcOffset: number;
  readonly srcLength: number;
};
type Compared = Judged & { readonly category: string };

const LEARNT = '01-no-plagiarism';

export function pan13Goals({ pairs: wanted }: GoalOptions): Goal[] {
  const texts = new Map(loadLines<Text>('pan13-train-docs').map(({ id, text }) => [id, text]));
  const every = Math.max(1, Math.round(1 / wanted));
  const pairs = loadLines<Pair>('pan13-train-pairs').filter((_, at) => at % every === 0);
  const plants = Map.groupBy(loadLines<Plant>('pan13-train-truth'), nameOf);
  const matcher = createMatcher();
  const honest = pairs.filter(({ category }) => category === LEARNT).map(({ susp }) => susp);
  for (const id of new Set(honest)) matcher.addBackground(texts.get(id) ?? '');
  const compared: Compared[] = [];
  const seconds = cpuSeconds(() => {
    for (const pair of pairs) {
      const reports = compare(matcher, texts.get(pair.src) ?? '', texts.get(pair.susp) ?? '');
      const truths = (plants.get(nameOf(pair)) ?? []).map(asTruth);
      compared.push({ category: pair.category, truths, reports });
    }
  });
  return goals(compared, `${pairs.length} pairs in ${seconds.toFixed(0)} CPU seconds`);
}

const nameOf = ({ category, susp, src }: Pair): string => `${category} ${susp} ${src}`;

function compare(matcher: Matcher, source: string, suspicious: string): readonly Report[] {
  matcher.addDocument('source', source);
  const found = matcher.find(suspicious);
  matcher.removeDocument('source');
  return found;
}

function asTruth({ suspOffset, suspLength, srcOffset, srcLength }: Plant): Report {
  return {
    docId: 'source',
    articleStart: suspOffset,
    articleEnd: suspOffset + suspLength,
    docStart: srcOffset,
    docEnd: srcOffset + srcLength,
  };
}

function goals(compared: readonly Compared[], note: string): Goal[] {
  const rows: Goal[] = [];
  const alarmed = compared.filter(
    ({ category, reports }) => category === LEARNT && reports.length > 0,
  );
  for (const category of new Set(compared.map((pair) => pair.category))) {
    if (category === LEARNT) continue;
    const { plagdet, spanRecall, spanPrecision, granularity } = measureSpans(
      compared.filter((pair) => pair.category === category),
    );
    const parts = [spanRecall, spanPrecision, granularity].map((value) => value.toFixed(3));
    rows.push({
      what: `PAN-2013, ${category}, plagdet`,
      figure: plagdet,
      note: `recall ${parts[0]}, precision ${parts[1]}, granularity ${parts[2]}`,
    });
  }
  const { plagdet } = measureSpans(compared);
  return [
    { what: 'PAN-2013 training part, pairs given, plagdet', figure: plagdet, atLeast: 0.9, note },
    ...rows,
    { what: 'PAN-2013, pairs without plagiarism alarmed', figure: alarmed.length },
  ];
}
