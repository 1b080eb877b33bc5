/**
 * The training corpus of PAN-2013 text alignment: each suspicious text is compared with its one
 * source. Two answers are measured side by side: the comparison of a pair, whose goal this is, and
 * the search index, which has common English learnt from the texts without plagiarism. Settings of
 * the comparison were chosen on the pairs with an even hash; the odd ones are a row of their own.
 */
import { createMatcher } from '../../core/match/matcher.ts';
import { comparePair } from '../../core/match/pair/compare-pair.ts';
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
type Compare = (source: string, suspicious: string) => readonly Report[];
type Compared = Judged & { readonly pair: Pair };
type Corpus = {
  readonly texts: ReadonlyMap<string, string>;
  readonly pairs: readonly Pair[];
  readonly plants: ReadonlyMap<string, readonly Plant[]>;
};

const LEARNT = '01-no-plagiarism';
const SOURCE = 'source';
/** Shorter reuse, of addresses and set phrases, is in these texts but not in the truth. */
const SHORTEST = { shortestInArticle: 150, shortestInDocument: 200 };

export function pan13Goals({ pairs: wanted }: GoalOptions): Goal[] {
  const every = Math.max(1, Math.round(1 / wanted));
  const corpus: Corpus = {
    texts: new Map(loadLines<Text>('pan13-train-docs').map(({ id, text }) => [id, text])),
    pairs: loadLines<Pair>('pan13-train-pairs').filter((_, at) => at % every === 0),
    plants: Map.groupBy(loadLines<Plant>('pan13-train-truth'), nameOf),
  };
  return [...comparisonGoals(corpus), ...indexGoals(corpus)];
}

function comparisonGoals(corpus: Corpus): Goal[] {
  const { compared, note } = run(corpus, (source, suspicious) =>
    comparePair(source, suspicious, SHORTEST).map((passage) => ({ docId: SOURCE, ...passage })),
  );
  const half = (parity: number): Compared[] =>
    compared.filter(({ pair }) => hashOf(pair) % 2 === parity);
  const what = 'PAN-2013 training part, pairs compared, plagdet';
  return [
    { ...measured(what, compared), atLeast: 0.9, note },
    measured('the same, pairs that settings were chosen on', half(0)),
    measured('the same, untouched pairs', half(1)),
    ...categoryGoals('pairs compared', compared),
  ];
}

function indexGoals(corpus: Corpus): Goal[] {
  const matcher = createMatcher();
  const honest = corpus.pairs.filter(({ category }) => category === LEARNT);
  for (const id of new Set(honest.map(({ susp }) => susp))) {
    matcher.addBackground(corpus.texts.get(id) ?? '');
  }
  const { compared, note } = run(corpus, (source, suspicious) => {
    matcher.addDocument(SOURCE, source);
    const found = matcher.find(suspicious);
    matcher.removeDocument(SOURCE);
    return found;
  });
  const what = 'PAN-2013 training part, search index with one document, plagdet';
  return [{ ...measured(what, compared), note }, ...categoryGoals('search index', compared)];
}

const nameOf = ({ category, susp, src }: Pair): string => `${category} ${susp} ${src}`;

/** FNV-1a with its bits mixed; the parity says which part a pair belongs to. */
function hashOf({ susp, src }: Pair): number {
  let hash = 0x811c9dc5;
  for (const letter of susp + src) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function run(
  { texts, pairs, plants }: Corpus,
  compare: Compare,
): { readonly compared: readonly Compared[]; readonly note: string } {
  const compared: Compared[] = [];
  const seconds = cpuSeconds(() => {
    for (const pair of pairs) {
      const reports = compare(texts.get(pair.src) ?? '', texts.get(pair.susp) ?? '');
      const truths = (plants.get(nameOf(pair)) ?? []).map(asTruth);
      compared.push({ pair, truths, reports });
    }
  });
  return { compared, note: `${pairs.length} pairs in ${seconds.toFixed(0)} CPU seconds` };
}

function asTruth({ suspOffset, suspLength, srcOffset, srcLength }: Plant): Report {
  return {
    docId: SOURCE,
    articleStart: suspOffset,
    articleEnd: suspOffset + suspLength,
    docStart: srcOffset,
    docEnd: srcOffset + srcLength,
  };
}

function measured(what: string, compared: readonly Compared[]): Goal {
  const { plagdet, spanRecall, spanPrecision, granularity } = measureSpans(compared);
  const [recall, precision, pieces] = [spanRecall, spanPrecision, granularity].map((value) =>
    value.toFixed(3),
  );
  return {
    what,
    figure: plagdet,
    note: `recall ${recall}, precision ${precision}, granularity ${pieces}`,
  };
}

function categoryGoals(how: string, compared: readonly Compared[]): Goal[] {
  const categories = Map.groupBy(compared, ({ pair }) => pair.category);
  const rows = [...categories]
    .filter(([category]) => category !== LEARNT)
    .map(([category, some]) => measured(`PAN-2013, ${how}, ${category}, plagdet`, some));
  const alarmed = categories.get(LEARNT)?.filter(({ reports }) => reports.length > 0) ?? [];
  const what = `PAN-2013, ${how}, pairs without plagiarism with a report`;
  return [...rows, { what, figure: alarmed.length }];
}
