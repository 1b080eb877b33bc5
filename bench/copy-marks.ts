/**
 * The copy mark against its goals: `node bench/copy-marks.ts [--trials 1000] [--absent 100000]
 * [--documents 40] [--processes 2] [--seed 1] [--kind 'printed copy']`. Each trial prints, scans,
 * photographs or shows a marked page of an invented document (`testkit/copy-mark`) and reads it
 * again; of a printed copy it is the page of the PDF that the house prints. Ended with Ctrl-C it
 * tells what it has.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decideCopy, MOST_CHANCE } from '../core/copy-mark/decide-copy.ts';
import { WAYS, type Way } from '../testkit/copy-mark/simulate.ts';
import {
  copyOf,
  namesOf,
  runTrials,
  type TrialEnd,
  type TrialRun,
} from '../testkit/copy-mark/trials.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '1000' },
    absent: { type: 'string', default: '100000' },
    documents: { type: 'string', default: '40' },
    processes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
    part: { type: 'string' },
  },
});
const count = (name: 'trials' | 'absent' | 'documents' | 'processes' | 'seed') =>
  Number(values[name]);
const COPIES = 50;

const FIRST_WAYS = WAYS.filter((way) => way !== 'printed copy');

/** Of each kind, this many trials on every document; thirds of a page come three ways. */
function runsOf(document: number): TrialRun[] {
  const each = Math.ceil(count('trials') / count('documents'));
  const seedOf = (kind: number, at: number) =>
    ((count('seed') * 1_000 + document) * 8 + kind) * 10_000 + at;
  const page = (way: Way) => ({ way, part: 'page' as const });
  // The order is part of the seeds: a new kind goes to the end.
  const kinds = [...FIRST_WAYS.map(page), null, page('printed copy')];
  const wanted = kinds.map((kind) => values.kind === undefined || kind?.way === values.kind);
  return kinds.flatMap((kind, number) =>
    Array.from({ length: wanted[number] ? each : 0 }, (_, at) => ({
      ...(kind ?? { way: FIRST_WAYS[at % FIRST_WAYS.length] ?? 'scan', part: 'third' as const }),
      seed: seedOf(number, at),
    })),
  );
}

async function work(part: number): Promise<void> {
  for (let document = part; document < count('documents'); document += count('processes')) {
    const runs = runsOf(document);
    const [name = ''] = namesOf(document, COPIES).slice(document % COPIES);
    // A few at a time: the parent tells how far it is.
    for (let from = 0; from < runs.length; from += 50) {
      process.send?.(await runTrials(document, name, runs.slice(from, from + 50)));
    }
  }
}

type Tally = { done: number; named: number; wrong: number; worst: number };
const tallies = new Map<string, Tally>();
const kindOf = ({ way, part }: TrialEnd) => (part === 'third' ? 'third of a page' : way);

/** Beside the copies of the document, of which one is right, it may fit. */
function tell(end: TrialEnd): void {
  const tally = tallies.get(kindOf(end)) ?? { done: 0, named: 0, wrong: 0, worst: -Infinity };
  tallies.set(kindOf(end), tally);
  tally.done += 1;
  if (!end.reading.ok) return;
  const copies = namesOf(end.document, COPIES).map(copyOf);
  const { named, fits } = decideCopy(end.reading.readings, copies);
  if (named === end.copy) {
    tally.named += 1;
    tally.worst = Math.max(tally.worst, fits[0]?.chanceLog10 ?? 0);
  } else if (named !== null) tally.wrong += 1;
}

/** Real readings, beside lists in which the copy they came from is not. */
function countAbsent(ends: readonly TrialEnd[]): { tried: number; named: number; best: number } {
  const read = ends.flatMap(({ reading }) => (reading.ok ? [reading.readings] : []));
  let [tried, named, best] = [0, 0, 0];
  for (; read.length > 0 && tried < count('absent'); tried += 1) {
    const list = Array.from({ length: COPIES }, (_, at) => copyOf(`absent ${tried} ${at}`));
    const finding = decideCopy(read[tried % read.length] ?? [], list);
    if (finding.named !== null) named += 1;
    best = Math.min(best, finding.fits[0]?.chanceLog10 ?? 0);
  }
  return { tried, named, best };
}

const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2);

function print(): void {
  for (const [kind, { done, named, wrong, worst }] of tallies) {
    const goal = kind === 'third of a page' ? 90 : 99;
    const share = percent(named, done);
    process.stdout.write(
      `W1 ${kind.padEnd(15)} named ${named} of ${done} (${share} %, goal ${goal} %), ` +
        `wrongly ${wrong}; worst chance of those named 10^${worst.toFixed(1)}\n`,
    );
  }
}

async function measure(): Promise<void> {
  const ends: TrialEnd[] = [];
  const startedMs = performance.now();
  const shares = Array.from({ length: count('processes') }, (_, part) => part);
  await Promise.all(
    shares.map(
      (part) =>
        new Promise<void>((done, failed) => {
          const args = [...process.argv.slice(2), '--part', String(part)];
          const child = fork(fileURLToPath(import.meta.url), args);
          child.on('message', (some) => {
            for (const end of some as TrialEnd[]) tell(end);
            ends.push(...(some as TrialEnd[]));
            const tally = [...tallies].map(
              ([kind, at]) => `${kind} ${at.named}/${at.done}, wrongly ${at.wrong}`,
            );
            process.stderr.write(`${tally.join(', ')}\n`);
          });
          process.once('SIGINT', () => child.kill());
          child.once('exit', (code, signal) => {
            if (code === 0 || signal !== null) done();
            else failed(new Error(`part ${part}`));
          });
        }),
    ),
  );
  print();
  const { tried, named, best } = countAbsent(ends);
  process.stdout.write(
    `W2 the true copy not among ${COPIES}: named ${named} of ${tried} (goal 0); the best fit had ` +
      `chance 10^${best.toFixed(1)}, the bound is 10^${Math.log10(MOST_CHANCE)}\n` +
      `${Math.round((performance.now() - startedMs) / 1_000)} s\n`,
  );
}

if (values.part === undefined) await measure();
else await work(Number(values.part));
