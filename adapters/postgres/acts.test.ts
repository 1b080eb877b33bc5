import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { decodeEntry } from '../../core/act/entry.ts';
import { permit, refuse } from '../../core/common/refusal.ts';
import { leafHash } from '../../core/ledger/hash.ts';
import type { Actor } from '../../server/ports/acts.ts';
import { put } from '../../server/ports/rows.ts';
import { testWorld } from '../../testkit/world.ts';
import { digestStored } from './rows.ts';

const CONSOLE: Actor = { kind: 'console' };

test('an act writes its rows and one entry that digests each of them', async (t) => {
  const { database, addPerson } = await testWorld(t);
  const personId = await addPerson({ duties: ['drafter'], level: 'mat' });
  const { rows: entries } = await database.admin.query(
    'SELECT index, body FROM ledger_entry ORDER BY index DESC LIMIT 1',
  );
  const entry = decodeEntry(entries[0].body);
  assert.equal(entry.subject.person, personId);
  assert.equal(entry.rows.length, 5);
  for (const [table, id, digest] of entry.rows) {
    const { rows } = await database.admin.query(`SELECT * FROM ${table} WHERE id = $1`, [id]);
    assert.equal(digestStored(rows[0], new Set()).toBase64(), digest, `${table} ${id}`);
    assert.equal(rows[0].entry_index, entries[0].index);
  }
});

test('a refused attempt leaves an entry and no row', async (t) => {
  const { acts, database } = await testWorld(t);
  const outcome = await acts.perform(CONSOLE, { verb: 'registry.issue' }, async () =>
    refuse({ code: 'state-forbids' }),
  );
  assert.equal(outcome.ok, false);
  const { rows } = await database.admin.query(
    'SELECT body FROM ledger_entry ORDER BY index DESC LIMIT 1',
  );
  assert.deepEqual(decodeEntry(rows[0].body).refused, ['state-forbids']);
});

test('a fault inside one act undoes that act and no other of the same moment', async (t) => {
  const { acts, database } = await testWorld(t);
  const unit = (id: string) =>
    acts.perform(CONSOLE, { verb: 'people.register' }, async () =>
      permit({ rows: [put('unit', { id, name: 'Phòng', parentId: null })], value: id }),
    );
  const good = '00000000-0000-4000-8000-000000000001';
  const results = await Promise.allSettled([unit(good), unit('no uuid'), unit(good)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  const { rows } = await database.admin.query('SELECT size FROM ledger_head');
  assert.equal(rows[0].size, 3);
  const again = await database.admin.query('SELECT count(*) AS n FROM ledger_entry');
  assert.equal(again.rows[0].n, 3);
});

test('a hundred acts at once make one tree without gap', async (t) => {
  const { acts, database, randomness } = await testWorld(t);
  await Promise.all(
    Array.from({ length: 100 }, () =>
      acts.perform(CONSOLE, { verb: 'people.register' }, async () =>
        permit({
          rows: [put('unit', { id: randomness.id(), name: 'Phòng', parentId: null })],
          value: null,
        }),
      ),
    ),
  );
  const { rows } = await database.admin.query(
    `SELECT e.index, e.body, h.hash FROM ledger_entry e
     JOIN ledger_hash h ON h.level = 0 AND h.index = e.index ORDER BY e.index`,
  );
  assert.equal(rows.length, 101);
  rows.forEach((row, index) => {
    assert.equal(row.index, index);
    assert.deepEqual(new Uint8Array(row.hash), leafHash(row.body));
  });
});

test('the app can write nothing but through an act', async (t) => {
  const { database } = await testWorld(t);
  const statements = [
    "INSERT INTO unit VALUES (gen_random_uuid(), 'x', NULL, 0, '\\x00000000000000000000000000000000')",
    "UPDATE unit SET name = 'x'",
    'DELETE FROM ledger_entry',
    'UPDATE ledger_head SET size = 0',
    "SELECT write_rows('unit', '[]')",
    'ALTER TABLE document DISABLE ROW LEVEL SECURITY',
  ];
  for (const statement of statements) {
    await assert.rejects(
      database.app.query(statement),
      /permission denied|must be owner/,
      statement,
    );
  }
});

test('an entry that does not name its rows is refused by the database', async (t) => {
  const { database } = await testWorld(t);
  const body = Buffer.from('{"actor":"console","at":"2026-11-02T05:00:00.000Z","rows":[],"v":1}');
  const call = 'SELECT append_acts($1, $2, $3, $4, $5, $6, $7)';
  const leaf = Buffer.from(leafHash(body));
  const row = {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'x',
    row_salt: `\\x${'00'.repeat(16)}`,
    entry_index: 1,
  };
  const rows = JSON.stringify({ unit: [row] });
  await assert.rejects(
    database.app.query(call, [1, [body], [0], [1], [leaf], leaf, rows]),
    /do not name exactly the rows/,
  );
});

test('acts worked out ahead of an answer ask a connection one thing at a time', async (t) => {
  const { acts } = await testWorld(t);
  const open = new Map<Client, number>();
  let most = 0;
  const query = Client.prototype.query as (...args: unknown[]) => unknown;
  t.mock.method(Client.prototype, 'query', function (this: Client, ...args: unknown[]) {
    const asked = query.apply(this, args);
    if (!(asked instanceof Promise)) return asked;
    open.set(this, (open.get(this) ?? 0) + 1);
    most = Math.max(most, open.get(this) ?? 0);
    const done = () => open.set(this, (open.get(this) ?? 0) - 1);
    asked.then(done, done);
    return asked;
  });
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, () =>
      acts.perform(CONSOLE, { verb: 'people.register' }, async ({ mine }) => {
        const [last] = await mine.ledger.listEntries({ limit: 1 });
        return permit({ value: last?.index });
      }),
    ),
  );
  const seen = outcomes.map((outcome) => (outcome.ok ? outcome.value : null));
  assert.equal(new Set(seen).size, 60, 'each saw the one before');
  assert.equal(most, 1);
});
