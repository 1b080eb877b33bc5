import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import {
  codesOf,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
  SECRET_TEXT,
} from '../../../testkit/leak.ts';
import { readPage } from '../../access/read-page.ts';
import { handOver } from '../../transfer/hand-over.ts';
import { importArticles } from '../import-articles.ts';
import { listMatches } from '../list-matches.ts';
import { keepVariant } from './keep-variant.ts';
import { traceMatch } from './trace.ts';

const EXTRACT = `${SECRET_TEXT.split('\n').slice(0, 3).join('\n')}\nTrích: Kinh phí thẩm tra.`;

async function matchOf(house: LeakHouse, news: string): Promise<string> {
  const line = JSON.stringify({ url: 'https://bao.example/1', title: 'Bài', text: news });
  const input = { fileName: 'bai.jsonl', file: utf8(line) };
  granted(await importArticles(house.parts, as(house.officer), input));
  const query = { state: 'open', minScore: 0, limit: 1 } as const;
  const { matches } = granted(await listMatches(house.parts, as(house.officer), query));
  return matches[0]?.matchId ?? '';
}

const copiesOf = ({ acts, documentId }: LeakHouse) =>
  acts.read({ kind: 'clock' }, ({ documents }) => documents.loadCopies(documentId));

test('an extract without the passage is told from a whole copy, with its hands', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId } = house;
  const [first, second] = await copiesOf(house);
  assert.ok(first && second);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  await house.letRead(documentId, reader);
  const holder = await house.addPerson({ level: 'mat' });
  const file = utf8(EXTRACT);
  granted(await keepVariant(parts, as(house.clerk), { documentId, copyId: second.id, file }));
  house.clock.move(60_000);
  const giving = { documentId, copyId: first.id, to: holder };
  granted(await handOver(parts, as(house.clerk), giving));
  granted(await readPage(parts, as(reader), { documentId, page: 1 }));
  house.clock.move(60_000);
  const matchId = await matchOf(house, LEAKING_NEWS);
  house.clock.move(60_000);
  const late = await house.addPerson({ level: 'mat' });
  granted(await handOver(parts, as(holder), { ...giving, to: late }));
  const traced = granted(await traceMatch(parts, as(reader), { matchId }));
  assert.deepEqual(
    traced.copies.map(({ number, trace, hasVariant }) => [number, trace, hasVariant]),
    [
      [1, 'contains', false],
      [2, 'lacks', true],
    ],
  );
  assert.deepEqual(
    traced.copies[0]?.holdings.map(({ person, until }) => [person?.personId, until === null]),
    [
      [house.clerk, false],
      [holder, true],
    ],
  );
  const readings = traced.readings.map(({ person }) => person.personId);
  assert.deepEqual(new Set(readings), new Set([house.drafter, reader]));
  assert.ok(traced.limits.includes('no-accusation'));
  assert.ok(!traced.limits.includes('no-variants'));
});

test('who may not read the document traces nothing; a list without variants says so', async (t) => {
  const house = await leakHouse(t);
  const { parts } = house;
  const matchId = await matchOf(house, LEAKING_NEWS);
  assert.deepEqual(codesOf(await traceMatch(parts, as(house.officer), { matchId })), ['not-found']);
  const absent = { matchId: '00000000-0000-4000-8000-000000000000' };
  assert.deepEqual(codesOf(await traceMatch(parts, as(house.officer), absent)), ['not-found']);
  const reader = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  await house.letRead(house.documentId, reader);
  const traced = granted(await traceMatch(parts, as(reader), { matchId }));
  assert.ok(traced.copies.every(({ trace }) => trace === 'contains'));
  assert.equal(traced.limits[0], 'no-variants');
  parts.seal.seal();
  assert.deepEqual(codesOf(await traceMatch(parts, as(reader), { matchId })), ['vault-sealed']);
});

test('the words of a copy are kept by who has the copies, for its document alone', async (t) => {
  const house = await leakHouse(t);
  const { parts, documentId } = house;
  const [copy] = await copiesOf(house);
  assert.ok(copy);
  const input = { documentId, copyId: copy.id, file: utf8(EXTRACT) };
  const stranger = await house.addPerson({ level: 'mat' });
  assert.deepEqual(codesOf(await keepVariant(parts, as(stranger), input)), ['not-found']);
  const other = await house.addSecret('BÁO CÁO\nVề việc khác hẳn, không liên quan.');
  const elsewhere = await keepVariant(parts, as(house.clerk), { ...input, documentId: other });
  assert.deepEqual(codesOf(elsewhere), ['not-found']);
  for (const _ of ['first', 'again']) granted(await keepVariant(parts, as(house.clerk), input));
  const variants = await house.acts.read(as(house.clerk), ({ handlings }) =>
    handlings.loadVariants(documentId),
  );
  assert.deepEqual(
    variants.map(({ id }) => id),
    [copy.id],
  );
});
