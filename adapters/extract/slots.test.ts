import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slots } from './slots.ts';

test('no more than two files are open at a time, and all are answered', async () => {
  let most = 0;
  let open = 0;
  const inSlot = slots(2);
  const work = async (): Promise<number> => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((done) => setImmediate(done));
    open -= 1;
    return 1;
  };
  const failing = inSlot(async () => Promise.reject(new Error('x'))).catch(() => 0);
  const done = await Promise.all([failing, ...Array.from({ length: 9 }, () => inSlot(work))]);
  assert.equal(most, 2);
  assert.equal(done.length, 10);
});

test('who asks for much waits for who asks for little: askers take turns', async () => {
  const inSlot = slots(1);
  const done: string[] = [];
  const ask = (asker: string, name: string) =>
    inSlot(async () => {
      await new Promise((next) => setImmediate(next));
      done.push(name);
    }, asker);
  const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'];
  await Promise.all(asked.map((name) => ask(name.charAt(0), name)));
  assert.deepEqual(done, ['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});
