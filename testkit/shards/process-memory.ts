/** The memory of another process, as its owner or root may read it. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** How often any of these bytes stand in the writable memory of a process. */
export function countInMemory(pid: number, traces: readonly Buffer[]): number {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  let count = 0;
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from, to] = line.match(/^([0-9a-f]+)-([0-9a-f]+) rw/) ?? [];
      if (!from || !to) continue;
      const room = Buffer.alloc(Number.parseInt(to, 16) - Number.parseInt(from, 16));
      let read = 0;
      try {
        read = readSync(memory, room, 0, room.length, Number.parseInt(from, 16));
      } catch {
        continue; // a guard page, or gone meanwhile
      }
      const bytes = room.subarray(0, read);
      for (const trace of traces) {
        for (let at = bytes.indexOf(trace); at >= 0; at = bytes.indexOf(trace, at + 1)) count += 1;
      }
    }
  } finally {
    closeSync(memory);
  }
  return count;
}
