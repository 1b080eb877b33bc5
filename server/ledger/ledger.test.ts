import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { utf8 } from '../../core/common/sha256.ts';
import { decodeBase64 } from '../../core/ledger/bytes.ts';
import { parseVerifierKey, type VerifyEd25519 } from '../../core/ledger/note.ts';
import { checkTlogProof } from '../../core/ledger/tlog-proof.ts';
import { as, testHouse } from '../../testkit/house.ts';
import { exportLedger } from './export.ts';
import { ledgerHead } from './head.ts';
import { listEntries } from './list-entries.ts';
import { proveEntry } from './prove-entry.ts';

const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const x = publicKey.toBase64({ alphabet: 'base64url', omitPadding: true });
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, signature);
};

test('every entry proves itself to somebody who has only the key', async (t) => {
  const { parts, addPerson } = await testHouse(t);
  const registrar = await addPerson({ duties: ['registrar'], level: 'mat' });
  for (let times = 0; times < 4; times += 1) await addPerson();
  const key = parseVerifierKey(parts.ledgerSigner.vkey);
  assert.ok(key);
  const page = await listEntries(parts, as(registrar), { limit: 3 });
  assert.ok(page.ok);
  assert.deepEqual(
    page.value.entries.map(({ index, verb }) => [index, verb]),
    [5, 4, 3].map((index) => [index, 'people.register']),
  );
  assert.equal(page.value.next, 3);
  for (let index = 0; index < 6; index += 1) {
    const proof = await proveEntry(parts, as(registrar), index);
    assert.ok(proof.ok);
    const entry = decodeBase64(proof.value.entry);
    assert.ok(entry);
    const claim = { file: utf8(proof.value.tlogProof), entry };
    assert.ok(checkTlogProof(claim, key, verifyEd25519).ok);
    entry[0] = (entry[0] ?? 0) ^ 1;
    assert.ok(!checkTlogProof(claim, key, verifyEd25519).ok);
  }
});

test('an entry that a person may not see is as one that does not exist', async (t) => {
  const { parts, addPerson } = await testHouse(t);
  const clerk = await addPerson({ duties: ['registry-clerk'], level: 'mat' });
  await addPerson();
  const codes = async (index: number) => {
    const outcome = await proveEntry(parts, as(clerk), index);
    return outcome.ok ? [] : outcome.refusals;
  };
  assert.deepEqual(await codes(2), [{ code: 'not-found' }]);
  assert.deepEqual(await codes(2), await codes(99));
  const page = await listEntries(parts, as(clerk), { limit: 10 });
  assert.ok(page.ok && page.value.entries.length === 0);
  assert.ok((await ledgerHead(parts, as(clerk))).ok);
});

test('only the console and those who see it whole export the ledger, on record', async (t) => {
  const { parts, addPerson } = await testHouse(t);
  const clerk = await addPerson({ duties: ['registry-clerk'], level: 'mat' });
  const inspector = await addPerson({ duties: ['inspector'], level: 'mat' });
  assert.ok(!(await exportLedger(parts, as(clerk))).ok);
  assert.ok((await exportLedger(parts, as(inspector))).ok);
  const done = await exportLedger(parts, { kind: 'console' });
  assert.ok(done.ok && done.value.size === 6);
  const page = await listEntries(parts, as(inspector), { limit: 3 });
  assert.ok(page.ok);
  assert.deepEqual(
    page.value.entries.map(({ actor, refused }) => [actor.id, refused]),
    [
      ['console', null],
      [inspector, null],
      [clerk, ['not-your-duty']],
    ],
  );
});
