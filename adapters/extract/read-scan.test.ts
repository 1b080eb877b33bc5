import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExtractionPart } from './answers.ts';
import { readScan, type Scan } from './read-scan.ts';

const part = (found: Partial<ExtractionPart>) =>
  ({
    ok: true,
    value: {
      ...{ kind: 'pdf', text: '', pageTexts: ['', ''], pages: 2 },
      warnings: ['no-text-layer'],
      ...{ next: null, unread: 0, interim: false },
      ...found,
    } as ExtractionPart,
  }) as const;

async function walk(answers: readonly (ReturnType<typeof part> | 'died')[]) {
  const asked: Scan[] = [];
  const outcome = await readScan(async (scan) => {
    const answer = answers[asked.push(scan) - 1] ?? 'died';
    if (answer !== 'died') return answer;
    return { ok: false, code: 'process-died' };
  });
  return { asked: asked.map(({ from, most }) => `${from}/${most}`), outcome };
}

test('a page that outlasts its process is tried once alone, then told as unread', async () => {
  const { asked, outcome } = await walk([
    part({ interim: true, next: 0 }),
    part({ interim: true, next: 0 }),
    part({ pageTexts: ['', 'Trang hai'], warnings: ['text-by-ocr'] }),
  ]);
  assert.deepEqual(asked, ['0/3', '0/1', '1/3']);
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.value.pageTexts, ['', 'Trang hai']);
  assert.ok(outcome.value.warnings.includes('no-text-layer'));
});

test('pages of several processes come together, and nothing is left unread', async () => {
  const { asked, outcome } = await walk([
    part({ next: 1, pageTexts: ['Một', ''], warnings: ['no-text-layer', 'text-by-ocr'] }),
    part({ pageTexts: ['', 'Hai'], warnings: ['text-by-ocr'] }),
  ]);
  assert.deepEqual(asked, ['0/3', '1/3']);
  assert.ok(outcome.ok);
  assert.deepEqual([outcome.value.text, outcome.value.warnings], ['Một\nHai', ['text-by-ocr']]);
});

test('what a later process could not give leaves the first with its warning', async () => {
  const { outcome } = await walk([part({ next: 1, pageTexts: ['Một', ''] }), 'died']);
  assert.ok(outcome.ok);
  assert.deepEqual([outcome.value.text, outcome.value.warnings], ['Một\n', ['no-text-layer']]);
  assert.deepEqual((await walk(['died'])).outcome, { ok: false, code: 'process-died' });
});

test('a reader that never goes on is not asked for ever', async () => {
  assert.equal((await walk([part({ next: 0 })])).asked.length, 1);
});
