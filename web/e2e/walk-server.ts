/** The real server and the real command line, as processes on one data folder. */
import { fileURLToPath } from 'node:url';
import { invariant } from '../../core/common/invariant.ts';
import { type Printing, spawnPrinting, until } from '../../testkit/process-tree.ts';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type RunningServer = {
  readonly address: string;
  /** Ends it as an operator does; resolves to the exit code. */
  stop(): Promise<number | null>;
};

async function stop({ child, ended }: Printing): Promise<number | null> {
  child.kill('SIGTERM');
  await ended;
  return child.exitCode;
}

/** On a port that the system chooses. The first start also builds the screens. */
export async function startServer(folder: string): Promise<RunningServer> {
  process.env.PORT = '0';
  const server = spawnPrinting(process.execPath, fromRoot('server/main.ts'), '--data', folder);
  const address = () => server.lines.join(' ').match(/http:\/\/[\d.]+:\d+/)?.[0];
  await until(
    () => address() !== undefined || server.child.exitCode !== null,
    'the server listens',
  );
  const found = address();
  invariant(found, `the server started: ${server.complaint()}`);
  return { address: found, stop: () => stop(server) };
}

export type Ran = { readonly code: number; readonly out: string; readonly complaint: string };

async function runProgram(program: string, words: readonly string[]): Promise<Ran> {
  const ran = spawnPrinting(process.execPath, fromRoot(program), ...words);
  await ran.ended;
  return { code: ran.child.exitCode ?? -1, out: ran.lines.join('\n'), complaint: ran.complaint() };
}

/** `niemphong …` as typed at a terminal. */
export const niemphong = (...words: readonly string[]) => runProgram('cli/main.ts', words);

/** The outside collector, as the program of its own that it is. */
export const collect = (...words: readonly string[]) => runProgram('collector/main.ts', words);
