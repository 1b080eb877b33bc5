import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Instant } from '../../core/common/calendar-date.ts';
import { permit } from '../../core/common/refusal.ts';
import { put } from '../../server/ports/rows.ts';
import { testWorld } from '../../testkit/world.ts';
import { rowsOfEveryTable } from './fsck/every-row.ts';
import { keptReader } from './intake/kept-reader.ts';
import { publicationReader } from './publication.ts';
import { watchReader } from './watch.ts';

const NOW = '2026-11-02T05:00:00.000Z' as Instant;

test('no row says that one person did what takes two', async (t) => {
  const world = await testWorld(t);
  const [one, two] = [await world.addPerson({ level: 'mat' }), await world.addPerson()];
  await world.acts.perform({ kind: 'console' }, { verb: 'admin.set-up' }, async () =>
    permit({ rows: rowsOfEveryTable(one, two), value: null }),
  );
  const write = (table: string, column: string, value: object) =>
    world.database.admin.query(`UPDATE ${table} SET ${column} = $1`, [JSON.stringify(value)]);
  const read = (by?: string) => write('mark_request', 'progress', { state: 'read', by });
  await assert.rejects(read(one), /two_officers/);
  await assert.rejects(read(), /two_officers/);
  await read(two);
  const { rows } = await world.database.admin.query('SELECT submitter_id FROM publication_request');
  const submitter = rows[0]?.submitter_id;
  const other = submitter === one ? two : one;
  for (const state of ['cleared', 'cleared-amended', 'upheld']) {
    const decide = (decidedBy?: string) =>
      write('publication_request', 'progress', { state, decidedBy });
    await assert.rejects(decide(submitter), /two_persons/);
    await assert.rejects(decide(), /two_persons/);
    await decide(other);
  }
  for (const state of ['objected', 'appealed']) {
    const decide = (decidedBy?: string) =>
      write('publication_request', 'progress', { state, objection: { decidedBy } });
    await assert.rejects(decide(submitter), /two_persons/);
    await assert.rejects(decide(), /two_persons/);
    await decide(other);
  }
  const listed = await world.database.admin.query('SELECT added_by FROM public_text');
  const addedBy = listed.rows[0]?.added_by;
  const agree = (by: string) => write('public_text', 'confirmed', { by, at: NOW });
  await assert.rejects(agree(addedBy), /two_officers/);
  await agree(addedBy === one ? two : one);
});

test('what grows without end is found by its index', async (t) => {
  const { database } = await testWorld(t);
  const client = await database.admin.connect();
  await client.query('BEGIN');
  // The tables are empty here: what is asked is whether an index can serve at all.
  await client.query('SET LOCAL enable_seqscan = off');
  const plans: string[] = [];
  const explaining = {
    now: NOW,
    async query(text: string, values?: readonly unknown[]) {
      const { rows } = await client.query(`EXPLAIN ${text}`, values as unknown[]);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
      return [];
    },
  };
  const watch = watchReader(explaining);
  await watch.listDismissed(NOW, 10);
  await watch.countArticles();
  await keptReader(explaining).listReleased([]);
  const waiting = { submitterId: randomUUID(), states: ['objected'], unrecorded: true } as const;
  await publicationReader(explaining).listRequests({ ...waiting, limit: 10 });
  client.release(true);
  const used = plans.join('\n');
  for (const index of [
    'match_to_forget',
    'article_matched',
    'article_raw_object',
    'article_text_object',
    'publication_record_request',
  ]) {
    assert.match(used, new RegExp(`\\b${index}\\b`), used);
  }
});

test('articles are counted as they came, for whom they are', async (t) => {
  const world = await testWorld(t);
  const officer = await world.addPerson({ duties: ['watch-officer'] });
  const drafter = await world.addPerson({ duties: ['drafter'] });
  const article = (sha256: string) =>
    put('article', {
      id: randomUUID(),
      ...{ source: 'Báo', url: null, title: null, publishedAt: null, capturedAt: NOW },
      ...{ sha256: sha256.repeat(64), mediaType: 'text/html', matched: sha256 === 'a' },
      ...{ rawObjectId: null, textObjectId: null },
    });
  await world.acts.perform({ kind: 'console' }, { verb: 'watch.import' }, async () =>
    permit({ rows: ['a', 'b', 'c'].map(article), value: null }),
  );
  const count = (personId: typeof officer) =>
    world.acts.read({ kind: 'person', personId }, ({ watch }) => watch.countArticles());
  assert.deepEqual(await count(officer), { taken: 3, matched: 1 });
  assert.deepEqual(await count(drafter), { taken: 0, matched: 0 });
});
