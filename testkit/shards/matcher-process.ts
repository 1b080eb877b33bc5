/** A real `niemphong matcher` beside the test's house. */
import { fileURLToPath } from 'node:url';
import { type Printing, spawnPrinting, until } from '../process-tree.ts';

const PROGRAM = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export type MatcherProcess = Printing & {
  /** Waits for a line that fits. */
  says(line: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
};

type TestLife = { after(clean: () => Promise<void>): void };

export type MatcherPlan = {
  readonly dataFolder: string;
  /** Counts from 0. */
  readonly shard?: number;
  readonly settings?: Readonly<Record<string, string>>;
};

export function startMatcherProcess(life: TestLife, plan: MatcherPlan): MatcherProcess {
  const { dataFolder, shard, settings = {} } = plan;
  const which = shard === undefined ? [] : ['--shard', String(shard + 1)];
  const words = [PROGRAM, 'matcher', '--data', dataFolder, '--lang', 'en', ...which];
  const named = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const printing = spawnPrinting('/usr/bin/env', ...named, process.execPath, ...words);
  const { child, lines, ended } = printing;
  life.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    ...printing,
    says: async (line) => {
      const from = lines.length;
      const said = () => lines.slice(Math.max(0, from - 1)).some((one) => line.test(one));
      await until(() => said() || child.exitCode !== null, `${line}; said: ${lines.join(' | ')}`);
      if (!said()) throw new Error(`the matcher ended: ${printing.complaint()}`);
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
