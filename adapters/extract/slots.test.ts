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
