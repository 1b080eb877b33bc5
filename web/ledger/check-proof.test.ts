import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import type { EntryProof } from '../../contract/ledger.ts';
import { encodeEntry } from '../../core/act/entry.ts';
import { instantOf } from '../../core/common/calendar-date.ts';
import { encodeBase64 } from '../../core/ledger/bytes.ts';
import { signCheckpoint } from '../../core/ledger/checkpoint.ts';
import { leafHash, nodeHash } from '../../core/ledger/hash.ts';
import { formatVerifierKey } from '../../core/ledger/note.ts';
import { browserVerify } from './browser-ed25519.ts';
import { checkEntry, isWrong, type Verify } from './check-proof.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' })).slice(-32);
const key = { name: 'niemphong.test', publicKey };

const bytes = encodeEntry({
  v: 1,
  at: instantOf(0),
  actor: 'console',
  verb: 'ledger.export',
  subject: {},
  facts: {},
  rows: [],
});

/** A tree of two: our entry and a neighbour. */
function serve(): EntryProof {
  const neighbour = leafHash(Uint8Array.of(1));
  const root = nodeHash(leafHash(bytes), neighbour);
  const head = { size: 2, root };
  return {
    ...head,
    root: encodeBase64(root),
    checkpoint: signCheckpoint(head, key, (message) => sign(null, message, pair.privateKey)),
    vkey: formatVerifierKey(key),
    index: 0,
    entry: encodeBase64(bytes),
    proof: [encodeBase64(neighbour)],
    tlogProof: '',
  };
}

test('a served entry with its path and signature is right in every step', async () => {
  const checked = await checkEntry(serve(), browserVerify);
  assert.deepEqual(new Set(Object.values(checked.steps)), new Set(['right']));
  assert.equal(checked.entry?.verb, 'ledger.export');
});

test('any changed part is an alarm', async () => {
  const good = serve();
  const other = encodeBase64(encodeEntry({ ...JSON.parse(atob(good.entry)), actor: 'clock' }));
  const changed: readonly Partial<EntryProof>[] = [
    { entry: other },
    { index: 1 },
    { proof: [] },
    { proof: [encodeBase64(leafHash(Uint8Array.of(2)))] },
    { root: encodeBase64(leafHash(Uint8Array.of(2))) },
    { size: 3 },
    { checkpoint: good.checkpoint.replace('\n2\n', '\n3\n') },
    { vkey: 'no key' },
    { entry: '' },
  ];
  for (const part of changed)
    assert.ok(isWrong(await checkEntry({ ...good, ...part }, browserVerify)), JSON.stringify(part));
});

test('a signature of another key is wrong, though tree and path agree', async () => {
  const stranger: Verify = async () => false;
  const { steps } = await checkEntry(serve(), stranger);
  assert.equal(steps.signature, 'wrong');
  assert.equal(steps.path, 'right');
});

test('where the browser has no Ed25519, the signature counts as not checked', async () => {
  const checked = await checkEntry(serve(), async () => null);
  assert.equal(checked.steps.signature, 'unchecked');
  assert.equal(isWrong(checked), false);
});
