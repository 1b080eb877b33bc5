/** The goals of recall, exact places, alarms and the score's honesty. */
import { type Case, loadCase } from '../match-case/case.ts';
import { isParagraph } from '../match-case/classes.ts';
import { buildMatcher } from '../match-judge/engine.ts';
import { type CleanFigures, judge, reliability, type Verdict } from '../match-judge/judge.ts';
import type { SpanMeasure } from '../match-judge/plagdet.ts';
import type { Goal, GoalOptions } from './goal.ts';

const recallOf = (measure: SpanMeasure | undefined): number =>
  measure ? measure.found / measure.truths : 0;

function verdictOn(bench: Case): Verdict {
  const { matcher } = buildMatcher(bench, {});
  return judge((text) => matcher.find(text), bench);
}

export function qualityGoals({ half, seed, each }: GoalOptions): Goal[] {
  const verdict = verdictOn(loadCase({ half, seed, each, collection: 'own' }));
  const { classes, main, further, decoys, clean } = verdict.figures;
  const recall = (kind: string, atLeast: number): Goal => ({
    what: `recall, ${kind}`,
    figure: recallOf(classes[kind]),
    atLeast,
  });
  const paragraphs = Object.entries(classes).filter(([kind]) => isParagraph(kind));
  const worst = paragraphs.toSorted((one, other) => recallOf(one[1]) - recallOf(other[1]))[0];
  return [
    { what: 'recall, all main classes', figure: recallOf(main), atLeast: 0.98 },
    {
      what: 'recall, worst class of paragraphs',
      figure: recallOf(worst?.[1]),
      atLeast: 0.99,
      note: worst ? `${worst[0]}, ${worst[1].truths} plants` : '',
    },
    recall('snip30', 1),
    recall('snip20', 0.98),
    recall('snip16', 0.9),
    recall('snip12', 0.6),
    recall('sentence-ocr05', 0.93),
    recall('sentence-sub10', 0.95),
    { what: 'recall, further classes', figure: recallOf(further) },
    { what: 'plagdet, all main classes', figure: main.plagdet, atLeast: 0.95 },
    { what: 'granularity', figure: main.granularity, atMost: 1.005 },
    { what: 'true reports in leaking articles', figure: main.trueReports / main.reports },
    ...alarmGoals(clean, ''),
    { what: 'decoys alarmed', figure: sum(Object.values(decoys)), atMost: 0 },
    scoreGoal(verdict),
  ];
}

/** The same with the documents of both halves protected. */
export function allDocumentsGoals({ half, seed, each }: GoalOptions): Goal[] {
  const bench = loadCase({ half, seed, each, collection: 'all' });
  const { main, clean } = verdictOn(bench).figures;
  const what = `with ${bench.protected.length} documents`;
  return [
    { what: `recall, ${what}`, figure: recallOf(main), atLeast: 0.98 },
    ...alarmGoals(clean, `, ${what}`),
  ];
}

export function withoutPublicGoals({ half, seed, each }: GoalOptions): Goal[] {
  const bench = loadCase({ half, seed, each, collection: 'own' });
  const { clean } = verdictOn({ ...bench, public: [], leaks: [] }).figures;
  return [falseAlarms(clean.all, 'all clean kinds, without the public law', 80)];
}

function alarmGoals(clean: Readonly<Record<string, CleanFigures>>, end: string): Goal[] {
  return [
    falseAlarms(clean.news, `clean news${end}`, 1),
    falseAlarms(clean.all, `all clean kinds${end}`, 25),
  ];
}

const NO_PAGES: CleanFigures = { pages: 0, alarms: 0, quotations: 0, readReuses: 0 };

function falseAlarms(row: CleanFigures | undefined, what: string, atMost: number): Goal {
  const { pages, alarms, quotations, readReuses } = row ?? NO_PAGES;
  const rate = (count: number): number => (count / pages) * 10_000;
  return {
    what: `false alarms per 10,000, ${what}`,
    figure: rate(alarms - quotations),
    atMost,
    note:
      `${alarms - quotations} of ${pages} pages, ${readReuses} real reuse as a reader found; ` +
      `with true quotations ${rate(alarms).toFixed(1)}`,
  };
}

function scoreGoal(verdict: Verdict): Goal {
  const high = reliability(verdict).filter(({ from }) => from >= 0.9);
  const reports = sum(high.map((bin) => bin.reports));
  const real = sum(high.map((bin) => bin.real));
  return {
    what: 'real among reports with a score of 0.9 or more',
    figure: reports === 0 ? null : real / reports,
    atLeast: 0.9,
    note: `${reports} reports`,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
