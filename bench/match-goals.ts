/**
 * Prints the goals of leak matching beside what is measured here: `node bench/match-goals.ts`, with
 * `--help` for the options. Each section runs in a process of its own, so that none warms, fills or
 * slows another.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasCorpus } from './match-case/corpus.ts';
import { type Goal, type GoalOptions, goalText, isMet } from './match-goals/goal.ts';
import { hostileGoals } from './match-goals/hostile.ts';
import { pan13Goals } from './match-goals/pan13.ts';
import { allDocumentsGoals, qualityGoals, withoutPublicGoals } from './match-goals/quality.ts';
import { reasonOf } from './match-goals/reasons.ts';
import { fewDocumentsGoals, manyDocumentsGoals } from './match-goals/scale.ts';
import { machine, print } from './match-judge/clock.ts';

const SECTIONS: Readonly<Record<string, (options: GoalOptions) => Goal[] | Promise<Goal[]>>> = {
  quality: qualityGoals,
  'all-documents': allDocumentsGoals,
  'without-public': withoutPublicGoals,
  speed: fewDocumentsGoals,
  hostile: hostileGoals,
  pan13: pan13Goals,
  million: manyDocumentsGoals,
};
const USUAL = Object.keys(SECTIONS).filter((name) => name !== 'million');

const HELP = `node bench/match-goals.ts [options]
  --sections a,b   of ${Object.keys(SECTIONS).join(', ')}; usual: all but million
  --half 0|1       tuned or untouched half (1)
  --seed N         which passages are drawn (2)
  --each N         articles of every class (60)
  --documents N    size of the large collection (1000000): tens of minutes and many gigabytes
  --pairs SHARE    share of the PAN pairs (1)
  --json FILE      the rows
  --markdown       the table for a paper`;

function parseOptions() {
  return parseArgs({
    options: {
      sections: { type: 'string', default: USUAL.join(',') },
      half: { type: 'string', default: '1' },
      seed: { type: 'string', default: '2' },
      each: { type: 'string', default: '60' },
      documents: { type: 'string', default: '1000000' },
      pairs: { type: 'string', default: '1' },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      /** This process is the one of a single section. */
      alone: { type: 'boolean', default: false },
    },
  }).values;
}
type Values = ReturnType<typeof parseOptions>;

function goalOptions(values: Values): GoalOptions {
  return {
    half: values.half === '0' ? 0 : 1,
    seed: Number(values.seed),
    each: Number(values.each),
    documents: Number(values.documents),
    pairs: Number(values.pairs),
  };
}

function measureApart(section: string, values: Values): Goal[] {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-goals-'));
  const file = join(folder, 'rows.json');
  const { half, seed, each, documents, pairs } = values;
  const passed = { sections: section, half, seed, each, documents, pairs, json: file };
  const flags = Object.entries(passed).map(([name, value]) => `--${name}=${value}`);
  try {
    const argv = ['--max-old-space-size=8192', import.meta.filename, '--alone', ...flags];
    execFileSync(process.execPath, argv, { stdio: ['ignore', 'ignore', 'inherit'] });
    return JSON.parse(readFileSync(file, 'utf8')) as Goal[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function format(value: number | null): string {
  if (value === null) return '–';
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function printGoal(goal: Goal, asMarkdown: boolean): void {
  const { what, figure, unit = '', note = '', atLeast, atMost } = goal;
  const isGoal = atLeast !== undefined || atMost !== undefined;
  const verdict = isGoal ? (isMet(goal) ? 'met' : 'NOT MET') : '';
  const shown = `${format(figure)} ${unit}`.trim();
  if (asMarkdown) print(`| ${what} | ${goalText(goal)} | ${shown} | ${verdict} | ${note} |`);
  else
    print(
      `${what.padEnd(68)}${goalText(goal).padEnd(9)}${shown.padEnd(18)}${verdict.padEnd(9)}${note}`,
    );
}

function runAll(values: Values): void {
  print(`machine: ${machine()}; half ${values.half}, seed ${values.seed}, ${values.each} a class`);
  if (values.markdown) print('\n| | goal | measured | | |\n|---|---|---|---|---|');
  const rows = values.sections.split(',').flatMap((section) => {
    const goals = measureApart(section, values);
    for (const goal of goals) printGoal(goal, values.markdown);
    return goals;
  });
  const asked = rows.filter(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined);
  print(`\n${asked.filter(isMet).length} of ${asked.length} goals met`);
  for (const goal of asked.filter((row) => !isMet(row))) {
    print(`not met: ${goal.what}: ${reasonOf(goal) ?? 'see docs/matching.md'}`);
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
}

async function runAlone(values: Values): Promise<void> {
  const section = SECTIONS[values.sections];
  if (!section || values.json === undefined) throw new Error(`no section ${values.sections}`);
  writeFileSync(values.json, JSON.stringify(await section(goalOptions(values))));
}

async function main(): Promise<void> {
  const values = parseOptions();
  if (values.help) print(HELP);
  else if (!hasCorpus()) print('The folder ../shared/data is absent: nothing is measured.');
  else if (values.alone) await runAlone(values);
  else runAll(values);
}

await main();
