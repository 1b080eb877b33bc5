/** The compare index over a real vault: what rests sealed, and what happens when it is not good. */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createCompareIndex, type IndexParts } from '../adapters/compare-index/in-memory.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import { Fault } from '../core/common/fault.ts';
import type { PublicList, StoredText, TextSource } from '../server/ports/compare-index.ts';

const PLAN =
  'Tổ giúp việc đề nghị hoãn công bố danh sách ứng viên dự phòng của quận Sông Hoa cho đến khi ' +
  'thẩm tra xong lý lịch, mức chi tối đa bốn trăm hai mươi triệu đồng lấy từ nguồn dự phòng.';
const GUARD =
  'Tổ bảo vệ bố trí hai vòng gác, thay ca lúc không giờ bốn mươi và năm giờ hai mươi hằng ngày; ' +
  'chìa khóa kho phía đông gửi tại phòng trực tầng ba, mã tủ đổi vào mỗi sáng thứ năm.';
const LATER =
  'Đoàn khảo sát dự kiến rời cảng Bến Lau bằng tàu không số vào đêm trăng khuyết, mang theo ba ' +
  'máy đo độ sâu và bản đồ luồng lạch vẽ tay của ngư dân làng Vạn Cồn.';
const ALL = `${PLAN} ${GUARD} ${LATER}`;

const rowOf = (documentId: string, version = 1): StoredText => ({
  documentId,
  objectName: `${documentId}-${version}`,
  level: 'mat',
});

/** The texts of a house: what is stored, what was asked for, what was said. */
class Texts implements TextSource<StoredText> {
  readonly stored = new Map<StoredText, string>();
  readonly loaded: string[] = [];
  readonly reported: unknown[] = [];
  async *list() {
    yield* this.stored.keys();
  }
  /** What may be quoted by anyone. */
  open: PublicList = { version: 0, texts: [] };
  async listPublic() {
    return this.open;
  }
  /** Loading waits for it. */
  gate: Promise<void> = Promise.resolve();
  async load(row: StoredText) {
    await this.gate;
    this.loaded.push(row.objectName);
    return this.stored.get(row) ?? null;
  }
  report(reason: unknown) {
    this.reported.push(reason);
  }
  /** Since the last question. */
  take() {
    return { loaded: this.loaded.splice(0), reported: this.reported.splice(0) };
  }
}

async function house(t: TestContext, options: Partial<IndexParts> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'niemphong-index-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'vault');
  const open = async () => {
    const vault = await openVault({ folder, now: Date.now });
    const index = createCompareIndex({
      salt: () => 7,
      rest: vault.indexRest,
      ...options,
    });
    vault.seal.onChange((state) => (state === 'open' ? index.open() : index.close()));
    return { ...vault, index };
  };
  const first = await open();
  const made = await first.seal.initialise({ threshold: 1, shares: 1 });
  assert.ok(made.ok);
  const [share = ''] = made.value;
  await first.seal.giveShare(share);
  const texts = new Texts();
  texts.stored.set(rowOf('plan'), PLAN).set(rowOf('guard'), GUARD);
  const path = join(folder, 'index', 'compare-index.age');
  /** The next day: another process, the vault opened, the index full and saved. */
  const nextDay = async (index = first.index) => {
    await index.saved();
    first.seal.seal();
    const day = await open();
    await day.seal.giveShare(share);
    await day.index.fill(texts);
    await day.index.saved();
    return { ...day, ...texts.take(), found: await foundIn(day.index) };
  };
  await first.index.fill(texts);
  await first.index.saved();
  texts.take();
  return { ...first, texts, path, share, folder, open, nextDay };
}

const foundIn = async (index: {
  find(text: string): Promise<readonly { documentId: string }[]>;
}): Promise<string[]> =>
  [...new Set((await index.find(ALL)).map(({ documentId }) => documentId))].sort();

test('the index rests sealed and is there again without loading any text', async (t) => {
  const { nextDay } = await house(t);
  const { loaded, reported, found } = await nextDay();
  assert.deepEqual(
    { loaded, reported, found },
    {
      loaded: [],
      reported: [],
      found: ['guard', 'plan'],
    },
  );
});

test('an index older than the documents is completed with what is missing', async (t) => {
  const { texts, nextDay } = await house(t);
  texts.stored.set(rowOf('later'), LATER);
  const second = await nextDay();
  assert.deepEqual(second.loaded, ['later-1']);
  assert.deepEqual(second.found, ['guard', 'later', 'plan']);
  assert.deepEqual((await nextDay()).loaded, [], 'and was saved with it');
});

test('an old index put back finds neither what is gone nor a former version', async (t) => {
  const { texts, path, nextDay } = await house(t);
  await copyFile(path, `${path}.kept`);
  texts.stored.clear();
  texts.stored.set(rowOf('plan', 2), LATER);
  assert.deepEqual((await nextDay()).found, ['plan']);
  await copyFile(`${path}.kept`, path);
  const { index, found, loaded } = await nextDay();
  assert.deepEqual({ found, loaded }, { found: ['plan'], loaded: ['plan-2'] });
  assert.deepEqual(await index.find(`${PLAN} ${GUARD}`), []);
});

const DAMAGES: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'a byte in the middle': async (path) => {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
  },
  'a cut at a chunk': async (path) => truncate(path, (await stat(path)).size - 65_552 * 3),
  'a cut in the header': (path) => truncate(path, 100),
  'an empty file': (path) => truncate(path, 0),
  'other bytes': (path) => writeFile(path, 'không phải chỉ mục'),
};
for (const [what, damage] of Object.entries(DAMAGES)) {
  test(`a damaged index is noticed, said and made anew: ${what}`, async (t) => {
    const { path, nextDay } = await house(t);
    await damage(path);
    const { loaded, reported, found } = await nextDay();
    assert.deepEqual(loaded, ['plan-1', 'guard-1']);
    assert.equal(reported.length, 1);
    assert.ok(reported[0] instanceof Fault && reported[0].code === 'vault-object-damaged');
    assert.deepEqual(found, ['guard', 'plan']);
    const { loaded: again, reported: nothing } = await nextDay();
    assert.deepEqual([again, nothing], [[], []]);
  });
}

test('an index of another vault, or another object of this one, is refused', async (t) => {
  const one = await house(t);
  const other = await house(t);
  await copyFile(other.path, one.path);
  assert.equal((await one.nextDay()).reported.length, 1);
  const vault = await one.open();
  await vault.seal.giveShare(one.share);
  const label = { documentId: 'x', kind: 'text', version: 1 } as const;
  const { objectName } = await vault.store.put(label, await readFile(one.path));
  vault.seal.seal();
  const stored = join(one.folder, 'objects', objectName.slice(0, 2), `${objectName}.age`);
  await copyFile(stored, one.path);
  const { reported, found } = await one.nextDay();
  assert.equal(reported.length, 1);
  assert.deepEqual(found, ['guard', 'plan']);
});

test('an index taught other public wording is made anew', async (t) => {
  const { texts, seal, indexRest, share } = await house(t);
  seal.seal();
  const index = createCompareIndex({ salt: () => 7, rest: indexRest });
  seal.onChange((state) => (state === 'open' ? index.open() : index.close()));
  await seal.giveShare(share);
  texts.open = { version: 1, texts: [GUARD] };
  await index.fill(texts);
  assert.equal(texts.take().reported.length, 1);
  assert.deepEqual(await foundIn(index), ['plan']);
  await index.saved();
});

test('a changed public list takes its place while the index goes on answering', async (t) => {
  const { texts, index, nextDay } = await house(t);
  texts.open = { version: 1, texts: [GUARD] };
  const { promise, resolve } = Promise.withResolvers<void>();
  texts.gate = promise;
  const renewing = index.fill(texts, 'anew');
  await index.fill(texts);
  assert.deepEqual(await foundIn(index), ['guard', 'plan'], 'as before until the other is whole');
  resolve();
  index.put('later', LATER, 'later-1');
  texts.stored.set(rowOf('later'), LATER);
  await renewing;
  assert.deepEqual(await foundIn(index), ['later', 'plan']);
  assert.deepEqual((await index.find(PLAN))[0]?.against, { version: 1, texts: 1 });
  await index.saved();
  texts.take();
  const day = await nextDay();
  assert.deepEqual({ loaded: day.loaded, reported: day.reported }, { loaded: [], reported: [] });
  assert.deepEqual(day.found, ['later', 'plan']);
  await day.index.saved();
  texts.open = { version: 2, texts: [] };
  await day.index.fill(texts, 'anew');
  assert.deepEqual(
    await foundIn(day.index),
    ['guard', 'later', 'plan'],
    'removed, it alarms again',
  );
});

test('sealed while another index is made, nothing of it is left', async (t) => {
  const { texts, seal, index, share } = await house(t);
  texts.open = { version: 1, texts: [GUARD] };
  const renewing = index.fill(texts, 'anew');
  seal.seal();
  await assert.rejects(renewing, { name: 'VaultSealed' });
  await seal.giveShare(share);
  await index.fill(texts);
  assert.deepEqual(await foundIn(index), ['plan']);
});

test('what is put or removed before the image was read stays put or removed', async (t) => {
  const { texts, seal, index, share } = await house(t);
  seal.seal();
  await seal.giveShare(share);
  const filling = index.fill(texts);
  index.put('later', LATER, 'later-1');
  index.put('plan', GUARD, 'plan-2');
  index.remove('guard');
  await filling;
  assert.deepEqual(await foundIn(index), ['later', 'plan']);
  assert.deepEqual(await index.find(PLAN), []);
  await index.saved();
});

test('sealed while the index is read or saved, nothing is left half done', async (t) => {
  const { texts, path, seal, index, share, folder, nextDay } = await house(t);
  const before = await readFile(path);
  seal.seal();
  await seal.giveShare(share);
  const filling = index.fill(texts);
  seal.seal();
  await assert.rejects(filling, { name: 'VaultSealed' });
  texts.stored.set(rowOf('later'), LATER);
  await seal.giveShare(share);
  await index.fill(texts);
  const saving = index.saved();
  seal.seal();
  await saving;
  assert.ok(before.equals(await readFile(path)), 'the old one is still there');
  assert.deepEqual(texts.take().reported, []);
  assert.equal((await stat(join(folder, 'index'))).mode & 0o777, 0o700);
  assert.deepEqual((await nextDay()).found, ['guard', 'later', 'plan']);
});

test('a change while the index is saved gives no torn image', async (t) => {
  const { texts, seal, index, share, nextDay } = await house(t);
  seal.seal();
  texts.stored.set(rowOf('later'), LATER);
  await seal.giveShare(share);
  await index.fill(texts); // and it is being saved now
  index.put('plan', LATER, 'plan-1');
  await index.saved();
  texts.take();
  const day = await nextDay();
  assert.deepEqual({ loaded: day.loaded, reported: day.reported }, { loaded: [], reported: [] });
  assert.deepEqual(await day.index.find(PLAN), []);
  assert.deepEqual(day.found, ['guard', 'later', 'plan']);
});

test('after many changes the index is saved as soon as it is quiet', async (t) => {
  const { texts, index, nextDay } = await house(t, { quietMs: 1 });
  for (let number = 0; number < 100; number += 1) {
    texts.stored.set(rowOf(`n${number}`), `${LATER} Số ${number}.`);
    index.put(`n${number}`, `${LATER} Số ${number}.`, `n${number}-1`);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  await index.saved();
  assert.deepEqual((await nextDay()).loaded, []);
});
