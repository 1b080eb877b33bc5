import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../../testkit/database.ts';
import { dumpSchema } from './schema-dump.ts';

const COMMITTED = new URL('../../../migrations/schema.txt', import.meta.url);

test('the committed schema is what the migrations make (node tools/print-schema.ts)', async (t) => {
  const { admin } = await testDatabase(t);
  assert.equal(await dumpSchema(admin), readFileSync(COMMITTED, 'utf8'));
});

test('a change of any kind shows in the dump', async (t) => {
  const { admin } = await testDatabase(t);
  const seen = new Set([await dumpSchema(admin)]);
  const changes = [
    'CREATE TABLE zone (id int PRIMARY KEY, name text)',
    `ALTER TABLE zone ALTER name SET DEFAULT 'a'`,
    'ALTER TABLE zone ALTER name SET NOT NULL',
    'ALTER TABLE zone ADD CHECK (id > 0)',
    'CREATE INDEX ON zone (name)',
    'ALTER TABLE zone ENABLE ROW LEVEL SECURITY',
    'ALTER TABLE zone FORCE ROW LEVEL SECURITY',
    'CREATE POLICY mine ON zone FOR SELECT TO niemphong_app USING (id > 1)',
    'ALTER POLICY mine ON zone USING (id > 2)',
    'GRANT SELECT ON zone TO niemphong_app',
    'GRANT UPDATE (name) ON zone TO niemphong_app',
    'CREATE FUNCTION two() RETURNS int LANGUAGE sql RETURN 2',
    'REVOKE ALL ON FUNCTION two() FROM PUBLIC',
    'ALTER FUNCTION two() SECURITY DEFINER',
    'CREATE VIEW zones AS SELECT id FROM zone',
    'ALTER VIEW zones SET (security_invoker = true)',
    `CREATE TYPE shade AS ENUM ('light', 'dark')`,
    'CREATE DOMAIN year AS int CHECK (VALUE > 1900)',
    'CREATE SEQUENCE counter',
  ];
  for (const change of changes) {
    await admin.query(change);
    const dump = await dumpSchema(admin);
    assert.equal(seen.has(dump), false, change);
    seen.add(dump);
  }
});
