import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fsck } from '../adapters/postgres/fsck/fsck.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import { storedFiles } from '../adapters/vault/stored-files.ts';
import type { FsckItem } from '../core/act/fsck-finding.ts';
import type { DocumentId } from '../core/common/id.ts';
import { permit } from '../core/common/refusal.ts';
import { utf8 } from '../core/common/sha256.ts';
import { put } from '../server/ports/rows.ts';
import { testWorld } from '../testkit/world.ts';

/** A house with sealed files: those of one document, and those of a dismissed article. */
async function house(t: TestContext) {
  const world = await testWorld(t);
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-fsck-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { seal, store } = await openVault({ folder, now: () => Date.now() });
  const made = await seal.initialise({ threshold: 1, shares: 1 });
  assert.ok(made.ok && made.value[0]);
  await seal.giveShare(made.value[0]);
  const documentId = randomUUID() as DocumentId;
  const object = async (kind: 'content' | 'text', owner: DocumentId | null) => {
    const stored = await store.put({ documentId, kind, version: 1 }, utf8(`chữ của ${kind}`));
    const id = randomUUID();
    const facts = { incidentId: null, kind, version: 1, mediaKind: 'txt', pages: 1 };
    const storedAt = world.clock.now();
    return put('vault_object', { id, documentId: owner, ...facts, ...stored, storedAt });
  };
  const rows = [
    put('document', {
      id: documentId,
      origin: 'own',
      drafterId: null,
      deciderId: null,
      registered: false,
      createdAt: world.clock.now(),
      protection: { state: 'draft', proposal: { level: 'mat' } },
    }),
    await object('content', documentId),
    await object('text', documentId),
    await object('content', null),
  ];
  await world.acts.perform({ kind: 'console' }, { verb: 'admin.set-up' }, async () =>
    permit({ rows, value: null }),
  );
  seal.seal();
  const names = rows.flatMap(({ row }) => ('objectName' in row ? [row.objectName] : []));
  const pathOf = (name: string) => join(folder, 'objects', name.slice(0, 2), `${name}.age`);
  const look = async () => {
    const files = storedFiles(folder);
    const items: FsckItem[] = [];
    const parts = { store: files, files: () => files.names(), lastSigned: null };
    const pool = world.database.admin;
    for await (const item of fsck({ ...parts, pool, onProgress: () => {} })) items.push(item);
    return items.filter((item) => !('looked' in item));
  };
  const [content = '', text = '', dismissed = ''] = names;
  return { look, pathOf, content, text, dismissed, folder };
}

const wrong = (items: readonly FsckItem[]): readonly (readonly [string, string])[] =>
  items.flatMap((item) =>
    'objectName' in item && 'what' in item ? [[item.what, item.objectName]] : [],
  );

test('a changed byte in a sealed file, swapped files and a missing file are named', async (t) => {
  const { look, pathOf, content, text, dismissed } = await house(t);
  rmSync(pathOf(dismissed));
  assert.deepEqual(await look(), []);
  const whole = readFileSync(pathOf(content));
  for (const at of [0, 40, whole.length - 1]) {
    const bent = Buffer.from(whole);
    bent.writeUInt8(whole.readUInt8(at) ^ 1, at);
    writeFileSync(pathOf(content), bent);
    assert.deepEqual(wrong(await look()), [['object-damaged', content]]);
  }
  writeFileSync(pathOf(content), readFileSync(pathOf(text)));
  writeFileSync(pathOf(text), whole);
  assert.deepEqual(
    wrong(await look()).toSorted(),
    [
      ['object-damaged', content],
      ['object-damaged', text],
    ].toSorted(),
  );
  writeFileSync(pathOf(text), readFileSync(pathOf(content)));
  writeFileSync(pathOf(content), whole);
  renameSync(pathOf(text), `${pathOf(text)}.tmp`);
  assert.deepEqual(wrong(await look()), [['object-missing', text]]);
});

test('files that no row needs are told, and are no failure', async (t) => {
  const { look, pathOf, content, dismissed } = await house(t);
  const strange = `${content.slice(0, 2)}${randomUUID().slice(2)}`;
  writeFileSync(pathOf(strange), 'x');
  writeFileSync(`${pathOf(strange)}.tmp`, 'x');
  const notes = (await look()).flatMap((item) => ('note' in item ? [item.note] : ['wrong']));
  assert.deepEqual(notes.toSorted(), ['file-left-behind', 'file-without-row', 'temporary-left']);
  assert.ok(dismissed);
});
