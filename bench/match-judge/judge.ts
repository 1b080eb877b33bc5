/** Runs a finder over a case and counts what it found, missed and cried wolf at. */
import type { Case, CleanPage } from '../match-case/case.ts';
import { isMain, isParagraph } from '../match-case/classes.ts';
import type { Article } from '../match-case/planter.ts';
import { type Judged, measureSpans, type Report, type SpanMeasure, touches } from './plagdet.ts';
import readByHand from './read-by-hand.json' with { type: 'json' };

/** Alarms of half 1 that one reader judged, page and document by page and document. */
const READ_REUSES = new Set(
  readByHand.verdicts
    .filter(({ verdict }) => verdict === 'reuse')
    .map(({ page, docId }) => `${page} ${docId}`),
);

export type Find = (text: string) => readonly Report[];
export type JudgedArticle = Judged & { readonly article: Article };
export type Alarm = {
  readonly page: CleanPage;
  readonly reports: readonly Report[];
  /** A report lies on wording that the page truly shares with few documents. */
  readonly isQuotation: boolean;
  /** No such wording, but a reader found that the page reuses the document. */
  readonly isReadReuse: boolean;
};
export type CleanFigures = {
  readonly pages: number;
  readonly alarms: number;
  readonly quotations: number;
  readonly readReuses: number;
};
export type Figures = {
  readonly classes: Readonly<Record<string, SpanMeasure>>;
  /** The classes whose recall is the goal; further ones; both. */
  readonly main: SpanMeasure;
  readonly further: SpanMeasure;
  readonly worstParagraph: number;
  readonly decoys: Readonly<Record<string, number>>;
  readonly clean: Readonly<Record<string, CleanFigures>>;
};
export type Verdict = {
  readonly figures: Figures;
  readonly leaks: readonly JudgedArticle[];
  readonly alarms: readonly Alarm[];
};

export function judge(find: Find, bench: Case): Verdict {
  const leaks = bench.leaks.map((article) => ({
    article,
    truths: article.truths,
    reports: find(article.text),
  }));
  const decoys: Record<string, number> = {};
  for (const { kind, text } of bench.decoys) {
    decoys[kind] = (decoys[kind] ?? 0) + (find(text).length > 0 ? 1 : 0);
  }
  const alarms = bench.clean.flatMap((page) => {
    const reports = find(page.text);
    if (reports.length === 0) return [];
    const isQuotation = quotes(page, reports);
    return [{ page, reports, isQuotation, isReadReuse: !isQuotation && isRead(page, reports) }];
  });
  return {
    figures: { ...leakFigures(leaks), decoys, clean: cleanFigures(bench, alarms) },
    leaks,
    alarms,
  };
}

type LeakFigures = Pick<Figures, 'classes' | 'main' | 'further' | 'worstParagraph'>;

function leakFigures(leaks: readonly JudgedArticle[]): LeakFigures {
  const kinds = [...new Set(leaks.map(({ article }) => article.kind))];
  const ofKind = (kind: string): JudgedArticle[] =>
    leaks.filter(({ article }) => article.kind === kind);
  const classes = Object.fromEntries(kinds.map((kind) => [kind, measureSpans(ofKind(kind))]));
  const paragraphs = kinds.filter(isParagraph).map((kind) => {
    const measure = classes[kind] as SpanMeasure;
    return measure.found / measure.truths;
  });
  return {
    classes,
    main: measureSpans(leaks.filter(({ article }) => isMain(article.kind))),
    further: measureSpans(leaks.filter(({ article }) => !isMain(article.kind))),
    worstParagraph: Math.min(1, ...paragraphs),
  };
}

function cleanFigures({ clean }: Case, alarms: readonly Alarm[]): Record<string, CleanFigures> {
  const kinds = [...new Set(clean.map(({ kind }) => kind))];
  const figures = (isOf: (page: CleanPage) => boolean): CleanFigures => {
    const some = alarms.filter(({ page }) => isOf(page));
    return {
      pages: clean.filter(isOf).length,
      alarms: some.length,
      quotations: some.filter(({ isQuotation }) => isQuotation).length,
      readReuses: some.filter(({ isReadReuse }) => isReadReuse).length,
    };
  };
  const rows = kinds.map((kind) => [kind, figures((page) => page.kind === kind)] as const);
  return { ...Object.fromEntries(rows), all: figures(() => true) };
}

export function quotes({ quoted }: CleanPage, reports: readonly Report[]): boolean {
  return quoted.some(([start, end]) =>
    reports.some(({ articleStart, articleEnd }) => articleStart < end && start < articleEnd),
  );
}

export type Reliability = {
  readonly from: number;
  readonly reports: number;
  readonly real: number;
};

/** How many of the reports of each score are real: planted, or a true quotation. */
export function reliability({ leaks, alarms }: Verdict): Reliability[] {
  const bins = Array.from({ length: 10 }, (_, at) => ({ from: at / 10, reports: 0, real: 0 }));
  const count = (score: number | undefined, isReal: boolean): void => {
    const bin = bins[Math.min(9, Math.floor((score ?? 0) * 10))];
    if (!bin) return;
    bin.reports++;
    if (isReal) bin.real++;
  };
  for (const { truths, reports } of leaks) {
    for (const report of reports) {
      count(
        report.score,
        truths.some((truth) => touches(truth, report)),
      );
    }
  }
  for (const { reports, page } of alarms) {
    for (const report of reports) count(report.score, quotes(page, [report]));
  }
  return bins.filter(({ reports }) => reports > 0);
}

function isRead({ id }: CleanPage, reports: readonly Report[]): boolean {
  return reports.some(({ docId }) => READ_REUSES.has(`${id} ${docId}`));
}
