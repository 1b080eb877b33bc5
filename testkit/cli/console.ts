/** A command of the terminal for tests: its calls go straight to the verbs, its words are kept. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Call, CallFailed } from '../../cli/call.ts';
import type { CommandIo } from '../../cli/command.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { problemOf } from '../../server/http/problem.ts';
import type { Route } from '../../server/http/route.ts';

/** Straight to the verb, as the console; the socket has tests of its own. */
export function callInto(routes: readonly Route[]): Call {
  const call = async (endpoint: Endpoint, request: object) => {
    const found = routes.find((one) => one.endpoint.name === endpoint.name);
    assert.ok(found);
    const caller = { actor: { kind: 'console' }, tokenHash: null } as const;
    const outcome = await found.handle(request as never, caller);
    if (!outcome.ok) throw new CallFailed(problemOf(outcome.refusals));
    return outcome.value;
  };
  return call as Call; // The contract types what one route table cannot.
}

export type Ended = { readonly exit: number; readonly stdout: string; readonly stderr: string };
type Reach = () => Promise<{ call: Call; close(): Promise<void> }>;

/** Runs a command against these routes. */
export async function runWith(
  routes: readonly Route[],
  command: (io: CommandIo, reach: Reach) => Promise<number>,
  env: CommandIo['env'] = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const into = (name: keyof typeof said) => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const reach = async () => ({ call: callInto(routes), close: async () => {} });
  const exit = await command({ stdout: into('stdout'), stderr: into('stderr'), env }, reach);
  return { exit, ...said };
}

/** Removed after the test. */
export function freshFolder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'niemphong-console-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
