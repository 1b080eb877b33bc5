import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { MutationObserver } from '@tanstack/react-query';
import { makeQueryClient } from './use-api.ts';

test('what was sent and answered is forgotten once its screen is left', async () => {
  const client = makeQueryClient();
  const screen = new MutationObserver(client, {
    mutationFn: async (words: string) => `answer to ${words}`,
  });
  const leave = screen.subscribe(() => {});
  await screen.mutate('secret words');
  const kept = () => client.getMutationCache().getAll();
  await setImmediate();
  assert.equal(kept().length, 1, 'shown as long as the screen stands');
  leave();
  for (let turn = 0; turn < 20 && kept().length > 0; turn++) await setImmediate();
  assert.deepEqual(kept(), []);
});
