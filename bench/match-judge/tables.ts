/** Prints a verdict for reading: classes, clean pages, single misses and alarms. */
import type { Case } from '../match-case/case.ts';
import { isMain } from '../match-case/classes.ts';
import { print } from './clock.ts';
import type { CleanFigures, Figures, Verdict } from './judge.ts';
import { reliability } from './judge.ts';
import { type Report, type SpanMeasure, touches } from './plagdet.ts';

const share = (part: number, whole: number): string => (whole === 0 ? 0 : part / whole).toFixed(3);

export function printClasses({ classes, main, further, worstParagraph }: Figures): void {
  print('\nclass                   plants recall precision plagdet granularity');
  const line = (name: string, measure: SpanMeasure): void => {
    const { found, truths, trueReports, reports, plagdet, granularity } = measure;
    print(
      `${name.padEnd(24)}${String(truths).padStart(6)}  ${share(found, truths)}     ` +
        `${share(trueReports, reports)}   ${plagdet.toFixed(3)}       ${granularity.toFixed(3)}`,
    );
  };
  for (const [kind, measure] of Object.entries(classes)) {
    line(isMain(kind) ? kind : `+ ${kind}`, measure);
  }
  line('ALL MAIN', main);
  line('ALL FURTHER (+)', further);
  print(`worst paragraph class: recall ${worstParagraph.toFixed(3)}`);
}

export function printClean({ decoys, clean }: Figures): void {
  print('\ndecoys alarmed          ');
  for (const [kind, alarms] of Object.entries(decoys)) print(`${kind.padEnd(24)}${alarms}`);
  print(
    '\nclean pages               pages  alarms  per 10,000   true quotations  false per 10,000',
  );
  const rate = (alarms: number, { pages }: CleanFigures): string =>
    pages === 0 ? '–' : ((alarms / pages) * 10_000).toFixed(1);
  for (const [kind, row] of Object.entries(clean)) {
    const { pages, alarms, quotations } = row;
    print(
      `${kind.padEnd(24)}${String(pages).padStart(7)}${String(alarms).padStart(8)}` +
        `${rate(alarms, row).padStart(12)}${String(quotations).padStart(18)}` +
        `${rate(alarms - quotations, row).padStart(18)}`,
    );
  }
}

export function printReliability(verdict: Verdict): void {
  print('\nscore from   reports   real (planted, or a true quotation)');
  for (const { from, reports, real } of reliability(verdict)) {
    print(`${from.toFixed(1).padEnd(13)}${String(reports).padStart(7)}   ${share(real, reports)}`);
  }
}

const LONGEST = 400;
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, LONGEST);

type Texts = ReadonlyMap<string, string>;

function textsOf({ protected: documents }: Case): Texts {
  return new Map(documents.map(({ id, text }) => [id, text]));
}

function printReport(report: Report, article: string, texts: Texts): void {
  const { docId, articleStart, articleEnd, docStart, docEnd } = report;
  const {
    docId: _,
    articleStart: __,
    articleEnd: ___,
    docStart: ____,
    docEnd: _____,
    ...rest
  } = report;
  print(`  ${docId} ${JSON.stringify(rest)}`);
  print(`   article:  ${inOneLine(article.slice(articleStart, articleEnd))}`);
  print(`   document: ${inOneLine((texts.get(docId) ?? '').slice(docStart, docEnd))}`);
}

/** False alarms first; of true quotations only the count is of interest. */
export function printAlarms({ alarms }: Verdict, most: number, bench: Case): void {
  const texts = textsOf(bench);
  const isFalse = alarms.filter(({ isQuotation }) => !isQuotation);
  for (const { page, reports } of isFalse.slice(0, most)) {
    print(`\n[${page.kind}] ${page.id}`);
    for (const report of reports.slice(0, 3)) printReport(report, page.text, texts);
  }
}

/** Planted passages that no report touches, with what was reported instead. */
export function printMisses({ leaks }: Verdict, most: number, bench: Case): void {
  const texts = textsOf(bench);
  const missed = leaks.flatMap(({ article, truths, reports }) =>
    truths
      .filter((truth) => !reports.some((report) => touches(truth, report)))
      .map((truth) => ({ article, truth, reports })),
  );
  for (const { article, truth, reports } of missed.slice(0, most)) {
    print(`\nmissed ${article.id}`);
    printReport(truth, article.text, texts);
    for (const report of reports.slice(0, 2)) {
      print('  reported instead:');
      printReport(report, article.text, texts);
    }
  }
}

/** Reports in articles with leaks that touch none of them. */
export function printStrays({ leaks }: Verdict, most: number, bench: Case): void {
  const texts = textsOf(bench);
  const strays = leaks.flatMap(({ article, truths, reports }) =>
    reports
      .filter((report) => !truths.some((truth) => touches(truth, report)))
      .map((report) => ({ article, report })),
  );
  for (const { article, report } of strays.slice(0, most)) {
    print(`\nstray in ${article.id}`);
    printReport(report, article.text, texts);
  }
}
