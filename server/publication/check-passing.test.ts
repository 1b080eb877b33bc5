import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import { utf8 } from '../../core/common/sha256.ts';
import {
  CLEAN_NEWS,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
} from '../../testkit/leak.ts';
import type { Passing } from '../ports/passing.ts';
import { checkPassing } from './check-passing.ts';

const NOTHING: Passing = {
  gateway: 'mail',
  outcome: 'refuse',
  sha256: createHash('sha256').update('body').digest('hex'),
  texts: [],
  files: [],
  messages: [],
};
const ENCRYPTED = Buffer.from('\xd0\xcf\x11\xe0 old', 'latin1');

const entriesOf = (house: LeakHouse) =>
  house.acts.read({ kind: 'clock' }, ({ ledger }) => ledger.listEntries({ limit: 50 }));
const check = (house: LeakHouse, passing: Partial<Passing>) =>
  checkPassing(house.parts, { ...NOTHING, ...passing });

function mail(attachment: Uint8Array): Uint8Array {
  return utf8(
    [
      'Subject: Thu',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      CLEAN_NEWS,
      '--b',
      'Content-Disposition: attachment; filename=a.docx',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(attachment).toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );
}

test('of what does not match nothing is kept', async (t) => {
  const house = await leakHouse(t);
  const before = (await entriesOf(house)).length;
  const messages = [mail(makeDocx([CLEAN_NEWS]))];
  assert.deepEqual(await check(house, { texts: [CLEAN_NEWS], messages }), { kind: 'clean' });
  assert.equal((await entriesOf(house)).length, before);
});

test('a sentence in an attachment touches; the entry has ids, length and hash alone', async (t) => {
  const house = await leakHouse(t);
  const verdict = await check(house, { messages: [mail(makeDocx([LEAKING_NEWS]))] });
  assert.deepEqual(verdict, { kind: 'touches' });
  const [last] = await entriesOf(house);
  assert.ok(last);
  const { verb, actor, subject, rows } = last.entry;
  const { characters, ...facts } = last.entry.facts;
  assert.deepEqual([verb, actor, rows], ['publication.intercept', 'console', []]);
  assert.deepEqual(subject, { document: house.documentId });
  assert.deepEqual(facts, { gateway: 'mail', outcome: 'refuse', sha256: NOTHING.sha256 });
  assert.ok(Number(characters) > LEAKING_NEWS.length);
});

test('each document that is touched has its own entry, for those who may see it', async (t) => {
  const house = await leakHouse(t);
  const other = await house.addSecret(OTHER_SECRET_TEXT);
  await check(house, { gateway: 'web', texts: [LEAKING_NEWS], files: [utf8(OTHER_SECRET_TEXT)] });
  const entries = (await entriesOf(house)).slice(0, 2).map(({ entry }) => entry);
  assert.deepEqual(
    entries.map(({ subject }) => subject.document).toSorted(),
    [house.documentId, other].toSorted(),
  );
});

test('what cannot be read is unchecked, and still touched by what can', async (t) => {
  const house = await leakHouse(t);
  assert.deepEqual(await check(house, { files: [ENCRYPTED] }), {
    kind: 'unchecked',
    because: 'unreadable',
  });
  assert.deepEqual(await check(house, { files: [ENCRYPTED, utf8(LEAKING_NEWS)] }), {
    kind: 'touches',
  });
  const long = 'từ '.repeat(1_400_000);
  assert.deepEqual(await check(house, { texts: [long] }), {
    kind: 'unchecked',
    because: 'too-large',
  });
});

test('a sealed vault checks nothing and says so', async (t) => {
  const house = await leakHouse(t);
  house.parts.seal.seal();
  const before = (await entriesOf(house)).length;
  assert.deepEqual(await check(house, { texts: [LEAKING_NEWS] }), {
    kind: 'unchecked',
    because: 'vault-sealed',
  });
  assert.equal((await entriesOf(house)).length, before);
});

test('what a reader is not shown is read too: a file inside an archive', async (t) => {
  const house = await leakHouse(t);
  const archive = makeZip([
    { name: 'tin.txt', bytes: CLEAN_NEWS },
    { name: 'kem.docx', bytes: makeDocx([LEAKING_NEWS]) },
  ]);
  assert.deepEqual(await check(house, { files: [archive] }), { kind: 'touches' });
});
