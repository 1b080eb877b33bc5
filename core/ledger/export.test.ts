import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkExport, type Finding, type Verdict } from './check-export.ts';
import { signCheckpoint } from './checkpoint.ts';
import { type ExportFile, type ExportSource, exportFiles } from './export-files.ts';
import { append, emptyFrontier, frontierRoot } from './frontier.ts';
import { leafHash } from './hash.ts';
import { formatVerifierKey } from './note.ts';
import { readVectors, testKey, toHex, verifyEd25519 } from './reference.test.ts';
import { storedHashIndex } from './stored-hash.ts';
import { tileBuilder } from './tile-builder.ts';
import {
  decodeBundle,
  ENTRY_BYTES_MAX,
  encodeBundle,
  encodeTile,
  tileAddresses,
  tilePath,
  tilePaths,
} from './tiles.ts';
import { checkTlogProof } from './tlog-proof.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { key, sign } = testKey('so-cai.example/test');

type TileVectors = {
  paths: { level: number | 'entries'; index: number; width: number; path: string }[];
  sizes: { size: number; paths: string[] }[];
  counts: { size: number; files: number; last: string[] }[];
};
const vectors = readVectors<TileVectors>('tiles.json');

test('file names are those of C2SP tlog-tiles', () => {
  for (const { path, ...address } of vectors.paths) assert.equal(tilePath(address), path);
  for (const { size, paths } of vectors.sizes) assert.deepEqual([...tilePaths(size)], paths);
  for (const { size, files, last } of vectors.counts) {
    const paths = [...tilePaths(size)];
    assert.equal(paths.length, files);
    assert.deepEqual(paths.slice(-last.length), last);
  }
});

test('a bundle gives back exactly its entries, and no other width or length', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(entries, (given) => {
      const bundle = encodeBundle(given);
      const decoded = decodeBundle(bundle, given.length);
      assert.ok(decoded.ok);
      assert.deepEqual(decoded.entries.map(toHex), given.map(toHex));
      assert.ok(!decodeBundle(bundle, given.length - 1).ok);
      assert.ok(!decodeBundle(bundle, given.length + 1).ok);
      assert.ok(!decodeBundle(bundle.subarray(0, -1), given.length).ok);
      assert.ok(!decodeBundle(Buffer.concat([bundle, Buffer.of(0)]), given.length).ok);
    }),
  );
});

test('an entry may have 65,535 bytes and not one more', () => {
  const longest = new Uint8Array(ENTRY_BYTES_MAX);
  assert.ok(decodeBundle(encodeBundle([longest]), 1).ok);
  assert.throws(() => encodeBundle([new Uint8Array(ENTRY_BYTES_MAX + 1)]));
  assert.throws(() => encodeBundle([]));
  assert.throws(() => encodeTile([]));
  assert.throws(() => encodeTile([new Uint8Array(31)]));
});

type Ledger = { entries: Uint8Array[]; stored: Uint8Array[]; source: ExportSource };

function ledgerOf(size: number, entryAt = (index: number) => `{"mục":${index},"v":1}`): Ledger {
  const entries = Array.from({ length: size }, (_, index) => bytes(entryAt(index)));
  const stored: Uint8Array[] = [];
  let frontier = emptyFrontier;
  for (const entry of entries) {
    const appended = append(frontier, leafHash(entry));
    stored.push(...appended.stored.map(({ hash }) => hash));
    frontier = appended.frontier;
  }
  const source = {
    size,
    readEntries: ({ start, count }) => entries.slice(start, start + count),
    readHashes: async ({ level, start, count }) =>
      Array.from({ length: count }, (_, offset) => {
        const index = storedHashIndex({ level, index: start + offset });
        return stored[index] ?? assert.fail();
      }),
    vkey: formatVerifierKey(key),
    checkpoint: signCheckpoint({ size, root: frontierRoot(frontier) }, key, sign),
  } satisfies ExportSource;
  return { entries, stored, source };
}

type Files = Map<string, Uint8Array>;

async function written(files: AsyncIterable<ExportFile>): Promise<Files> {
  const all: Files = new Map();
  for await (const { path, bytes: content } of files) {
    assert.ok(!all.has(path), `${path} comes once`);
    all.set(path, content);
  }
  return all;
}

const exported = (size: number): Promise<Files> => written(exportFiles(ledgerOf(size).source));

function judge(files: Files): Verdict {
  const reader = {
    paths: () => [...files.keys()].filter((path) => path.startsWith('tile/')),
    read: (path: string, bytesMax: number) => files.get(path)?.subarray(0, bytesMax),
  };
  return checkExport({ reader, key, verify: verifyEd25519 });
}

function finding(files: Files): Finding {
  const verdict = judge(files);
  return verdict.ok ? assert.fail('the change went unnoticed') : verdict.finding;
}

/** A copy of the files with one of them replaced, or taken away. */
function withFile(files: Files, path: string, content: Uint8Array | undefined): Files {
  const changed = new Map(files);
  if (content) changed.set(path, content);
  else changed.delete(path);
  return changed;
}

function flip(content: Uint8Array, bit: number): Uint8Array {
  const changed = Uint8Array.from(content);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

test('stored hashes and entries alone give the same files, and they check', async () => {
  for (const size of [0, 1, 2, 15, 255, 256, 257, 511, 512, 700, 65_793]) {
    const { source } = ledgerOf(size);
    const { readHashes, ...entriesAlone } = source;
    assert.ok(readHashes);
    const files = await written(exportFiles(source));
    assert.deepEqual(await written(exportFiles(entriesAlone)), files);
    assert.deepEqual([...files.keys()].sort(), [...tilePaths(size), 'vkey', 'checkpoint'].sort());
    const verdict = judge(files);
    assert.ok(verdict.ok && verdict.checkpoint.size === size, `size ${size}`);
  }
});

test('the tiles of every size to 300 hold the stored hashes, and their root is the root', () => {
  const { entries, stored } = ledgerOf(300);
  let frontier = emptyFrontier;
  for (let size = 0; size <= 300; size++) {
    const builder = tileBuilder();
    const full = entries.slice(0, size).flatMap((entry) => builder.add(leafHash(entry)));
    const { tiles, root } = builder.finish();
    assert.deepEqual(root, frontierRoot(frontier));
    for (const { bytes: content, level, index, width } of [...full, ...tiles]) {
      const hashes = Array.from({ length: width }, (_, offset) => {
        const place = storedHashIndex({ level: 8 * level, index: index * 256 + offset });
        return stored[place] ?? assert.fail();
      });
      assert.deepEqual(content, encodeTile(hashes));
    }
    const paths = [...full, ...tiles].map(tilePath).sort();
    const expected = [...tileAddresses(size)].filter(({ level }) => level !== 'entries');
    assert.deepEqual(paths, expected.map(tilePath).sort());
    if (size < 300) frontier = append(frontier, leafHash(entries[size] ?? assert.fail())).frontier;
  }
});

test('every single-bit change of a ledger of 15 entries is found', async () => {
  const files = await exported(15);
  let changes = 0;
  for (const [path, content] of files) {
    if (path === 'vkey') continue; // the checker is given its key from elsewhere
    for (let bit = 0; bit < content.length * 8; bit++) {
      assert.ok(!judge(withFile(files, path, flip(content, bit))).ok, `${path} bit ${bit}`);
      changes++;
    }
  }
  assert.ok(changes > 7000);
});

test('every cut, lengthened, missing or extra file is found and named', async () => {
  const files = await exported(300);
  for (const [path, content] of files) {
    if (path === 'vkey') continue;
    for (const length of [0, 1, content.length - 32, content.length - 1]) {
      assert.ok(!judge(withFile(files, path, content.subarray(0, length))).ok, `${path} ${length}`);
    }
    const longer = Buffer.concat([content, Buffer.of(0)]);
    assert.ok(!judge(withFile(files, path, longer)).ok, path);
    const missing = finding(withFile(files, path, undefined));
    if (path === 'checkpoint') assert.deepEqual(missing, { what: 'checkpoint-missing' });
    else assert.deepEqual(missing, { what: 'file-missing', path });
  }
  for (const path of ['tile/0/000.p/44', 'tile/2/000.p/1', 'tile/entries/002.p/1', 'tile/x']) {
    const extra = withFile(files, path, Uint8Array.of(1));
    assert.deepEqual(finding(extra), { what: 'file-extra', path });
  }
});

test('a changed entry is named with its bundle', async () => {
  const files = await exported(300);
  const path = 'tile/entries/001.p/44';
  const bundle = files.get(path) ?? assert.fail();
  const decoded = decodeBundle(bundle, 44);
  assert.ok(decoded.ok);
  const changed = encodeBundle(decoded.entries.with(16, bytes('{"mục":272,"v":2}')));
  assert.deepEqual(finding(withFile(files, path, changed)), {
    what: 'entry-differs',
    entry: 272,
    path,
    tile: 'tile/0/001.p/44',
  });
  const cut = bundle.subarray(0, 5);
  assert.deepEqual(finding(withFile(files, path, cut)), {
    what: 'entry-unreadable',
    entry: 256,
    path,
  });
});

test('a changed tile is named with its byte, while the entries are beyond doubt', async () => {
  const files = await exported(700);
  for (const [path, byte] of [
    ['tile/0/000', 133],
    ['tile/0/002.p/188', 6015],
    ['tile/1/000.p/2', 0],
  ] as const) {
    const changed = flip(files.get(path) ?? assert.fail(), byte * 8 + 3);
    assert.deepEqual(finding(withFile(files, path, changed)), { what: 'tile-differs', path, byte });
  }
});

test('a ledger rewritten throughout, under the old signature, is refused', async () => {
  const forged = ledgerOf(300, (index) => (index === 9 ? 'forged' : `{"mục":${index},"v":1}`));
  const files = await written(exportFiles(forged.source));
  const honest = await exported(300);
  const mixed = withFile(files, 'checkpoint', honest.get('checkpoint'));
  assert.deepEqual(finding(mixed), { what: 'root-differs' });
});

test('swapped, dropped, doubled and cut-off entries are found', async () => {
  const honest = ledgerOf(20);
  const { checkpoint } = honest.source;
  const { entries } = honest;
  const [first = assert.fail(), second = assert.fail()] = entries;
  for (const forged of [
    entries.with(0, second).with(1, first),
    entries.toSpliced(5, 1),
    entries.toSpliced(5, 0, first),
    entries.slice(0, 19),
    [...entries, first],
    entries.with(7, new Uint8Array(0)),
  ]) {
    const readEntries = () => forged;
    const { vkey } = honest.source;
    const source = { size: forged.length, readEntries, vkey, checkpoint };
    const files = await written(exportFiles(source));
    assert.ok(!judge(files).ok);
  }
});

test('an older ledger under a newer checkpoint, and the reverse, are refused', async () => {
  const [older, newer] = [await exported(300), await exported(301)];
  assert.ok(!judge(withFile(older, 'checkpoint', newer.get('checkpoint'))).ok);
  assert.ok(!judge(withFile(newer, 'checkpoint', older.get('checkpoint'))).ok);
});

test('a signed size beyond all files ends at the first missing file', async () => {
  const files = await exported(15);
  const checkpoint = signCheckpoint({ size: 2 ** 52, root: leafHash(bytes('x')) }, key, sign);
  assert.deepEqual(finding(withFile(files, 'checkpoint', bytes(checkpoint))), {
    what: 'file-missing',
    path: 'tile/entries/000',
  });
});

test('the sample export among the vectors is what this code makes of its entries', async () => {
  const sample = new URL('../../vectors/ledger/sample/', import.meta.url);
  const read = (path: string) => new Uint8Array(readFileSync(new URL(path, sample)));
  const decoded = decodeBundle(read('tile/entries/000.p/15'), 15);
  assert.ok(decoded.ok);
  const builder = tileBuilder();
  for (const entry of decoded.entries) builder.add(leafHash(entry));
  const signer = testKey('so-cai.example/sample');
  const files = await written(
    exportFiles({
      size: 15,
      readEntries: () => decoded.entries,
      vkey: formatVerifierKey(signer.key),
      checkpoint: signCheckpoint(
        { size: 15, root: builder.finish().root },
        signer.key,
        signer.sign,
      ),
    }),
  );
  for (const [path, content] of files) assert.deepEqual(content, read(path), path);
  const [entry = assert.fail()] = decoded.entries.slice(6);
  const claim = { file: read('entry-6.tlog-proof'), entry };
  assert.ok(checkTlogProof(claim, signer.key, verifyEd25519).ok);
});

test('a reader of storage that returns too few entries is a bug', async () => {
  const { source } = ledgerOf(300);
  await assert.rejects(written(exportFiles({ ...source, readEntries: () => [] })));
});
