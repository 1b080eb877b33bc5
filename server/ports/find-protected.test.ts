import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObjectName } from '../../core/common/id.ts';
import { leakHouse, OTHER_SECRET_TEXT, SECRET_TEXT } from '../../testkit/leak.ts';
import { fillCompareIndex, findProtected } from './find-protected.ts';

test('one lost text is reported and does not hold back the rest', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId } = house;
  const other = await house.addSecret(OTHER_SECRET_TEXT);
  const [lost] = await house.acts.read({ kind: 'clock' }, async ({ documents }) =>
    (await documents.listTexts({ limit: 100 })).filter((text) => text.documentId === documentId),
  );
  assert.ok(lost);
  await parts.store.destroy(lost.objectName as ObjectName);
  parts.seal.seal();
  await parts.seal.giveShare(house.share);
  const reported: string[] = [];
  await fillCompareIndex(parts, (id) => reported.push(id));
  await fillCompareIndex(parts, (id) => reported.push(id));
  assert.deepEqual(reported, [documentId]);
  assert.deepEqual(await findProtected(parts, SECRET_TEXT), []);
  const found = await findProtected(parts, OTHER_SECRET_TEXT);
  assert.deepEqual(
    found.map((one) => one.documentId),
    [other],
  );
});

test('a loading cut short by sealing is begun anew at the next opening', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  parts.seal.seal();
  await parts.seal.giveShare(house.share);
  const cut = fillCompareIndex(parts);
  parts.seal.seal();
  await assert.rejects(cut, { name: 'VaultSealed' });
  await parts.seal.giveShare(house.share);
  assert.equal((await findProtected(parts, SECRET_TEXT))[0]?.documentId, house.documentId);
});
