/**
 * The goals of speed, size and delay with many documents. Beside the real ones stand documents made
 * up from ordinary wording, of which nothing is leaked.
 */
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import { BYTES_OF_TOKEN } from '../../core/match/text/tokens.ts';
import { type Case, loadCase } from '../match-case/case.ts';
import type { Text } from '../match-case/corpus.ts';
import { type MadeDocuments, madeDocuments } from '../match-case/made-documents.ts';
import { cpuSeconds, percentile } from '../match-judge/clock.ts';
import { scanSpeed } from '../match-judge/engine.ts';
import { judge } from '../match-judge/judge.ts';
import type { Goal, GoalOptions } from './goal.ts';
import { startGoals } from './start.ts';
import { twoWorkersGoal } from './two-workers.ts';

const FEW = 5000;
const BYTES_FEW = 20_000;
const BYTES_MANY = 4150;
/** News is cut and joined to pieces of this length, in bytes near 4,000. */
const ARTICLE = 3000;
const LIVE = 200;

type Filled = {
  readonly matcher: Matcher;
  readonly made: MadeDocuments;
  readonly sourceBytes: number;
  readonly buildSeconds: number;
  readonly residentBytes: number;
};

export async function fewDocumentsGoals(options: GoalOptions): Promise<Goal[]> {
  const bench = loadCase({ ...options, collection: 'all' });
  const filled = fill(bench, FEW, BYTES_FEW);
  const { matcher, sourceBytes, buildSeconds } = filled;
  const { news, scan } = speeds(matcher, bench);
  const { indexBytes, documentBytes, knowledgeBytes } = matcher.size();
  return [
    { what: 'scan clean news, 5,000 documents', figure: news, atLeast: 80, unit: 'MB/s a core' },
    { what: 'scan all articles, leaking ones too', figure: scan, unit: 'MB/s a core' },
    {
      what: 'index and text, bytes a source byte',
      figure: (indexBytes + documentBytes) / sourceBytes,
      atMost: 0.6,
      note: `${mega(sourceBytes)} MB of source; knowledge ${mega(knowledgeBytes)} MB besides`,
    },
    { what: 'build', figure: sourceBytes / 1e6 / buildSeconds, atLeast: 30, unit: 'MB/s a core' },
    ...liveGoals(filled),
    delayGoal(matcher, bench, '5,000 documents'),
    ...startGoals(matcher, '5,000 documents'),
    await twoWorkersGoal(matcher, newsOf(bench), '5,000 documents'),
  ];
}

/** The large collection: `documents` says how large; the goals are those for a million. */
export async function manyDocumentsGoals(options: GoalOptions): Promise<Goal[]> {
  const bench = loadCase({ ...options, collection: 'all' });
  const { matcher, sourceBytes, buildSeconds, residentBytes } = fill(
    bench,
    options.documents,
    BYTES_MANY,
  );
  const { news } = speeds(matcher, bench);
  const what = `${matcher.size().documents} documents`;
  const { main } = judge((text) => matcher.find(text), { ...bench, clean: [] }).figures;
  const { indexBytes, documentBytes } = matcher.size();
  return [
    { what: `recall, ${what}`, figure: main.found / main.truths, atLeast: 0.965 },
    { what: `scan clean news, ${what}`, figure: news, atLeast: 50, unit: 'MB/s a core' },
    { what: `build, ${what}`, figure: sourceBytes / 1e6 / buildSeconds, unit: 'MB/s a core' },
    {
      what: `index and text, ${what}, bytes a source byte`,
      figure: (indexBytes + documentBytes) / sourceBytes,
      note: `${mega(sourceBytes)} MB of source`,
    },
    { what: `resident after building, ${what}`, figure: residentBytes / 1e9, unit: 'GB' },
    ...startGoals(matcher, what, { seconds: 2, gigabytes: 2 }),
    delayGoal(matcher, bench, what),
    await twoWorkersGoal(matcher, newsOf(bench), what),
  ];
}

const newsOf = (bench: Case): string[] =>
  bench.clean.filter(({ kind }) => kind === 'news').map(({ text }) => text);

const mega = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Real documents first, then made ones; what is made is not timed. */
function fill(bench: Case, documents: number, bytes: number): Filled {
  const matcher = createMatcher({ expectTokens: (documents * bytes) / BYTES_OF_TOKEN });
  const made = madeDocuments([...bench.public, ...bench.background], bytes);
  for (const { text } of bench.public) matcher.addPublic(text);
  for (const { text } of bench.background) matcher.addBackground(text);
  let [sourceBytes, buildSeconds] = [0, 0];
  for (let from = 0; from < documents; from += 100) {
    const some = Array.from({ length: Math.min(100, documents - from) }, (_, at) => {
      return bench.protected[from + at] ?? made.make(from + at);
    });
    for (const { text } of some) sourceBytes += Buffer.byteLength(text);
    buildSeconds += cpuSeconds(() => {
      for (const { id, text } of some) matcher.addDocument(id, text);
    });
  }
  buildSeconds += cpuSeconds(() => matcher.find(''));
  return { matcher, made, sourceBytes, buildSeconds, residentBytes: process.memoryUsage().rss };
}

function speeds(matcher: Matcher, bench: Case): { news: number; scan: number } {
  const news = bench.clean.filter(({ kind }) => kind === 'news');
  return {
    news: scanSpeed(matcher, news),
    scan: scanSpeed(matcher, [...bench.leaks, ...bench.clean]),
  };
}

function liveGoals({ matcher, made }: Filled): Goal[] {
  const adding: number[] = [];
  const removing: number[] = [];
  let unseen = 0;
  for (let number = 0; number < LIVE; number++) {
    const { id, text } = made.make(2_000_000 + number);
    adding.push(milliseconds(() => matcher.addDocument(id, text)));
    const page = text.slice(2000, 2600);
    if (!matcher.find(page).some(({ docId }) => docId === id)) unseen++;
    removing.push(milliseconds(() => matcher.removeDocument(id)));
    if (matcher.find(page).some(({ docId }) => docId === id)) unseen++;
  }
  const note = (values: readonly number[]): string =>
    `p99 ${percentile(values, 0.99).toFixed(2)} ms`;
  return [
    {
      what: 'add a document of 20 kB, mean',
      figure: mean(adding),
      atMost: 2,
      unit: 'ms',
      note: note(adding),
    },
    {
      what: 'remove it, mean',
      figure: mean(removing),
      atMost: 2,
      unit: 'ms',
      note: note(removing),
    },
    {
      what: 'of these changes not seen by the next article',
      figure: unseen,
      atMost: 0,
      note: `of ${2 * LIVE}`,
    },
  ];
}

function delayGoal(matcher: Matcher, bench: Case, what: string): Goal {
  const articles = cutToLength(bench.clean.filter(({ kind }) => kind === 'news'));
  for (const article of articles.slice(0, 300)) matcher.find(article);
  const times = articles.map((article) => milliseconds(() => matcher.find(article)));
  return {
    what: `an article of 4 kB, p99, ${what}`,
    figure: percentile(times, 0.99),
    atMost: 2,
    unit: 'ms',
    note: `mean ${mean(times).toFixed(2)} ms of ${times.length}`,
  };
}

function cutToLength(texts: readonly Text[]): string[] {
  const all = texts.map(({ text }) => text).join('\n');
  const articles: string[] = [];
  for (let at = 0; at + ARTICLE <= all.length; at += ARTICLE) {
    articles.push(all.slice(at, at + ARTICLE));
  }
  return articles;
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
