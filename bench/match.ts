/**
 * Measures the leak matcher on public Vietnamese texts with planted passages; `--help` lists the
 * options. Settings are tuned on half 0 and judged on half 1, which shares neither leaked documents
 * nor clean pages with it.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Case, loadCase } from './match-case/case.ts';
import { CLASSES } from './match-case/classes.ts';
import { hasCorpus } from './match-case/corpus.ts';
import { machine, print } from './match-judge/clock.ts';
import { type BuildFigures, buildMatcher, scanSpeed } from './match-judge/engine.ts';
import { judge, reliability } from './match-judge/judge.ts';
import {
  printAlarms,
  printClasses,
  printClean,
  printMisses,
  printReliability,
  printStrays,
} from './match-judge/tables.ts';

const HELP = `node bench/match.ts [options]
  --half 0|1           tuned or untouched half (0)
  --seed N             which passages are drawn (1)
  --each N             articles of every class (60)
  --collection own|all protected documents: of this half, or of both (own)
  --classes a,b        only these classes; "none" for no leaks
  --clean N            so many clean pages of each kind; all without
  --set name=value     a number among the matcher's options; may stand several times
  --without-public     without the list of public law
  --without-background without ordinary text to learn from
  --show-misses N      passages not found
  --show-alarms N      false alarms on clean pages, both passages of each
  --show-strays N      reports in leaking articles that touch no planted passage
  --json FILE          all figures
  --list               prints the classes and ends`;

function parseOptions() {
  return parseArgs({
    options: {
      half: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      each: { type: 'string', default: '60' },
      collection: { type: 'string', default: 'own' },
      classes: { type: 'string' },
      clean: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      'without-public': { type: 'boolean', default: false },
      'without-background': { type: 'boolean', default: false },
      'show-misses': { type: 'string', default: '0' },
      'show-alarms': { type: 'string', default: '0' },
      'show-strays': { type: 'string', default: '0' },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
type Values = ReturnType<typeof parseOptions>;

function cut(bench: Case, values: Values): Case {
  const wanted = values.classes?.split(',');
  const most = values.clean === undefined ? Number.POSITIVE_INFINITY : Number(values.clean);
  const taken = new Map<string, number>();
  const clean = bench.clean.filter(({ kind }) => {
    const number = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, number);
    return number <= most;
  });
  return {
    ...bench,
    public: values['without-public'] ? [] : bench.public,
    background: values['without-background'] ? [] : bench.background,
    leaks: wanted ? bench.leaks.filter(({ kind }) => wanted.includes(kind)) : bench.leaks,
    clean,
  };
}

function printBuild(figures: BuildFigures): void {
  const size = (figures.sourceBytes / 1e6).toFixed(1);
  print(
    `build: ${figures.documents} documents, ${size} MB, ` +
      `${figures.buildMegabytesPerSecond.toFixed(1)} MB/s a core; ` +
      `learning ${figures.learnMegabytesPerSecond.toFixed(1)} MB/s`,
  );
  print(
    `size: index ${figures.indexBytesPerSourceByte.toFixed(2)} + documents ` +
      `${figures.textBytesPerSourceByte.toFixed(2)} bytes a source byte; ` +
      `knowledge ${(figures.knowledgeBytes / 1e6).toFixed(1)} MB`,
  );
}

function run(values: Values): void {
  print(`machine: ${machine()}`);
  const whole = loadCase({
    half: values.half === '1' ? 1 : 0,
    seed: Number(values.seed),
    each: Number(values.each),
    collection: values.collection === 'all' ? 'all' : 'own',
  });
  print(`half ${values.half}, seed ${values.seed}, files: ${whole.folder}`);
  const bench = cut(whole, values);
  const set = values.set
    .map((pair) => pair.split('='))
    .map(([name, value]) => [name, Number(value)]);
  const { matcher, figures: build } = buildMatcher(bench, Object.fromEntries(set));
  printBuild(build);
  const news = bench.clean.filter(({ kind }) => kind === 'news');
  const scan = {
    news: scanSpeed(matcher, news),
    all: scanSpeed(matcher, [...bench.leaks, ...bench.decoys, ...bench.clean]),
  };
  print(`scan: clean news ${scan.news.toFixed(1)}, all ${scan.all.toFixed(1)} MB/s a core`);
  const verdict = judge((text) => matcher.find(text), bench);
  const residentBytes = process.memoryUsage().rss;
  printClasses(verdict.figures);
  printClean(verdict.figures);
  printReliability(verdict);
  print(`memory: ${(residentBytes / 1e6).toFixed(0)} MB resident, the bench's texts included`);
  printMisses(verdict, Number(values['show-misses']), bench);
  printAlarms(verdict, Number(values['show-alarms']), bench);
  printStrays(verdict, Number(values['show-strays']), bench);
  if (values.json === undefined) return;
  const all = { build, scan, residentBytes, ...verdict.figures, reliability: reliability(verdict) };
  writeFileSync(values.json, `${JSON.stringify(all, null, 1)}\n`);
}

function main(): void {
  const values = parseOptions();
  if (values.help) print(HELP);
  else if (values.list)
    for (const [kind, { group }] of Object.entries(CLASSES)) print(`${kind} (${group})`);
  else if (!hasCorpus()) print('The folder ../shared/data is absent: nothing is measured.');
  else run(values);
}

main();
