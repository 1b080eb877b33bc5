/** CPU time, sizes and the machine, as every measurement prints them. */
import { cpus, totalmem } from 'node:os';
import type { Text } from '../match-case/corpus.ts';

/** CPU time of the whole process, collector threads included. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const bytesOf = (texts: readonly Text[]): number =>
  texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

export function machine(): string {
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${memory} GiB, Node ${process.version}`;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}
