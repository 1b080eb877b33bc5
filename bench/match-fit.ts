/**
 * Fits the weights of the matcher's score (`WEIGHTS` in core/match/thresholds.ts) on the tuning
 * half and checks them on the other. Knows nothing of the single features: their names and number
 * come from `core/match/passage/confidence.ts`. `--help` lists the options.
 */
import { parseArgs } from 'node:util';
import { FEATURE_NAMES } from '../core/match/passage/confidence.ts';
import { LEAST_SCORE, WEIGHTS } from '../core/match/thresholds.ts';
import { loadCase } from './match-case/case.ts';
import { type Half, hasCorpus } from './match-case/corpus.ts';
import { fit, type Model, probability, type Row, surprise } from './match-fit/logistic.ts';
import {
  cleanSamples,
  isReal,
  leakSamples,
  type Sample,
  type Samples,
  together,
} from './match-fit/samples.ts';
import { machine, print } from './match-judge/clock.ts';
import { buildMatcher } from './match-judge/engine.ts';

const HELP = `node bench/match-fit.ts [options]
  --half 0|1        the half to fit on (0); the other one checks
  --seeds a,b       which passages are drawn for fitting (1,3)
  --check-seed N    and for checking (2); "none": no check
  --each N          articles of every class (60)
  --ridge N         how strongly weights are held near nought (3)
  --weight label=N  how much a passage of a label counts; may stand several times. Labels: planted,
                    quotation (left out), stray, decoy, news (1 each), all other pages (0.15)`;

/** Pages of law and web quote the very papers that stand in as protected. */
const OTHER_PAGES = 0.15;
const USUAL_WEIGHTS = { planted: 1, quotation: 0, stray: 1, decoy: 1, news: 1 };
const THRESHOLDS = [0.4, 0.5, 0.6, 0.66, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

function parseOptions() {
  return parseArgs({
    options: {
      half: { type: 'string', default: '0' },
      seeds: { type: 'string', default: '1,3' },
      'check-seed': { type: 'string', default: '2' },
      each: { type: 'string', default: '60' },
      ridge: { type: 'string', default: '3' },
      weight: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  }).values;
}
type Values = ReturnType<typeof parseOptions>;

/** Seeds draw other passages; the clean pages are the same and are judged once. */
function collect(half: Half, seeds: readonly number[], each: number): Samples {
  const parts = seeds.flatMap((seed, at) => {
    const bench = loadCase({ half, seed, each, collection: 'own' });
    const { matcher } = buildMatcher(bench, { leastScore: 0 });
    const leaks = leakSamples(matcher, bench);
    return at === 0 ? [leaks, cleanSamples(matcher, bench)] : [leaks];
  });
  return together(parts);
}

function rowsOf({ samples }: Samples, { weight }: Values): Row[] {
  const given = weight.map((pair) => pair.split('=')).map(([label, by]) => [label, Number(by)]);
  const weights: Record<string, number> = { ...USUAL_WEIGHTS, ...Object.fromEntries(given) };
  return samples.map((sample) => ({
    features: sample.features,
    isReal: isReal(sample),
    weight: weights[sample.label] ?? OTHER_PAGES,
  }));
}

function printLabels({ samples }: Samples): void {
  const counts: Record<string, number> = {};
  for (const { label } of samples) counts[label] = (counts[label] ?? 0) + 1;
  const told = Object.entries(counts).map(([label, count]) => `${label} ${count}`);
  print(`${samples.length} passages judged: ${told.join(', ')}`);
}

function printWeights({ bias, features }: Model): void {
  const shown = (value: number): string => String(Math.round(value * 100) / 100);
  print(`\nexport const WEIGHTS = {\n  bias: ${shown(bias)},\n  features: [`);
  for (const [at, value] of features.entries()) {
    print(`    ${shown(value)}, // ${FEATURE_NAMES[at] ?? at}`);
  }
  print('  ],\n} as const;');
}

type Scored = { readonly sample: Sample; readonly score: number };

const scoredBy = (samples: readonly Sample[], model: Model): Scored[] =>
  samples.map((sample) => ({ sample, score: probability(model, sample.features) }));

function printReliability(scored: readonly Scored[], rows: readonly Row[]): void {
  print('\nscore from   passages   real   real, pages weighed as in fitting, quotations apart');
  for (let bin = 0; bin < 10; bin++) {
    let [count, real, weighed, weights] = [0, 0, 0, 0];
    for (const [at, { sample, score }] of scored.entries()) {
      if (Math.min(9, Math.floor(score * 10)) !== bin) continue;
      const weight = rows[at]?.weight ?? 0;
      count++;
      weights += weight;
      if (!isReal(sample)) continue;
      real++;
      weighed += weight;
    }
    const share = (part: number, whole: number): string => (whole ? part / whole : 0).toFixed(3);
    print(
      `${(bin / 10).toFixed(1).padEnd(13)}${String(count).padStart(8)}   ` +
        `${share(real, count)}  ${share(weighed, weights)}`,
    );
  }
}

/** What each threshold would find and raise, so that `LEAST_SCORE` can be chosen anew. */
function printThresholds({ samples, plants, pages }: Samples, model: Model): void {
  const scored = scoredBy(samples, model);
  print('\nfrom score   recall, main   false alarms per 10,000: news, all kinds   decoys   strays');
  const all = Object.values(pages).reduce((sum, count) => sum + count, 0);
  for (const threshold of THRESHOLDS) {
    const reported = scored.filter(({ score }) => score >= threshold).map(({ sample }) => sample);
    const found = new Set(reported.flatMap((sample) => sample.plants)).size;
    const itemsOf = (isOf: (label: string) => boolean): Set<string> =>
      new Set(reported.filter(({ label }) => isOf(label)).map(({ item }) => item));
    const quoting = itemsOf((label) => label === 'quotation');
    const rate = (isOf: (label: string) => boolean, of: number): string =>
      ((itemsOf(isOf).difference(quoting).size / of) * 10_000).toFixed(1);
    const news = rate((label) => label === 'news', pages['news'] ?? 0);
    const any = rate((label) => label in pages, all);
    const strays = reported.filter(({ label }) => label === 'stray').length;
    print(
      `${threshold.toFixed(2).padEnd(13)}${(found / plants).toFixed(4).padStart(9)}` +
        `${news.padStart(34)}${any.padStart(9)}` +
        `${String(itemsOf((label) => label === 'decoy').size).padStart(15)}` +
        `${String(strays).padStart(9)}`,
    );
  }
}

function printCheck(name: string, { samples, model, values }: Checked): void {
  const rows = rowsOf(samples, values);
  print(`\n== ${name}`);
  printLabels(samples);
  print(
    `surprise a passage: ${surprise(rows, model).toFixed(4)} bits; ` +
      `with the weights that stand: ${surprise(rows, WEIGHTS).toFixed(4)}`,
  );
  printReliability(scoredBy(samples.samples, model), rows);
  printThresholds(samples, model);
  print(`\nthe weights that stand; they report from ${LEAST_SCORE}`);
  printThresholds(samples, WEIGHTS);
}
type Checked = { readonly samples: Samples; readonly model: Model; readonly values: Values };

function run(values: Values): void {
  print(`machine: ${machine()}`);
  const half = values.half === '1' ? 1 : 0;
  const each = Number(values.each);
  const samples = collect(half, values.seeds.split(',').map(Number), each);
  const columns = samples.samples[0]?.features.length;
  if (columns !== FEATURE_NAMES.length) {
    throw new Error(`${columns} features, ${FEATURE_NAMES.length} names`);
  }
  const model = fit(rowsOf(samples, values), Number(values.ridge));
  printWeights(model);
  printCheck(`half ${half}, seeds ${values.seeds}: fitted here`, { samples, model, values });
  const seed = values['check-seed'];
  if (seed === 'none') return;
  const other = half === 0 ? 1 : 0;
  const unseen = collect(other, [Number(seed)], each);
  printCheck(`half ${other}, seed ${seed}: untouched`, { samples: unseen, model, values });
}

function main(): void {
  const values = parseOptions();
  if (values.help) print(HELP);
  else if (!hasCorpus()) print('The folder ../shared/data is absent: nothing is measured.');
  else run(values);
}

main();
