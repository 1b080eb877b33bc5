/**
 * Leak matching beside what somebody would take instead, on the same leaks and clean pages:
 * `node bench/match-rivals.ts [--only WORD] [--seed N] [--markdown]`. Each tool's threshold is the
 * one that serves it best on the tuned half; the figures are those of the untouched half.
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type Case, loadCase } from './match-case/case.ts';
import { hasCorpus, type Text } from './match-case/corpus.ts';
import { randomFrom } from './match-case/random.ts';
import { bytesOf, machine, print } from './match-judge/clock.ts';
import { type Figures, judge } from './match-judge/judge.ts';
import { dolos } from './match-rivals/dolos.ts';
import { minhash } from './match-rivals/minhash.ts';
import { OURS } from './match-rivals/ours.ts';
import { POSTGRES_RIVALS } from './match-rivals/postgres.ts';
import type { Rival, Scored } from './match-rivals/rival.ts';
import { SSDEEP } from './match-rivals/ssdeep.ts';
import { winnowing } from './match-rivals/winnowing.ts';

const RIVALS: readonly Rival[] = [
  OURS,
  winnowing({ k: 25, w: 16, helped: true }),
  winnowing({ k: 20, w: 10, helped: true }),
  winnowing({ k: 25, w: 16, helped: false }),
  minhash({ window: 60, band: 2, oneIn: 4 }),
  minhash({ window: null, band: 2, oneIn: 4 }),
  dolos({ k: 23, w: 17, helped: false }),
  dolos({ k: 10, w: 5, helped: true }),
  SSDEEP,
  ...POSTGRES_RIVALS,
];
/** The alarms that the goal allows among all clean pages. */
const FEW_ALARMS = 25;

type Row = {
  readonly title: string;
  readonly threshold: number;
  readonly recall: number;
  readonly precision: number;
  readonly plagdet: number;
  readonly newsAlarms: number;
  readonly allAlarms: number;
  readonly decoys: number;
  /** Recall where the threshold is so high that alarms keep to the goal; null: no such one. */
  readonly recallAtFew: number | null;
  readonly megabytesPerSecond: number;
  readonly memoryBytes: number;
  readonly articles: number;
};

function thinned(bench: Case, oneIn: number): Case {
  const thin = <Item>(items: readonly Item[]): Item[] =>
    items.filter((_, at) => at % oneIn === Math.floor(oneIn / 2));
  return {
    ...bench,
    leaks: thin(bench.leaks),
    decoys: thin(bench.decoys),
    clean: thin(bench.clean),
  };
}

/** What the tool had time for. */
function answered(bench: Case, byText: ReadonlyMap<string, unknown>): Case {
  const some = <Item extends Text>(items: readonly Item[]): Item[] =>
    items.filter(({ text }) => byText.has(text));
  return {
    ...bench,
    leaks: some(bench.leaks),
    decoys: some(bench.decoys),
    clean: some(bench.clean),
  };
}

type Run = {
  readonly figuresAt: (threshold: number) => Figures;
  readonly megabytesPerSecond: number;
  readonly memoryBytes: number;
  readonly articles: number;
};

/** What lives after a collection; `--expose-gc` gives the collector. */
function heldMemory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function run(rival: Rival, whole: Case): Promise<Run | string> {
  const bench = thinned(whole, rival.oneIn);
  const all = [...bench.leaks, ...bench.decoys, ...bench.clean];
  const asked = randomFrom(1).shuffled<Text>(all);
  const before = heldMemory();
  const opened = await rival.open(bench);
  if (typeof opened === 'string') return opened;
  const clock = { wall: performance.now(), cpu: process.cpuUsage() };
  const reports = await opened.find(asked.map(({ text }) => text));
  const articles = asked.slice(0, reports.length);
  const { user, system } = process.cpuUsage(clock.cpu);
  const wall = (performance.now() - clock.wall) / 1000;
  const memoryBytes = opened.storedBytes ?? heldMemory() - before;
  await opened.close?.();
  const byText = new Map<string, readonly Scored[]>(
    articles.map(({ text }, at) => [text, reports[at] ?? []]),
  );
  return {
    figuresAt: (threshold) => {
      const find = (text: string): Scored[] =>
        (byText.get(text) ?? []).filter(({ score }) => score >= threshold);
      return judge(find, answered(bench, byText)).figures;
    },
    megabytesPerSecond: bytesOf(articles) / 1e6 / (rival.byClock ? wall : (user + system) / 1e6),
    memoryBytes,
    articles: articles.length,
  };
}

/** Reports that are right, false alarms on clean pages counted in. */
function worth({ main, clean }: Figures): number {
  const falseAlarms = (clean.all?.alarms ?? 0) - (clean.all?.quotations ?? 0);
  const precision = main.trueReports / Math.max(1, main.reports + falseAlarms);
  const recall = main.found / main.truths;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

const falsePer10000 = ({ clean }: Figures, kind: string): number => {
  const { pages, alarms, quotations } = clean[kind] ?? { pages: 1, alarms: 0, quotations: 0 };
  return ((alarms - quotations) / pages) * 10_000;
};
const recallOf = ({ main }: Figures): number => main.found / main.truths;

function bestOf(thresholds: readonly number[], { figuresAt }: Run): number {
  const worths = thresholds.map((threshold) => worth(figuresAt(threshold)));
  return thresholds[worths.indexOf(Math.max(...worths))] ?? 0;
}

function rowOf(rival: Rival, { tuned, untouched }: { tuned: Run; untouched: Run }): Row {
  const best = rival.usual ?? bestOf(rival.thresholds, tuned);
  const figures = untouched.figuresAt(best);
  const { main, decoys } = figures;
  const quiet = rival.thresholds
    .map((threshold) => untouched.figuresAt(threshold))
    .filter((each) => falsePer10000(each, 'all') <= FEW_ALARMS);
  return {
    title: rival.title,
    threshold: best,
    recall: recallOf(figures),
    precision: main.trueReports / Math.max(1, main.reports),
    plagdet: main.plagdet,
    newsAlarms: falsePer10000(figures, 'news'),
    allAlarms: falsePer10000(figures, 'all'),
    decoys: Object.values(decoys).reduce((sum, one) => sum + one, 0),
    recallAtFew: quiet.length === 0 ? null : Math.max(...quiet.map(recallOf)),
    megabytesPerSecond: untouched.megabytesPerSecond,
    memoryBytes: untouched.memoryBytes,
    articles: untouched.articles,
  };
}

async function measure(rival: Rival, seed: number): Promise<Row | string> {
  const caseOf = (half: 0 | 1): Case => loadCase({ half, seed, each: 60, collection: 'own' });
  const untouched = await run(rival, caseOf(1));
  if (typeof untouched === 'string') return untouched;
  if (rival.usual !== undefined) return rowOf(rival, { tuned: untouched, untouched });
  const tuned = await run(rival, caseOf(0));
  return typeof tuned === 'string' ? tuned : rowOf(rival, { tuned, untouched });
}

function printRow(row: Row, ours: Row | undefined): void {
  const share = (value: number): string => value.toFixed(3);
  const times = (value: number): string => (value >= 10 ? value.toFixed(0) : value.toFixed(1));
  const quiet = row.recallAtFew === null ? 'never' : share(row.recallAtFew);
  const speed = row.megabytesPerSecond;
  const cells = [
    `${row.title} (${row.articles} articles, threshold ${row.threshold})`,
    share(row.recall),
    share(row.precision),
    share(row.plagdet),
    row.newsAlarms.toFixed(0),
    row.allAlarms.toFixed(0),
    String(row.decoys),
    quiet,
    speed < 1 ? speed.toPrecision(2) : speed.toFixed(1),
    ours ? times(ours.megabytesPerSecond / speed) : '',
    (row.memoryBytes / 1e6).toFixed(row.memoryBytes < 1e7 ? 1 : 0),
  ];
  print(`| ${cells.join(' | ')} |`);
}

/** Every tool in a process of its own, so that memory and warm-up are its own. */
function measureApart(number: number, seed: string): Row | string {
  const argv = ['--max-old-space-size=10240', '--expose-gc', import.meta.filename];
  const options = { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' } as const;
  const flags = ['--alone', String(number), '--seed', seed];
  const lines = execFileSync(process.execPath, [...argv, ...flags], {
    ...options,
    stdio: [...options.stdio],
  });
  return JSON.parse(lines) as Row | string;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      seed: { type: 'string', default: '2' },
      alone: { type: 'string' },
    },
  });
  if (!hasCorpus()) return print('The folder ../shared/data is absent: nothing is measured.');
  if (values.alone !== undefined) {
    const rival = RIVALS[Number(values.alone)];
    return print(
      JSON.stringify(rival ? await measure(rival, Number(values.seed)) : 'no such tool'),
    );
  }
  print(`machine: ${machine()}; seed ${values.seed}\n`);
  print(HEAD);
  let ours: Row | undefined;
  for (const [number, { title }] of RIVALS.entries()) {
    if (!title.toLowerCase().includes(values.only.toLowerCase())) continue;
    const row = measureApart(number, values.seed);
    if (title === OURS.title && typeof row !== 'string') ours = row;
    if (typeof row === 'string') print(`| ${title}: ${row} |`);
    else printRow(row, ours);
  }
}

const HEAD = [
  '| tool | recall | precision | plagdet | false alarms per 10,000: news | all clean | decoys |' +
    ' recall at 25 or fewer | MB/s | ours, times as fast | memory, MB |',
  '|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

await main();
