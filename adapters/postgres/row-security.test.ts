import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Pool } from 'pg';
import type { AccessGrant, DocumentFacts, Subject } from '../../core/access/access-facts.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { accessMatrix } from '../../testkit/access-matrix.ts';
import { type TestDatabase, testDatabase } from '../../testkit/database.ts';
import { ScopedConnection } from './scope.ts';

const matrix = accessMatrix();
const SALT = `decode(repeat('00', 16), 'hex')`;

/** Loads rows as the owner: the wall is about what the app may see afterwards. */
async function load(admin: Pool, table: string, rows: readonly object[]): Promise<void> {
  await admin.query(
    `INSERT INTO ${table} (${Object.keys(rows[0] ?? {}).join(', ')}, entry_index, row_salt)
     SELECT ${Object.keys(rows[0] ?? {})
       .map((column) => `r.${column}`)
       .join(', ')}, 0, ${SALT}
     FROM jsonb_populate_recordset(NULL::${table}, $1) AS r`,
    [JSON.stringify(rows)],
  );
}

function personRow(id: string, status: string, unit: string): object {
  return {
    id,
    login: id,
    full_name: id,
    position_title: '-',
    unit_id: unit,
    legal_post: null,
    status,
  };
}

function protectionOf({ state, level, protectedUntil }: DocumentFacts): object {
  const inProposal = ['draft', 'proposed', 'returned'].includes(state);
  return {
    state,
    ...(level && inProposal ? { proposal: { level } } : {}),
    ...(level && !inProposal ? { level } : {}),
    ...(protectedUntil ? { protectedUntil } : {}),
  };
}

const dutyRows = ({ personId, duties }: Subject): object[] =>
  duties.map((duty) => ({
    id: randomUUID(),
    person_id: personId,
    duty,
    decision_no: '1',
    from_on: '2020-01-01',
    until_on: null,
  }));

function clearanceRows({ personId, clearance }: Subject): object[] {
  if (!clearance) return [];
  const { level, from: from_on, until: until_on } = clearance;
  return [{ id: randomUUID(), person_id: personId, level, decision_no: '1', from_on, until_on }];
}

const documentRow = (facts: DocumentFacts): object => ({
  id: facts.documentId,
  origin: facts.origin,
  drafter_id: facts.drafterId,
  decider_id: null,
  registered: facts.registered,
  created_at: matrix.at,
  protection: protectionOf(facts),
});

const grantRow = (grant: AccessGrant): object => ({
  id: randomUUID(),
  document_id: grant.documentId,
  person_id: grant.personId,
  kind: grant.kind,
  from_at: grant.fromAt,
  until_at: grant.untilAt,
  granted_by: null,
  reason: '-',
  revoked_at: grant.revokedAt,
});

async function loadMatrix({ admin }: Pick<TestDatabase, 'admin'>): Promise<void> {
  const { subjects, objects, grants, stranger } = matrix;
  const unit = randomUUID();
  await admin.query(
    `INSERT INTO ledger_entry (index, body, at, verb, actor) VALUES (0, '{}', now(), 'x', 'x')`,
  );
  await load(admin, 'unit', [{ id: unit, name: '-', parent_id: null }]);
  await load(admin, 'person', [
    personRow(stranger, 'active', unit),
    ...subjects.map(({ personId, status }) => personRow(personId, status, unit)),
  ]);
  await load(admin, 'assignment', subjects.flatMap(dutyRows));
  await load(admin, 'clearance', subjects.flatMap(clearanceRows));
  await load(admin, 'document', objects.map(documentRow));
  await load(admin, 'access_grant', grants.map(grantRow));
  await admin.query('ANALYZE');
}

async function visibleTo(app: Pool, subject: Subject, table: string): Promise<Set<string>> {
  const client = await app.connect();
  try {
    await client.query('BEGIN READ ONLY');
    const connection = new ScopedConnection(client, matrix.at);
    const db = connection.as({ kind: 'person', personId: subject.personId });
    const column = table === 'document' ? 'id' : 'document_id';
    const rows = await db.query<{ id: string }>(`SELECT ${column} AS id FROM ${table}`);
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}

test('row security agrees with core over every subject and document of the matrix', async (t) => {
  const database = await testDatabase(t);
  await loadMatrix(database);
  const grantsOf = Map.groupBy(matrix.grants, ({ documentId }) => documentId);
  let seen = 0;
  for (const subject of matrix.subjects) {
    const visible = await visibleTo(database.app, subject, 'document');
    for (const object of matrix.objects) {
      const grants = (grantsOf.get(object.documentId) ?? []).filter(
        ({ personId }) => personId === subject.personId,
      );
      const may = mayPerform({ action: 'see', subject, object, grants, at: matrix.at });
      assert.equal(
        visible.has(object.documentId),
        may.ok,
        JSON.stringify({ subject, object, grants }),
      );
      if (may.ok) seen += 1;
    }
  }
  const pairs = matrix.subjects.length * matrix.objects.length;
  assert.ok(seen > pairs / 20 && seen < pairs, `${seen} of ${pairs} pairs are visible`);
});

test('without an actor nothing is visible, and an administrator sees nothing', async (t) => {
  const { app, admin } = await testDatabase(t);
  await loadMatrix({ admin });
  const { rows } = await app.query('SELECT count(*) AS n FROM document');
  assert.equal(rows[0].n, 0);
  const administrator = matrix.subjects.find(({ duties }) => duties.includes('administrator'));
  assert.ok(administrator);
  assert.equal((await visibleTo(app, administrator, 'document')).size, 0);
});
