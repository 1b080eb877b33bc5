import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docxParts } from '../../adapters/extract/testing/office-maker.ts';
import {
  makeOldRtf,
  oldWordBody,
  toTcvn3,
  toVni,
} from '../../adapters/extract/testing/old-font-maker.ts';
import { makeZip } from '../../adapters/extract/testing/zip-maker.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import {
  CLEAN_NEWS,
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  OTHER_SECRET_TEXT,
  unmarked,
} from '../../testkit/leak.ts';
import { checkFile, checkText } from './check.ts';

async function lastEntry(house: LeakHouse) {
  const [last] = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntries({ limit: 1 }),
  );
  assert.ok(last);
  return last.entry;
}

test('a protected sentence is found and shown beside the document to its readers', async (t) => {
  const house = await leakHouse(t);
  const verdict = granted(await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS }));
  assert.equal(verdict.touchesProtected, true);
  assert.equal(verdict.hidden, false);
  assert.deepEqual(verdict.ask, []);
  const [shared] = verdict.documents;
  assert.equal(shared?.line.documentId, house.documentId);
  assert.equal(shared?.line.level, 'mat');
  const passage = shared?.passages.find(({ articleText }) => articleText.includes('bảy ứng viên'));
  assert.ok(passage);
  assert.equal(LEAKING_NEWS.slice(passage.articleStart, passage.articleEnd), passage.articleText);
  assert.ok(passage.documentText.includes('hoãn công bố danh sách'));
  assert.ok(passage.documentBefore.includes('báo cáo phương án'));
  assert.ok(passage.documentBefore.length <= 80 && passage.documentAfter.length <= 80);
  assert.ok(passage.rare.length > 0, 'it says which words were rare');
  for (const { start, end, bits } of passage.rare) {
    assert.ok(passage.documentText.includes(LEAKING_NEWS.slice(start, end)) && bits > 0);
  }
});

test('old fonts do not hide the sentence: plain text, rich text, Word', async (t) => {
  const house = await leakHouse(t);
  const lines = LEAKING_NEWS.split('. ');
  const files = [
    Buffer.from(toTcvn3(LEAKING_NEWS), 'latin1'),
    makeOldRtf(lines.map(toVni), 'VNI-Times'),
    makeZip(docxParts(oldWordBody(lines.map(toTcvn3), '.VnTime'))),
  ];
  for (const file of files) {
    const verdict = granted(await checkFile(house.parts, as(house.drafter), { file }));
    assert.equal(verdict.documents[0]?.line.documentId, house.documentId);
    assert.ok(verdict.warnings.includes('old-font'));
    assert.ok(!verdict.warnings.includes('hidden-text'), 'nothing is read twice');
  }
});

test('lost diacritics and capitals do not hide the sentence', async (t) => {
  const house = await leakHouse(t);
  const text = unmarked(LEAKING_NEWS).toUpperCase();
  const verdict = granted(await checkText(house.parts, as(house.drafter), { text }));
  assert.equal(verdict.documents[0]?.line.documentId, house.documentId);
});

test('who may not read learns that it touches, and whom to ask: no count, no level', async (t) => {
  const house = await leakHouse(t);
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  const ask = async (text: string) => granted(await checkText(house.parts, as(press), { text }));
  const one = await ask(LEAKING_NEWS);
  assert.equal(one.touchesProtected, true);
  assert.equal(one.hidden, true);
  assert.deepEqual(one.documents, []);
  assert.deepEqual(
    one.ask.map(({ personId }) => personId),
    [house.registrar],
  );
  assert.ok(!JSON.stringify(one).includes(house.documentId));
  await house.addSecret(OTHER_SECRET_TEXT);
  const both = await ask(`${LEAKING_NEWS}\n${OTHER_SECRET_TEXT}`);
  assert.deepEqual({ ...both, characters: 0 }, { ...one, characters: 0 });
  const clean = await ask(CLEAN_NEWS);
  assert.deepEqual(clean, {
    touchesProtected: false,
    characters: CLEAN_NEWS.length,
    documents: [],
    hidden: false,
    ask: [],
  });
});

test('of two documents each is shown to its readers alone', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(OTHER_SECRET_TEXT);
  const press = await house.addPerson({ duties: ['press-officer'], level: 'mat' });
  await house.letRead(house.documentId, press);
  const text = `${LEAKING_NEWS}\n${OTHER_SECRET_TEXT}`;
  const verdict = granted(await checkText(house.parts, as(press), { text }));
  assert.deepEqual(
    verdict.documents.map(({ line }) => line.documentId),
    [house.documentId],
  );
  assert.equal(verdict.hidden, true);
});

test('the ledger knows length and verdict of a check, never its words', async (t) => {
  const house = await leakHouse(t);
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  granted(await checkText(house.parts, as(press), { text: LEAKING_NEWS }));
  const entry = await lastEntry(house);
  assert.equal(entry.verb, 'publication.check');
  assert.equal(entry.actor, press);
  assert.deepEqual(entry.facts, { characters: LEAKING_NEWS.length, touches: true });
  assert.deepEqual([entry.subject, entry.rows], [{}, []]);
});

test('a shown passage is a reading of the document', async (t) => {
  const house = await leakHouse(t);
  granted(await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS }));
  const entry = await lastEntry(house);
  assert.deepEqual([entry.verb, entry.subject.document], ['access.read', house.documentId]);
});

test('a document whose protection has ended is nobody’s secret any more', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(OTHER_SECRET_TEXT, { until: '2026-11-30' });
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  const touches = async () =>
    granted(await checkText(house.parts, as(press), { text: OTHER_SECRET_TEXT })).touchesProtected;
  assert.equal(await touches(), true);
  house.clock.set('2026-11-30T16:59:59.999Z' as Instant);
  assert.equal(await touches(), true);
  house.clock.move(1);
  assert.equal(await touches(), false);
});

test('a file is read in the bounded process and checked the same way', async (t) => {
  const house = await leakHouse(t);
  const verdict = granted(
    await checkFile(house.parts, as(house.drafter), { file: utf8(LEAKING_NEWS) }),
  );
  assert.equal(verdict.documents[0]?.line.documentId, house.documentId);
  const passage = verdict.documents[0]?.passages[0];
  assert.ok(passage);
  assert.equal(verdict.text.slice(passage.articleStart, passage.articleEnd), passage.articleText);
  const broken = await checkFile(house.parts, as(house.drafter), { file: utf8('%PDF-1.7 x') });
  assert.deepEqual(codesOf(broken), ['file-unreadable']);
});

test('without duty or with a sealed vault the attempt alone is on record', async (t) => {
  const house = await leakHouse(t);
  const keeper = await house.addPerson({ duties: ['keeper'] });
  const none = await checkText(house.parts, as(keeper), { text: LEAKING_NEWS });
  assert.deepEqual(codesOf(none), ['not-your-duty']);
  house.parts.seal.seal();
  const sealed = await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS });
  assert.deepEqual(codesOf(sealed), ['vault-sealed']);
  assert.deepEqual((await lastEntry(house)).refused, ['vault-sealed']);
});

test('after an opening the index is full before any answer', async (t) => {
  const house = await leakHouse(t);
  house.parts.seal.seal();
  granted(await house.parts.seal.giveShare(house.share));
  const verdict = granted(await checkText(house.parts, as(house.drafter), { text: LEAKING_NEWS }));
  assert.equal(verdict.documents[0]?.line.documentId, house.documentId);
});
