/** What can be found of a registered text while the vault is sealed: on disk and in a dump. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { openPool } from '../adapters/postgres/connect.ts';
import { permit } from '../core/common/refusal.ts';
import { utf8 } from '../core/common/sha256.ts';
import { imageOf } from '../core/match/image.ts';
import { createMatcher } from '../core/match/matcher.ts';
import { draft } from '../server/determination/draft.ts';
import { findProtected } from '../server/ports/find-protected.ts';
import { put } from '../server/ports/rows.ts';
import { attach } from '../server/vault/attach.ts';
import { as } from '../testkit/house.ts';
import { granted, unmarked } from '../testkit/leak.ts';
import { until } from '../testkit/process-tree.ts';
import { PLANTED, PLANTED_WORDS, traces } from '../testkit/traces.ts';
import { personRows } from '../testkit/world.ts';
import { type House, openHouse } from './open-house.ts';
import { readSettings } from './settings.ts';

function tracesIn(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const [how, trace] of traces()) {
      if (bytes.includes(trace)) found.push(`${entry.name}: ${how}`);
    }
  }
  return found;
}

function freshFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-sealed-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return folder;
}

const PROPOSAL = {
  documentType: 'submission',
  level: 'mat',
  summary: 'Phương án',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 2,
  copyingAllowed: false,
  shorterPeriod: null,
};

/** Attaches the text as a drafter; answers with the share that opens the vault. */
async function plant({ parts }: House): Promise<string> {
  const { acts, randomness, seal } = parts;
  const [unitId, personId] = [randomness.id(), randomness.id()];
  const plan = { duties: ['drafter'], level: 'mat' } as const;
  const rows = [
    put('unit', { id: unitId, name: 'Văn phòng', parentId: null }),
    ...personRows({ id: personId, unitId }, plan),
  ];
  const console = { kind: 'console' } as const;
  granted(
    await acts.perform(console, { verb: 'people.register' }, async () =>
      permit({ rows, value: null }),
    ),
  );
  const [share = ''] = granted(await seal.initialise({ threshold: 1, shares: 1 }));
  granted(await seal.giveShare(share));
  const drafter = as(personId as Parameters<typeof as>[0]); // made above
  const { documentId } = granted(await draft(parts, drafter, PROPOSAL));
  granted(await attach(parts, drafter, { documentId, file: utf8(PLANTED) }));
  return share;
}

/** Every row of every table, as a dump would hold it. */
async function dumpOf({ database }: House): Promise<string> {
  const pool = openPool(database.owner, { maxConnections: 1 });
  try {
    const tables = await pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const parts: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      parts.push(...rows.rows.map(({ row }) => row));
    }
    return parts.join('\n');
  } finally {
    await pool.end();
  }
}

test('while sealed, no file, no dump and no report holds a trace of a text', async (t) => {
  const dataFolder = freshFolder(t);
  const settings = readSettings({ PORT: '0' }, dataFolder);
  const reported: unknown[] = [];
  const house = await openHouse(settings, { report: (thrown) => reported.push(thrown) });
  const index = join(dataFolder, 'vault', 'index', 'compare-index.age');
  try {
    const share = await plant(house);
    house.parts.seal.seal();
    granted(await house.parts.seal.giveShare(share));
    assert.equal((await findProtected(house.parts, `Tin đồn: ${PLANTED_WORDS}.`)).length, 1);
    await until(() => existsSync(index), 'the index is saved');
    house.parts.seal.seal();
    const dump = await dumpOf(house);
    assert.ok(dump.includes('Phương án'), 'the dump is one');
    for (const [how, trace] of traces()) assert.ok(!dump.includes(trace.toString()), how);
  } finally {
    await house.close();
  }
  assert.deepEqual(tracesIn(dataFolder), []);
  assert.deepEqual(
    reported.map((thrown) => inspect(thrown)),
    [],
  );
});

test('the traces are those that a text or an index in the clear would leave', (t) => {
  const folder = freshFolder(t);
  const matcher = createMatcher({ salt: 7 });
  matcher.addDocument('planted', PLANTED);
  writeFileSync(join(folder, 'image'), Buffer.concat([...imageOf(matcher.lasting(), 'x')]));
  writeFileSync(join(folder, 'text'), PLANTED);
  writeFileSync(join(folder, 'folded'), unmarked(PLANTED).toLowerCase());
  writeFileSync(join(folder, 'apart'), PLANTED.normalize('NFD'));
  writeFileSync(join(folder, 'wide'), Buffer.from(PLANTED, 'utf16le'));
  assert.deepEqual(tracesIn(folder).sort(), [
    'apart: decomposed',
    'folded: without marks',
    'image: as tokens',
    'text: as written',
    'wide: in UTF-16',
  ]);
});
