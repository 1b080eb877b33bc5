/**
 * `niemphong collect`: the outside collector's commands. This program runs where everybody else is
 * connected too. It imports nothing that knows a protected document, a word to look for or a
 * fingerprint (`tools/collector-rules.test.ts`); what a site learns of it, everybody may know.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printCollectorKey } from '../core/parcel/collector-key.ts';
import { machineClock, pause } from './clock.ts';
import { type Config, ConfigError, EXAMPLE_CONFIG, readConfig } from './config.ts';
import { healthOf, type Packed, ParcelForgotten, packAgain, packAll } from './pack.ts';
import { collectRound } from './run.ts';
import { initKey, loadKey } from './signing-key.ts';
import { State, StateInUse } from './state/state.ts';
import { type Language, problemText, STATE_NAMES, TEXTS, USAGE } from './texts.ts';

export type CollectIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: { readonly [name: string]: string | undefined };
  /** Aborted when the operator stops the program. */
  readonly signal: AbortSignal;
};

const EXIT = { done: 0, failed: 1, usage: 2, silent: 3 } as const;
const DEFAULT_PIECE_BYTES = 600_000_000;
/** A parcel is cut into fewer than ten thousand. */
const SMALLEST_PIECE_BYTES = 16_000;
const MINUTE_MS = 60_000;

type Task = {
  readonly io: CollectIo;
  readonly language: Language;
  readonly folder: string;
  readonly configPath: string;
  readonly out: string | undefined;
  readonly every: number | null;
  readonly again: number | null;
  readonly pieceBytes: number;
};

const OPTIONS = {
  state: { type: 'string' },
  config: { type: 'string' },
  out: { type: 'string' },
  every: { type: 'string' },
  again: { type: 'string' },
  'piece-size': { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

class UsageFailure extends Error {}

function sizeOf(written: string | undefined, language: Language): number {
  if (written === undefined) return DEFAULT_PIECE_BYTES;
  const [, digits = '', unit = ''] = /^(\d{1,9})([KMG]?)B?$/i.exec(written) ?? [];
  const factor = { '': 1, K: 1_000, M: 1_000_000, G: 1_000_000_000 }[unit.toUpperCase()] ?? 1;
  const bytes = Number(digits) * factor;
  if (digits === '' || bytes < SMALLEST_PIECE_BYTES) throw new UsageFailure(TEXTS[language].size);
  return bytes;
}

function countOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (!/^[1-9]\d{0,6}$/.test(written)) throw new UsageFailure(USAGE);
  return Number(written);
}

function languageOf(chosen: string | undefined, { LANG = '' }: CollectIo['env']): Language {
  if (chosen !== undefined && chosen !== 'vi' && chosen !== 'en') throw new UsageFailure(USAGE);
  return chosen ?? (LANG.startsWith('en') ? 'en' : 'vi');
}

function parseTask(argv: readonly string[], io: CollectIo): Task | 'help' {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS });
    if (values.help) return 'help';
    if (!values.state) throw new UsageFailure(USAGE);
    const language = languageOf(values.lang, io.env);
    return {
      io,
      language,
      folder: values.state,
      configPath: values.config ?? join(values.state, 'collector.json'),
      out: values.out,
      every: countOf(values.every),
      again: countOf(values.again),
      pieceBytes: sizeOf(values['piece-size'], language),
    };
  } catch (reason) {
    throw reason instanceof UsageFailure ? reason : new UsageFailure(USAGE);
  }
}

function init({ io, language, folder, configPath }: Task): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = initKey(folder);
  if (!existsSync(configPath)) {
    writeFileSync(configPath, EXAMPLE_CONFIG);
    io.stderr.write(`${TEXTS[language].configMade(configPath)}\n`);
  }
  io.stderr.write(`${TEXTS[language].keyLine}\n`);
  io.stdout.write(`${printCollectorKey(key)}\n`);
  return EXIT.done;
}

async function oneRound({ io, language }: Task, config: Config, state: State): Promise<number> {
  const text = TEXTS[language];
  const results = await collectRound({
    config,
    state,
    clock: machineClock,
    signal: io.signal,
    onVisit: ({ source, taken, problem }) => {
      const why = problem === null ? '' : ` (${problemText(problem, language)})`;
      io.stderr.write(`${text.visit(source, taken)}${why}\n`);
    },
  });
  const taken = results.reduce((sum, each) => sum + each.taken, 0);
  const failed = results.filter(({ problem }) => problem !== null).length;
  io.stdout.write(`${text.round(taken, failed)}\n`);
  return failed > 0 ? EXIT.failed : EXIT.done;
}

async function run(task: Task, state: State): Promise<number> {
  const { io, language, every, configPath, out } = task;
  for (;;) {
    const exit = await oneRound(task, readConfig(configPath), state);
    if (out !== undefined && !io.signal.aborted) pack(task, state);
    if (io.signal.aborted) io.stderr.write(`${TEXTS[language].stopping}\n`);
    if (every === null || io.signal.aborted) return exit;
    await pause(every * MINUTE_MS, io.signal);
    if (io.signal.aborted) return exit;
  }
}

function pack(task: Task, state: State): number {
  const { io, language, folder, out, again, pieceBytes, configPath } = task;
  const key = loadKey(folder);
  if (out === undefined) throw new UsageFailure(USAGE);
  if (!key) {
    io.stderr.write(`${TEXTS[language].notInitialised}\n`);
    return EXIT.failed;
  }
  const say = ({ number, articles, files }: Packed): void => {
    io.stdout.write(`${TEXTS[language].packed(number, articles, files.length)}\n`);
  };
  if (again !== null) {
    say(packAgain({ state, out }, again));
    return EXIT.done;
  }
  const { sources } = readConfig(configPath);
  const now = machineClock.now();
  for (const packed of packAll({ state, key, sources, now, pieceBytes, out })) say(packed);
  return EXIT.done;
}

function status({ io, language, configPath }: Task, state: State): number {
  const text = TEXTS[language];
  const health = healthOf(state, readConfig(configPath).sources, machineClock.now());
  for (const source of health) {
    const parts = [
      STATE_NAMES[language][source.state],
      source.usualMinutes === null ? '' : text.usual(source.usualMinutes),
      source.lastArticleAt ?? '',
      source.problem === null ? '' : problemText(source.problem, language),
    ];
    io.stdout.write(`${source.name}: ${parts.filter((part) => part !== '').join(', ')}\n`);
  }
  io.stdout.write(`${text.waiting(state.listWaiting().length)}\n`);
  return health.some((source) => source.state === 'silent') ? EXIT.silent : EXIT.done;
}

const WITH_STATE = { run, pack, status } as const;
type WithState = keyof typeof WITH_STATE;

async function withState(task: Task, verb: WithState): Promise<number> {
  if (!existsSync(task.folder)) {
    task.io.stderr.write(`${TEXTS[task.language].notInitialised}\n`);
    return EXIT.failed;
  }
  const state = new State(task.folder);
  try {
    return await WITH_STATE[verb](task, state);
  } finally {
    state.close();
  }
}

function explain(reason: unknown, language: Language): string {
  if (reason instanceof ConfigError) return reason.message;
  if (reason instanceof StateInUse) return TEXTS[language].inUse;
  if (reason instanceof ParcelForgotten) return TEXTS[language].forgotten;
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
}

/** `argv`: what follows `collect`. */
export async function runCollect(argv: readonly string[], io: CollectIo): Promise<number> {
  const [verb = '', ...rest] = argv;
  let language: Language = 'vi';
  try {
    const task = parseTask(verb.startsWith('-') ? argv : rest, io);
    if (task === 'help') {
      io.stdout.write(USAGE);
      return EXIT.done;
    }
    language = task.language;
    if (verb === 'init') return init(task);
    if (!Object.hasOwn(WITH_STATE, verb)) throw new UsageFailure(USAGE);
    return await withState(task, verb as WithState); // Just looked up.
  } catch (reason) {
    const isUsage = reason instanceof UsageFailure;
    io.stderr.write(`${isUsage ? reason.message.trimEnd() : explain(reason, language)}\n`);
    return isUsage ? EXIT.usage : EXIT.failed;
  }
}
