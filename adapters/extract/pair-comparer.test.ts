import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePair } from '../../core/match/pair/compare-pair.ts';
import type { PairComparer, PairTexts } from '../../server/ports/pair-comparer.ts';
import { longPair } from '../../testkit/shards/invented-texts.ts';
import type { ChildRun } from './child.ts';
import { openPairComparer } from './pair-comparer.ts';

const ask = (comparer: PairComparer, texts: PairTexts) =>
  comparer.inTurn('a', (compare) => compare(texts));

const LONG = longPair(600);

test('beyond the pipe the same is found, at the same places', async () => {
  // A letter of two units, one half of such a letter, and a mark that decoders like to eat.
  const odd = (text: string) => `\ufeff𝒩𝒫 \ud835 ${text}`;
  const texts = { document: odd(LONG.document), text: odd(LONG.text) };
  const expected = comparePair(texts.document, texts.text);
  assert.ok(expected.length > 0);
  assert.deepEqual(await ask(openPairComparer(), texts), { ok: true, value: expected });
});

test('two texts without a word are compared, and nothing is found', async () => {
  const found = await ask(openPairComparer(), { document: '', text: '' });
  assert.deepEqual(found, { ok: true, value: [] });
});

test('a pair over its time is ended, and no process is left', async () => {
  const runs: ChildRun[] = [];
  const comparer = openPairComparer({ wallMs: 400, observe: (run) => runs.push(run) });
  const found = await ask(comparer, longPair(5_000));
  assert.deepEqual(found, { ok: false, code: 'time-limit', most: 0.4 });
  assert.throws(() => process.kill(runs[0]?.pid ?? 0, 0), { code: 'ESRCH' });
});

test('a pair over its memory is ended, and the next one is compared', async (context) => {
  const runs: ChildRun[] = [];
  const comparer = openPairComparer({ observe: (run) => runs.push(run) });
  const document = 'đò ngang '.repeat(14_000_000);
  const [huge, next] = await Promise.all([
    ask(comparer, { document, text: LONG.text }),
    ask(comparer, LONG),
  ]);
  assert.deepEqual(huge, { ok: false, code: 'memory-limit', most: 503 });
  assert.ok(next.ok);
  const [{ peakRssBytes }] = runs as [ChildRun];
  context.diagnostic(`${Math.round(peakRssBytes / 2 ** 20)} MiB`);
  assert.ok(peakRssBytes <= 512 * 1024 * 1024, `${peakRssBytes} bytes resident`);
});

test('one pair at a time, and the document of the next is not asked for before', async () => {
  const comparer = openPairComparer();
  const steps: string[] = [];
  const work = (asker: string, name: string) =>
    comparer.inTurn(asker, async (compare) => {
      steps.push(`${name} begins`);
      await compare({ document: '', text: '' });
      steps.push(`${name} ends`);
    });
  await Promise.all([work('a', '1'), work('a', '2'), work('b', '3')]);
  const order = ['1', '2', '3'].flatMap((name) => [`${name} begins`, `${name} ends`]);
  assert.deepEqual(steps, order);
});
