/**
 * An independent judge: Go's own `golang.org/x/mod/sumdb`, as packaged by Debian (`golang-go`,
 * `golang-golang-x-mod-dev`), reads our exports and our proofs. Skipped, and says so, without Go.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { encodeBase64 } from './bytes.ts';
import { signCheckpoint } from './checkpoint.ts';
import { proveConsistency } from './consistency.ts';
import { exportFiles } from './export-files.ts';
import { append, emptyFrontier, frontierRoot } from './frontier.ts';
import { leafHash } from './hash.ts';
import { proveInclusion } from './inclusion.ts';
import { formatVerifierKey } from './note.ts';
import { testKey } from './reference.test.ts';

const DEBIAN_GO = '/usr/share/gocode';
const SIZE = 300;
const go = spawnSync('go', ['version']).status === 0;
const sumdb = existsSync(join(DEBIAN_GO, 'src/golang.org/x/mod/sumdb/tlog'));
const skip = go && sumdb ? false : 'Go with golang.org/x/mod/sumdb is not installed here';

const work = mkdtempSync(join(tmpdir(), 'ledger-sumdb-'));
after(() => rmSync(work, { recursive: true, force: true }));
const program = join(work, 'sumdb-check');
const { key, sign } = testKey('so-cai.example/test');
const vkey = formatVerifierKey(key);

function build(): void {
  if (existsSync(program)) return;
  const source = fileURLToPath(new URL('../../vectors/ledger/sumdb-check.go', import.meta.url));
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: DEBIAN_GO };
  const cache = process.env.HOME ? {} : { GOCACHE: join(work, 'cache') };
  const built = spawnSync('go', ['build', '-o', program, source], {
    env: { ...env, ...cache },
    encoding: 'utf8',
  });
  assert.equal(built.status, 0, built.stderr);
}

function judge(folder: string): { status: number | null; stdout: string } {
  build();
  const { status, stdout } = spawnSync(program, [folder, vkey], { encoding: 'utf8' });
  return { status, stdout };
}

async function writeLedger(folder: string, size: number): Promise<readonly Uint8Array[]> {
  const entries = Array.from({ length: size }, (_, index) => Buffer.from(`mục ${index}`));
  const stored: Uint8Array[] = [];
  let frontier = emptyFrontier;
  for (const entry of entries) {
    const appended = append(frontier, leafHash(entry));
    stored.push(...appended.stored.map(({ hash }) => hash));
    frontier = appended.frontier;
  }
  const checkpoint = signCheckpoint({ size, root: frontierRoot(frontier) }, key, sign);
  const readEntries = ({ start = 0, count = 0 }) => entries.slice(start, start + count);
  for await (const { path, bytes } of exportFiles({ size, readEntries, vkey, checkpoint })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return stored;
}

/** All pairs of sizes up to `SIZE`: every proof that we make, for the judge to check. */
function allProofs(stored: readonly Uint8Array[]) {
  const read = (indexes: readonly number[]) =>
    indexes.map((index) => stored[index] ?? assert.fail());
  const inclusion: object[] = [];
  const consistency: object[] = [];
  for (let size = 1; size <= SIZE; size++) {
    for (let other = 0; other < size; other++) {
      const path = proveInclusion({ index: other, size }, read).map(encodeBase64);
      inclusion.push({ index: other, size, proof: path });
      const sizes = { olderSize: other + 1, newerSize: size };
      const proof = proveConsistency(sizes, read).map(encodeBase64);
      consistency.push({ older: other + 1, newer: size, proof });
    }
  }
  return { inclusion, consistency };
}

test('sumdb accepts our ledger and all 90,300 proofs of the sizes to 300', { skip }, async () => {
  const folder = join(work, 'proofs');
  const stored = await writeLedger(folder, SIZE);
  writeFileSync(join(folder, 'proofs.json'), JSON.stringify(allProofs(stored)));
  assert.deepEqual(judge(folder), {
    status: 0,
    stdout: 'OK 300 entries, 3 tiles, 45150 inclusion and 45150 consistency proofs\n',
  });
});

test('sumdb accepts a ledger with three levels of tiles', { skip }, async () => {
  const folder = join(work, 'large');
  await writeLedger(folder, 65_793);
  const { status, stdout } = judge(folder);
  assert.deepEqual(
    { status, start: stdout.slice(0, 16) },
    { status: 0, start: 'OK 65793 entries' },
  );
});

test('sumdb refuses a ledger of which one byte changed', { skip }, async () => {
  const folder = join(work, 'spoilt');
  await writeLedger(folder, SIZE);
  for (const path of ['tile/0/000', 'tile/entries/001.p/44', 'checkpoint']) {
    const content = readFileSync(join(folder, path));
    const spoilt = Buffer.from(content);
    spoilt.writeUInt8(spoilt.readUInt8(40) ^ 1, 40);
    writeFileSync(join(folder, path), spoilt);
    assert.equal(judge(folder).status, 1, path);
    writeFileSync(join(folder, path), content);
  }
  assert.equal(judge(folder).status, 0);
});
