/**
 * Measures the leak matcher on public Vietnamese texts with planted passages: `node bench/match.ts
 * [--seed N] [--half 0|1] [--each N] [--show N] [--threshold BITS]`. Settings are tuned on
 * half 0.
 */
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { createMatcher, type Match, type Matcher } from '../core/match/matcher.ts';
import { SHINGLE } from '../core/match/shingle.ts';
import { Tokens } from '../core/match/text/tokens.ts';
import { Knowledge } from '../core/match/wording/knowledge.ts';
import { type Corpus, hasCorpus, loadCorpus, type Text } from './match-corpus.ts';
import { type Planted, Planter } from './match-leaks.ts';
import { type Judged, measureSpans } from './match-plagdet.ts';

const MEBI = 1024 * 1024;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const bytesOf = (texts: readonly Text[]): number =>
  texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** True when at most half of the text's shingles stand in public law. */
function secrecyTest(corpus: Corpus): (text: string) => boolean {
  const known = new Knowledge(0);
  for (const { text } of corpus.publicTexts) known.addPublic(text);
  const tokens = new Tokens();
  return (text) => {
    tokens.tokenise(text);
    const shingles = Math.max(0, tokens.count - SHINGLE + 1);
    let open = 0;
    for (let at = 0; at < shingles; at++) if (known.isPublic(tokens.ids, at)) open++;
    return open * 2 <= shingles;
  };
}

function build(corpus: Corpus, threshold: string | undefined): Matcher {
  const matcher = createMatcher(threshold ? { thresholdBits: Number(threshold) } : {});
  const learning = cpuSeconds(() => {
    for (const { text } of corpus.publicTexts) matcher.addPublic(text);
    for (const { text } of corpus.background) matcher.addBackground(text);
  });
  const learnt = bytesOf(corpus.publicTexts) + bytesOf(corpus.background);
  const building = cpuSeconds(() => {
    for (const { id, text } of corpus.documents) matcher.addDocument(id, text);
  });
  const source = bytesOf(corpus.documents);
  const { documents, seeds, indexBytes, documentBytes, knowledgeBytes } = matcher.size();
  print(`learn: ${megabytes(learnt)} MB, ${(learnt / 1e6 / learning).toFixed(1)} MB/s of CPU time`);
  print(
    `build: ${documents} documents, ${megabytes(source)} MB, ${seeds} seeds, ` +
      `${(source / 1e6 / building).toFixed(1)} MB/s of CPU time`,
  );
  print(
    `index ${(indexBytes / source).toFixed(2)} + ` +
      `documents ${(documentBytes / source).toFixed(2)} bytes a source byte; knowledge ${megabytes(knowledgeBytes)} MB`,
  );
  return matcher;
}

type Row = { readonly kind: string; readonly judged: Judged[]; alarms: number };

function judge(matcher: Matcher, planted: readonly Planted[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const { kind, text, truths } of planted) {
    const reports = matcher.find(text);
    const row = rows.get(kind) ?? { kind, judged: [], alarms: 0 };
    row.judged.push({ truths, reports });
    if (reports.length > 0) row.alarms++;
    rows.set(kind, row);
  }
  return rows;
}

function printLeaks(rows: Map<string, Row>): void {
  print('\nclass                 plants  recall  precision  plagdet  pieces');
  const line = (name: string, judged: readonly Judged[]): void => {
    const { found, truths, trueReports, reports, plagdet, granularity } = measureSpans(judged);
    const numbers = [found / truths, trueReports / Math.max(1, reports), plagdet, granularity];
    const [recall, precision, span, pieces] = numbers.map((value) => value.toFixed(3));
    print(
      `${name.padEnd(22)}${String(truths).padStart(6)}  ${recall}   ${precision}     ${span}    ${pieces}`,
    );
  };
  const leaks = [...rows.values()].filter(({ kind }) => !kind.startsWith('decoy'));
  for (const { kind, judged } of leaks) line(kind, judged);
  line(
    'all',
    leaks.flatMap(({ judged }) => judged),
  );
}

/** So many tokens in a row word for word are reuse of a public document, no chance. */
const TRUE_REUSE = 16;

type Alarm = { readonly kind: string; readonly article: Text; readonly matches: readonly Match[] };

function printClean(matcher: Matcher, corpus: Corpus): Alarm[] {
  print('\nclean                articles  alarmed  per 10,000  of these word for word');
  const alarms: Alarm[] = [];
  const line = (name: string, articles: number, some: readonly Alarm[]): void => {
    const copies = some.filter(({ matches }) => matches.some(isTrueReuse)).length;
    const rate = ((some.length / articles) * 10_000).toFixed(1);
    print(
      `${name.padEnd(22)}${String(articles).padStart(7)}${String(some.length).padStart(9)}` +
        `${rate.padStart(12)}${String(copies).padStart(10)}`,
    );
  };
  for (const [kind, texts] of Object.entries(corpus.clean)) {
    const before = alarms.length;
    for (const article of texts) {
      const matches = matcher.find(article.text);
      if (matches.length > 0) alarms.push({ kind, article, matches });
    }
    line(kind, texts.length, alarms.slice(before));
  }
  line('all', Object.values(corpus.clean).flat().length, alarms);
  return alarms;
}

function isTrueReuse({ why }: Match): boolean {
  return why.longestRow >= TRUE_REUSE;
}

function printSpeed(matcher: Matcher, texts: readonly Text[], name: string): void {
  const seconds = cpuSeconds(() => {
    for (const { text } of texts) matcher.find(text);
  });
  const bytes = bytesOf(texts);
  print(
    `scan ${name}: ${texts.length} articles, ${megabytes(bytes)} MB, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s of CPU time`,
  );
}

function printAlarms(alarms: readonly Alarm[], most: number, corpus: Corpus): void {
  const byId = new Map(corpus.documents.map((document) => [document.id, document.text]));
  for (const { kind, article, matches } of alarms.slice(0, most)) {
    print(`\n[${kind}] ${article.id}`);
    for (const match of matches.slice(0, 2)) {
      const line = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 300);
      print(
        `  ${match.bits} bits ${match.docId}\n   A ${line(article.text.slice(match.articleStart, match.articleEnd))}`,
      );
      print(`   D ${line((byId.get(match.docId) ?? '').slice(match.docStart, match.docEnd))}`);
    }
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      half: { type: 'string', default: '0' },
      each: { type: 'string', default: '60' },
      show: { type: 'string', default: '0' },
      threshold: { type: 'string' },
    },
  });
  if (!hasCorpus()) {
    print('bench/match: the folder ../shared/data is absent; nothing is measured.');
    return;
  }
  print(
    `machine: ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / MEBI / 1024)} GiB, Node ${process.version}`,
  );
  print(`seed ${values.seed}, half ${values.half}`);
  const corpus = loadCorpus(values.half === '1' ? 1 : 0);
  const matcher = build(corpus, values.threshold);
  const planter = new Planter(corpus, Number(values.seed), secrecyTest(corpus));
  const planted = [...planter.plant(Number(values.each)), ...planter.decoys(60)];
  const clean = Object.values(corpus.clean).flat();
  printSpeed(matcher, clean.slice(0, 500), 'to warm up');
  printSpeed(matcher, corpus.clean.news, 'clean news');
  printSpeed(matcher, [...planted, ...clean], 'all');
  const rows = judge(matcher, planted);
  printLeaks(rows);
  for (const { kind, alarms, judged } of rows.values()) {
    if (kind.startsWith('decoy'))
      print(`${kind.padEnd(22)}${judged.length} articles, ${alarms} alarmed`);
  }
  const alarms = printClean(matcher, corpus);
  print(`memory: ${megabytes(process.memoryUsage().rss)} MB resident, bench included`);
  printAlarms(alarms, Number(values.show), corpus);
}

main();
