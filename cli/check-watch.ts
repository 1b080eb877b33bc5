/**
 * The watch folder: every file that is laid there gets a verdict file, and nothing is moved. A file
 * is read once it has stopped growing; one that changes is judged again.
 */
import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Call } from './call.ts';
import { checkPath, type FileVerdict, filesBelow, VERDICT_ENDING } from './check-path.ts';

export type FolderWatch = {
  readonly folder: string;
  /** Where verdicts go; the folder itself by default. */
  readonly out: string;
  readonly everyMs: number;
  readonly call: Call;
  readonly tell: (verdict: FileVerdict) => void;
  readonly stop: AbortSignal;
};

type Seen = { readonly sizeBytes: number; readonly changedMs: number; readonly judged: boolean };

/** Rejects only when it is told to stop. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);

/** Appears whole under its name: a reader never meets half a verdict. */
function writeVerdict({ folder, out }: FolderWatch, path: string, verdict: FileVerdict): void {
  const target = join(out, `${relative(folder, path)}${VERDICT_ENDING}`);
  mkdirSync(dirname(target), { recursive: true });
  const text = `${JSON.stringify(verdict, null, 2)}\n`;
  writeFileSync(`${target}.partial`, text, { mode: 0o600 });
  renameSync(`${target}.partial`, target);
}

function lookAt(path: string): Omit<Seen, 'judged'> | null {
  try {
    const { size, mtimeMs } = statSync(path);
    return { sizeBytes: size, changedMs: mtimeMs };
  } catch {
    // Taken away between the listing and the look.
    return null;
  }
}

async function round(watch: FolderWatch, seen: Map<string, Seen>): Promise<void> {
  for (const path of filesBelow(watch.folder)) {
    if (watch.stop.aborted) return;
    const now = lookAt(path);
    if (!now || path.endsWith('.partial')) continue;
    const before = seen.get(path);
    const isStill = before?.sizeBytes === now.sizeBytes && before.changedMs === now.changedMs;
    if (isStill && before.judged) continue;
    if (isStill) {
      const verdict = await checkPath(watch.call, path);
      writeVerdict(watch, path, verdict);
      watch.tell(verdict);
    }
    seen.set(path, { ...now, judged: isStill });
  }
}

/** Runs until `stop`; throws when the house fails. */
export async function watchFolder(watch: FolderWatch): Promise<void> {
  const seen = new Map<string, Seen>();
  while (!watch.stop.aborted) {
    await round(watch, seen);
    await pause(watch.everyMs, watch.stop);
  }
}
