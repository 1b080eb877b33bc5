/** A command of the terminal for tests: its calls go straight to the verbs, its words are kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Endpoint } from '../../contract/endpoint.ts';
import type { Problem } from '../../contract/problem.ts';
import { type Call, CallFailed } from '../call.ts';
import type { CommandIo } from '../command.ts';

/** What the house answers: `testkit/cli/answering.ts`. */
export type Answer = (
  endpoint: Endpoint,
  request: object,
) => Promise<{ readonly value: unknown } | { readonly problem: Problem }>;

export function callInto(answer: Answer): Call {
  const call = async (endpoint: Endpoint, request: object) => {
    const answered = await answer(endpoint, request);
    if ('problem' in answered) throw new CallFailed(answered.problem);
    return answered.value;
  };
  return call as Call; // The contract types what one route table cannot.
}

export type Ended = { readonly exit: number; readonly stdout: string; readonly stderr: string };
type Reach = () => Promise<{ call: Call; close(): Promise<void> }>;

export async function runWith(
  answer: Answer,
  command: (io: CommandIo, reach: Reach) => Promise<number>,
  env: CommandIo['env'] = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const reach = async () => ({ call: callInto(answer), close: async () => {} });
  const exit = await command({ stdout: into('stdout'), stderr: into('stderr'), env }, reach);
  return { exit, ...said };
}

/** Removed after the test. */
export function freshFolder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'niemphong-console-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
