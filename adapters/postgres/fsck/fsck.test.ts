import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { FsckFinding, FsckItem } from '../../../core/act/fsck-finding.ts';
import { permit } from '../../../core/common/refusal.ts';
import { put } from '../../../server/ports/rows.ts';
import { type TestWorld, testWorld } from '../../../testkit/world.ts';
import { rowsOfEveryTable } from './every-row.ts';
import { fsck } from './fsck.ts';

/** One house for all attacks: each is made by a superuser, looked for, and taken back. */
let world: TestWorld;
let root: pg.Client;
const closing: (() => Promise<void>)[] = [];
const id = () => randomUUID();

before(async () => {
  world = await testWorld({ after: (close) => closing.push(close) });
  const [one, two] = [await world.addPerson({ level: 'mat' }), await world.addPerson()];
  await world.acts.perform({ kind: 'console' }, { verb: 'admin.set-up' }, async () =>
    permit({ rows: rowsOfEveryTable(one, two), value: null }),
  );
  root = new pg.Client(world.database.superuserConfig);
  await root.connect();
  // What a dishonest administrator of the database can do: no constraint stops them.
  await root.query(`SET session_replication_role = replica`);
  await root.query(`DO $$ DECLARE c record; BEGIN FOR c IN SELECT conrelid::regclass AS t, conname
    FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$`);
});
after(async () => {
  await root.end();
  for (const close of closing.toReversed()) await close();
});

type Disk = Partial<Pick<Parameters<typeof fsck>[0], 'store' | 'files' | 'lastSigned'>>;

async function look(disk: Disk = {}): Promise<readonly FsckItem[]> {
  const items: FsckItem[] = [];
  const parts = {
    pool: world.database.admin,
    store: { checkStored: async () => 'good' as const },
    files: async function* () {},
    lastSigned: null,
    onProgress: () => {},
    ...disk,
  };
  for await (const item of fsck(parts)) items.push(item);
  return items;
}

const findings = async (disk?: Disk): Promise<readonly FsckFinding[]> =>
  (await look(disk)).filter((item) => 'what' in item);

type Column = { readonly table_name: string; readonly column_name: string; readonly udt: string };

async function columnsOf(where: string): Promise<readonly Column[]> {
  const { rows } = await root.query<Column>(
    `SELECT table_name, column_name, udt_name AS udt FROM information_schema.columns c
     WHERE table_schema = 'public' AND is_generated = 'NEVER' AND ${where}
     ORDER BY table_name, ordinal_position`,
  );
  return rows;
}

type Attack = { readonly table: string; readonly sql: string };

/** Makes all changes, looks, and puts every row of those tables back as it was. */
async function underAttacks(attacks: readonly Attack[], disk?: Disk): Promise<FsckFinding[]> {
  const columns = await columnsOf('true');
  const lists = attacks.map(({ table }) => {
    const own = columns.filter(({ table_name }) => table_name === table);
    return { table, list: own.map(({ column_name }) => `"${column_name}"`).join(', ') };
  });
  await run(
    lists.map(
      ({ table, list }) => `CREATE TEMP TABLE "saved_${table}" AS
    SELECT ${list} FROM "${table}"`,
    ),
  );
  try {
    await run(attacks.map(({ sql }) => sql));
    return [...(await findings(disk))];
  } finally {
    await run(
      lists.map(
        ({ table, list }) => `DELETE FROM "${table}";
      INSERT INTO "${table}" (${list}) SELECT ${list} FROM "saved_${table}";
      DROP TABLE "saved_${table}"`,
      ),
    );
  }
}

const run = (statements: readonly string[]) => root.query(statements.join(';\n'));
const underAttack = (table: string, sql: string) => underAttacks([{ table, sql }]);

/** Another value of the same type. */
const OTHER: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => `'${id()}'`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  bool: (column) => `NOT ${column}`,
  int4: (column) => `${column} + 1`,
  int8: (column) => `${column} - 1`,
  date: (column) => `coalesce(${column}, '2030-01-01') + 1`,
  timestamptz: (column) => `coalesce(${column}, '2030-01-01') + interval '1 ms'`,
  bytea: (column) => `set_byte(${column}, 0, 255 - get_byte(${column}, 0))`,
  jsonb: () => `'{"state":"x"}'`,
};

const accountable = `table_name IN (SELECT table_name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'row_salt')`;

test('an untouched house is intact', async () => {
  const items = await look();
  assert.deepEqual(
    items.filter((item) => !('looked' in item)),
    [],
  );
  const [last] = items;
  assert.ok(last && 'looked' in last && last.looked.entries === 4 && last.looked.lines === 1);
});

test('every column of every accountable table counts, and the row is named', async () => {
  const columns = await columnsOf(accountable);
  assert.equal(new Set(columns.map(({ table_name }) => table_name)).size, 41);
  // The first column of every table at once, then the second of every table, and so on.
  const rounds = Object.values(Object.groupBy(columns, placeInTable(columns)));
  for (const round of rounds) {
    const attacks: Awaited<ReturnType<typeof attackOn>>[] = [];
    for (const column of round ?? []) attacks.push(await attackOn(column));
    const found = await underAttacks(attacks);
    for (const { table, rowId, column } of attacks) {
      const named = found.some((one) => 'table' in one && one.table === table && one.id === rowId);
      assert.ok(named, `${table}.${column}: ${JSON.stringify(found)}`);
    }
  }
});

const placeInTable = (columns: readonly Column[]) => (column: Column) =>
  columns.filter(({ table_name }) => table_name === column.table_name).indexOf(column);

async function attackOn({ table_name: table, column_name: column, udt }: Column) {
  const other = OTHER[udt];
  assert.ok(other, `a column of type ${udt}`);
  const { rows } = await root.query<{ id: string }>(`SELECT id FROM "${table}" LIMIT 1`);
  const rowId = rows[0]?.id;
  const set = `"${column}" = ${other(`"${column}"`)}`;
  return { table, column, rowId, sql: `UPDATE "${table}" SET ${set} WHERE id = '${rowId}'` };
}

test('a deleted row and an inserted row are named', async () => {
  const { rows } = await root.query<{ id: string }>('SELECT id FROM clearance');
  const [gone] = await underAttack('clearance', 'DELETE FROM clearance');
  assert.deepEqual(gone, { what: 'row-missing', table: 'clearance', id: rows[0]?.id, entry: 1 });
  const strange = id();
  const insert = `INSERT INTO unit (id, name, parent_id, entry_index, row_salt)
    SELECT '${strange}', name, parent_id, entry_index, row_salt FROM unit`;
  const [extra] = await underAttack('unit', insert);
  assert.deepEqual(extra, { what: 'row-unaccounted', table: 'unit', id: strange });
});

test('a row set back to a former state is named', async () => {
  const unit = { id: id(), name: 'Phòng Một', parentId: null };
  const write = (name: string) =>
    world.acts.perform({ kind: 'console' }, { verb: 'people.register' }, async () =>
      permit({ rows: [put('unit', { ...unit, name })], value: null }),
    );
  await write('Phòng Một');
  const former = await root.query('SELECT * FROM unit WHERE id = $1', [unit.id]);
  await write('Phòng Hai');
  const { name, entry_index: entry, row_salt: salt } = former.rows[0];
  const sql = `UPDATE unit SET name = '${name}', entry_index = ${entry},
    row_salt = '\\x${salt.toString('hex')}' WHERE id = '${unit.id}'`;
  const [found] = await underAttack('unit', sql);
  assert.ok(found && 'entry' in found);
  assert.deepEqual(found, {
    what: 'row-differs',
    table: 'unit',
    id: unit.id,
    entry: Number(entry) + 1,
  });
});

test('a byte anywhere in an entry counts, and the entry is named', async () => {
  const { rows } = await root.query<{ body: Buffer }>(
    'SELECT body FROM ledger_entry WHERE index = 1',
  );
  const length = rows[0]?.body.length ?? 0;
  assert.ok(length > 100);
  for (let byte = 0; byte < length; byte += 37) {
    const sql = `UPDATE ledger_entry SET body =
      set_byte(body, ${byte}, get_byte(body, ${byte}) # 1) WHERE index = 1`;
    const [found] = await underAttack('ledger_entry', sql);
    assert.deepEqual(found, { what: 'entry-differs', entry: 1 });
  }
});

test('columns for look-ups say what the entry says', async () => {
  for (const column of ['at', 'verb', 'actor', 'document_id']) {
    const [type] = await columnsOf(`table_name = 'ledger_entry' AND column_name = '${column}'`);
    const value = OTHER[type?.udt ?? '']?.(column);
    const sql = `UPDATE ledger_entry SET ${column} = ${value} WHERE index = 2`;
    const [found] = await underAttack('ledger_entry', sql);
    assert.deepEqual(found, { what: 'column-differs', entry: 2, column });
  }
});

test('hashes changed, missing or too many, and entries missing, are named', async () => {
  const change = 'UPDATE ledger_hash SET hash = sha256(hash) WHERE level = 1 AND index = 0';
  const [changed] = await underAttack('ledger_hash', change);
  assert.deepEqual(changed, { what: 'hash-differs', level: 1, index: 0, from: 0, to: 1 });
  const [leaf] = await underAttack('ledger_hash', change.replace('level = 1', 'level = 0'));
  assert.deepEqual(leaf, { what: 'hash-differs', level: 0, index: 0, from: 0, to: 0 });
  const [missing] = await underAttack('ledger_hash', 'DELETE FROM ledger_hash WHERE level = 2');
  assert.equal(missing?.what, 'hash-missing');
  const add = `INSERT INTO ledger_hash SELECT 9, 0, hash FROM ledger_hash LIMIT 1`;
  assert.equal((await underAttack('ledger_hash', add))[0]?.what, 'hash-extra');
  const [entry] = await underAttack('ledger_entry', 'DELETE FROM ledger_entry WHERE index = 2');
  assert.deepEqual(entry, { what: 'entry-missing', entry: 2 });
});

test('a head set back, and a whole ledger set back behind a signed head, are found', async () => {
  const { rows } = await root.query('SELECT size, root FROM ledger_head');
  const { size, root: hash } = rows[0];
  const back = `UPDATE ledger_head SET size = 2,
    root = (SELECT h.hash FROM ledger_hash h WHERE h.level = 1 AND h.index = 0)`;
  const [found] = await underAttack('ledger_head', back);
  assert.deepEqual(found, { what: 'head-differs', size: 2, derivedSize: Number(size) });
  const signed = { origin: 'a', size: Number(size), root: new Uint8Array(hash) };
  assert.deepEqual(await findings({ lastSigned: signed }), []);
  const [behind] = await findings({ lastSigned: { ...signed, size: signed.size + 1 } });
  assert.deepEqual(behind, { what: 'signed-head-differs', size: signed.size + 1 });
  const [beside] = await findings({ lastSigned: { ...signed, root: signed.root.toReversed() } });
  assert.equal(beside?.what, 'signed-head-differs');
});

test('gaps in a register, lines unlike their documents, missing copies: named', async () => {
  const gap = await underAttack('register_line', 'UPDATE register_line SET number = 3');
  const named = { register: 'out', year: 2026 };
  assert.ok(
    gap.some(
      (one) => one.what === 'number-missing' && one.number === 1 && one.register === named.register,
    ),
  );
  const lost = await underAttack(
    'register_line',
    `UPDATE register_line SET document_id = '${id()}'`,
  );
  assert.ok(lost.some(({ what }) => what === 'line-without-document'));
  const loose = await underAttack('document', 'UPDATE document SET registered = false');
  assert.ok(loose.some(({ what }) => what === 'registered-differs'));
  for (const sql of ['UPDATE copy SET of_total = 2', 'DELETE FROM copy']) {
    const copies = await underAttack('copy', sql);
    assert.ok(copies.some(({ what }) => what === 'copies-incomplete'));
  }
});
