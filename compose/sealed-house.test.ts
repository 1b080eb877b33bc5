/** What can be found of a registered text while the vault is sealed: on disk and in a dump. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { openPool } from '../adapters/postgres/connect.ts';
import type { PersonId } from '../core/common/id.ts';
import { permit } from '../core/common/refusal.ts';
import { utf8 } from '../core/common/sha256.ts';
import { imageOf } from '../core/match/image.ts';
import { createMatcher } from '../core/match/matcher.ts';
import { draft } from '../server/determination/draft.ts';
import { packageEvidence } from '../server/evidence/package.ts';
import { preserveEvidence } from '../server/evidence/preserve.ts';
import { viewCustody } from '../server/evidence/view-custody.ts';
import { checkStatement } from '../server/incident/press-statement.ts';
import type { Actor } from '../server/ports/acts.ts';
import { findProtected } from '../server/ports/find-protected.ts';
import { put } from '../server/ports/rows.ts';
import { checkText } from '../server/publication/check.ts';
import { checkPassing } from '../server/publication/check-passing.ts';
import { compareLoosely } from '../server/publication/compare-loosely.ts';
import { submit } from '../server/publication/submit.ts';
import { createTyping } from '../server/publication/typing.ts';
import { attach } from '../server/vault/attach.ts';
import { confirmMatch } from '../server/watch/confirm-match.ts';
import { dismissMatch } from '../server/watch/dismiss-match.ts';
import { importArticles } from '../server/watch/import-articles.ts';
import { viewMatch } from '../server/watch/view-match.ts';
import { RECEIVER } from '../testkit/evidence-case.ts';
import { as } from '../testkit/house.ts';
import { granted, PROPOSAL, unmarked } from '../testkit/leak.ts';
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

type Planted = { share: string; documentId: string; drafter: Actor; officer: Actor; press: Actor };

/** Attaches the text as a drafter; answers with the share that opens the vault, and the people. */
async function plant({ parts }: House): Promise<Planted> {
  const { acts, randomness, seal } = parts;
  const unitId = randomness.id();
  const [personId, officerId, pressId] = [randomness.id(), randomness.id(), randomness.id()];
  const rows = [
    put('unit', { id: unitId, name: 'Văn phòng', parentId: null }),
    ...personRows({ id: personId, unitId }, { duties: ['drafter'], level: 'mat' }),
    ...personRows({ id: officerId, unitId }, { duties: ['watch-officer'] }),
    ...personRows({ id: pressId, unitId }, { duties: ['press-officer'] }),
  ];
  const console = { kind: 'console' } as const;
  granted(
    await acts.perform(console, { verb: 'people.register' }, async () =>
      permit({ rows, value: null }),
    ),
  );
  const [share = ''] = granted(await seal.initialise({ threshold: 1, shares: 1 }));
  granted(await seal.giveShare(share));
  // Made above.
  const [drafter, officer, press] = [personId, officerId, pressId].map((id) => as(id as PersonId));
  assert.ok(drafter && officer && press);
  const { documentId } = granted(await draft(parts, drafter, PROPOSAL));
  granted(await attach(parts, drafter, { documentId, file: utf8(PLANTED) }));
  return { share, documentId, drafter, officer, press };
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
    const { share } = await plant(house);
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

/** The words go through every hand that the leak side of the house has. */
async function handleEverywhere({ parts }: House, planted: Planted): Promise<void> {
  const { documentId, drafter, officer, press } = planted;
  const leak = `Theo một người giấu tên, tổ ba tìm thấy ở ${PLANTED_WORDS}.`;
  const take = async (fileName: string, text: string) =>
    granted(await importArticles(parts, officer, { fileName, file: utf8(`Tin\n${text}`) }));
  const openMatch = async (): Promise<string> => {
    const [match] = await parts.acts.read({ kind: 'clock' }, ({ watch }) =>
      watch.listMatches({ state: 'open', limit: 1 }),
    );
    assert.ok(match, 'the words are found');
    return match.id;
  };
  await take('mot.txt', leak);
  const dismissed = {
    matchId: await openMatch(),
    reason: 'Câu chữ',
    kind: 'common-wording',
  } as const;
  granted(await dismissMatch(parts, officer, dismissed));
  await take('hai.html', `<p>${leak} Bài thứ hai.</p>`);
  const matchId = await openMatch();
  granted(await viewMatch(parts, officer, { matchId }));
  const { incidentId } = granted(await confirmMatch(parts, officer, { matchId, reason: 'Lộ' }));
  const { evidence } = granted(await viewCustody(parts, officer, { incidentId }));
  for (const { evidenceId } of evidence) {
    granted(await preserveEvidence(parts, officer, { incidentId, evidenceId }));
  }
  granted(await packageEvidence(parts, officer, { incidentId, ...RECEIVER }));
  granted(await checkStatement(parts, officer, { incidentId, text: leak }));
  granted(await checkText(parts, drafter, { text: leak }));
  granted(await createTyping(parts)(press, { text: leak }));
  granted(await compareLoosely(parts, drafter, { documentId, text: leak }));
  const asking = { medium: 'reply', title: 'Trả lời', words: { text: leak } } as const;
  granted(await submit(parts, press, asking));
  const passing = { gateway: 'web', outcome: 'refuse', sha256: '0'.repeat(64) } as const;
  const verdict = await checkPassing(parts, { ...passing, texts: [leak], files: [], messages: [] });
  assert.equal(verdict.kind, 'touches');
}

test('nor does anything that the words went through on their way to a verdict', async (t) => {
  const dataFolder = freshFolder(t);
  const reported: unknown[] = [];
  const house = await openHouse(readSettings({ PORT: '0' }, dataFolder), {
    report: (thrown) => reported.push(thrown),
  });
  try {
    await handleEverywhere(house, await plant(house));
    house.parts.seal.seal();
    const dump = await dumpOf(house);
    for (const [how, trace] of traces()) assert.ok(!dump.includes(trace.toString()), how);
  } finally {
    await house.close();
  }
  assert.deepEqual(tracesIn(dataFolder), []);
  assert.deepEqual(reported, []);
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
  const found = tracesIn(folder).map((trace) => trace.replace(/, from bit \d+$/, ''));
  assert.deepEqual(found.sort(), [
    'apart: decomposed',
    'folded: without marks',
    'image: as codes',
    'text: as written',
    'wide: in UTF-16',
  ]);
});
