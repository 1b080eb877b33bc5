/** Real processes for crash tests: a child that prints lines, and the killing of a whole tree. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

export type Printing = {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** What it said on standard error. */
  complaint(): string;
  readonly ended: Promise<void>;
};

export function spawnPrinting(program: string, ...args: readonly string[]): Printing {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines, ended, complaint: () => complaint };
}

/** Waits for a fact about the outside world; throws after a minute. */
export async function until(fact: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !fact(); tries += 1) {
    if (tries > 6_000) throw new Error(`never came true: ${what}`);
    await wait(10);
  }
}

/** The process and all that descend from it, nearest first. */
export function treeOf(root: number): number[] {
  const parents = new Map(processes().map(({ pid, parent }) => [pid, parent]));
  const tree = [root];
  for (const member of tree) {
    for (const [pid, parent] of parents) if (parent === member) tree.push(pid);
  }
  return tree;
}

export function killTree(root: number): void {
  for (const pid of treeOf(root)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
}

export function isGone(pid: number): boolean {
  return processes().every((other) => other.pid !== pid || other.state === 'Z');
}

function processes(): { pid: number; parent: number; state: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // pid (name, may hold anything) state parent …
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(name), parent: Number(parent), state: state ?? '' }];
    } catch {
      return [];
    }
  });
}
