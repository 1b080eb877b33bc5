/** The collector as a program of its own: `node collector/main.ts run --state DIR`. */
import { runCollect } from './collect.ts';

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

const { stdout, stderr, env } = process;
process.exitCode = await runCollect(process.argv.slice(2), {
  stdout,
  stderr,
  env,
  signal: stopping.signal,
});
