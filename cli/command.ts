/** What `cli/main.ts` gives each command, and what a command is. */
import { parseArgs } from 'node:util';

export type CommandIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: { readonly [name: string]: string | undefined };
};

export type Command = {
  /** `ledger check`: one or two words. */
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  /** `argv`: what follows the name. Returns the exit code. */
  run(argv: readonly string[], io: CommandIo): Promise<number>;
};

/** Beside these, `contract/refusal-status.ts` gives each refusal and fault its exit code. */
export const EXIT = { done: 0, bad: 1, usage: 2 } as const;

/** Wrong words on the command line; the usage is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const QUIET_MS = 2000;

/** Nothing for a short task; then a line each two seconds. */
export function progressOn(io: CommandIo): (text: () => string) => void {
  let last = performance.now();
  return (text) => {
    const now = performance.now();
    if (now - last < QUIET_MS) return;
    last = now;
    io.stderr.write(`${text()}\n`);
  };
}

/** `chosen`: what `--lang` says; without it the environment decides. Null: no such language. */
export function languageOf(
  chosen: string | undefined,
  { LANG = '' }: CommandIo['env'],
): 'vi' | 'en' | null {
  if (chosen === 'vi' || chosen === 'en') return chosen;
  if (chosen !== undefined) return null;
  return LANG.startsWith('en') ? 'en' : 'vi';
}

/** The words of a command that takes a data folder and nothing else; null: they are off. */
export function parseDataOnly(
  argv: readonly string[],
): { readonly data: string | undefined } | 'help' | null {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    return values.help ? 'help' : { data: values.data };
  } catch {
    return null;
  }
}
