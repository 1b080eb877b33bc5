import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VaultSealed } from '../server/ports/vault.ts';
import { startClockJobs } from './clock-jobs.ts';

test('a job runs again and again, one turn at a time, and ends when it is told', async () => {
  let [turns, atOnce, most] = [0, 0, 0];
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const run = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise(setImmediate);
    atOnce -= 1;
    turns += 1;
    if (turns === 3) resolve();
  };
  const jobs = startClockJobs([{ everyMs: 1, run }], () => assert.fail('nothing fails'));
  await enough;
  await jobs.stop();
  const stopped = turns;
  await new Promise((later) => setTimeout(later, 20));
  assert.deepEqual([turns, most], [stopped, 1]);
});

test('a failure is reported and the next turn comes; a sealed vault is no failure', async () => {
  const reported: unknown[] = [];
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  const reasons = [new VaultSealed(), new Error('disk')];
  const run = async () => {
    const reason = reasons.shift();
    if (reason) throw reason;
    resolve();
  };
  const jobs = startClockJobs([{ everyMs: 1, run }], (thrown) => reported.push(thrown));
  await enough;
  await jobs.stop();
  assert.deepEqual(
    reported.map((thrown) => (thrown instanceof Error ? thrown.message : '')),
    ['disk'],
  );
});
