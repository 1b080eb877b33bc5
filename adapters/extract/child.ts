/**
 * One file, one process: starts it, feeds it, collects its frames and ends it at the first bound it
 * meets. The process is its own group and the whole group is killed; the answer is given only when
 * it is gone. Its error stream is read for one thing (did memory run out) and shown to nobody.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { Fault } from '../../core/common/fault.ts';
import { CHILD_ENVIRONMENT, type Command } from './sandbox.ts';
import { encodeFrame, type Frame, frameReader } from './worker/frames.ts';
import { LIMITS } from './worker/limits.ts';

export type StopCode = 'time-limit' | 'memory-limit' | 'output-limit' | 'process-died';
export type ChildRun = {
  readonly pid: number;
  readonly frames: readonly Frame[];
  /** Why it ended early; undefined when it ended by itself in order. */
  readonly stop: StopCode | undefined;
  readonly peakRssBytes: number;
  readonly wallMs: number;
};
export type ChildTask = {
  readonly command: Command;
  readonly request: object;
  readonly file: Uint8Array;
  readonly outputBytes: number;
  readonly wallMs: number;
  /** Ended as well when it sends nothing for so long. */
  readonly silenceMs: number;
};
type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const POLL_MS = 20;
const STDERR_KEPT = 4_096;

export function runChild(task: ChildTask): Promise<ChildRun> {
  const startedMs = performance.now();
  const child = spawn(task.command.file, task.command.args, {
    cwd: '/',
    detached: true,
    env: CHILD_ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const watch = watchChild(child, task);
    child.once('error', (cause) => {
      watch.end();
      reject(new Fault('extraction-failed', 'the reading process did not start', { cause }));
    });
    child.once('close', (exitCode) => {
      const { stop, frames, peakRssBytes, stderr } = watch.end();
      const died = exitCode === 0 ? undefined : deathCode(exitCode, stderr);
      const wallMs = performance.now() - startedMs;
      resolve({ pid: child.pid ?? 0, frames, stop: stop ?? died, peakRssBytes, wallMs });
    });
    feed(child, task);
  });
}

function feed(child: Child, task: ChildTask): void {
  // The reader may refuse and leave before it has taken every byte.
  child.stdin.on('error', () => {});
  child.stdin.write(encodeFrame({ ...task.request, fileBytes: task.file.length }, EMPTY));
  child.stdin.end(task.file);
}

const EMPTY = new Uint8Array();

function watchChild(child: Child, task: ChildTask) {
  const readFrames = frameReader(task.outputBytes);
  const frames: Frame[] = [];
  let stop: StopCode | undefined;
  let stderr = '';
  let outputBytes = 0;
  let peakRssBytes = 0;
  const kill = (code: StopCode): void => {
    stop ??= code;
    killGroup(child.pid);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    outputBytes += chunk.length;
    silence.refresh();
    if (outputBytes > task.outputBytes) return kill('output-limit');
    try {
      if (stop === undefined) frames.push(...readFrames(chunk));
    } catch {
      kill('process-died');
    }
  });
  child.stderr.on('data', (chunk: Buffer) => {
    if (stderr.length < STDERR_KEPT) stderr += chunk.toString('latin1').slice(0, STDERR_KEPT);
  });
  const poll = setInterval(() => {
    const resident = residentBytes(child.pid);
    peakRssBytes = Math.max(peakRssBytes, resident.peak);
    if (resident.now > LIMITS.residentBytes) kill('memory-limit');
  }, POLL_MS);
  const wall = setTimeout(kill, task.wallMs, 'time-limit');
  const silence = setTimeout(kill, task.silenceMs, 'time-limit');
  return {
    end() {
      clearInterval(poll);
      clearTimeout(wall);
      clearTimeout(silence);
      return { stop, frames, peakRssBytes, stderr };
    },
  };
}

/** The high-water mark is the kernel's own, so a peak between two looks is still seen. */
function residentBytes(pid: number | undefined): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const kib = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { now: kib('VmRSS') * 1024, peak: kib('VmHWM') * 1024 };
  } catch {
    return { now: 0, peak: 0 };
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function deathCode(exitCode: number | null, stderr: string): StopCode {
  if (/out of memory|Allocation failed|bad_alloc|Cannot allocate|ret != nullptr/i.test(stderr))
    return 'memory-limit';
  // 128 + SIGXCPU: the processor-time bound of prlimit.
  return exitCode === 152 ? 'time-limit' : 'process-died';
}
