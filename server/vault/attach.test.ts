import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse, PROPOSAL } from '../../testkit/leak.ts';
import { draft } from '../determination/draft.ts';
import { attach } from './attach.ts';

async function countFiles({ store }: LeakHouse['parts']): Promise<number> {
  let count = 0;
  for await (const _ of store.names()) count += 1;
  return count;
}

test('of two files that come in together one is kept, and nothing of the other', async (t) => {
  const house = await leakHouse(t);
  const { parts, drafter } = house;
  const { documentId } = granted(await draft(parts, as(drafter), PROPOSAL));
  const before = await countFiles(parts);
  const both = await Promise.all(
    ['một', 'hai'].map((text) => attach(parts, as(drafter), { documentId, file: utf8(text) })),
  );
  const refused = both.filter(({ ok }) => !ok);
  assert.deepEqual(refused.map(codesOf), [['already-done']]);
  assert.equal((await countFiles(parts)) - before, 2);
  const objects = await house.acts.read({ kind: 'clock' }, ({ documents }) =>
    documents.loadObjects(documentId),
  );
  assert.deepEqual(
    objects.map(({ kind, version }) => [kind, version]),
    [
      ['content', 1],
      ['text', 1],
    ],
  );
});
