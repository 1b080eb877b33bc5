import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseCollectorKey } from '../core/parcel/collector-key.ts';
import { hashOf, parseManifest } from '../core/parcel/manifest.ts';
import { joinPieces } from '../core/parcel/pieces.ts';
import { runCollect } from './collect.ts';
import { nextBatch } from './pack.ts';

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'niemphong-collect-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function run(...argv: readonly string[]) {
  let [stdout, stderr] = ['', ''];
  const exit = await runCollect(argv, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
    signal: new AbortController().signal,
  });
  return { exit, stdout, stderr };
}

async function withArticles(t: TestContext, count: number) {
  const state = folder(t);
  const { stdout } = await run('init', '--state', state);
  const line = (at: number) =>
    JSON.stringify({
      text: `Bài số ${at} ${Array.from({ length: 900 }, (_, word) => (word * at * 7919) % 9973).join(' ')}`,
    });
  const lines = Array.from({ length: count }, (_, at) => line(at + 1));
  writeFileSync(join(state, 'a.jsonl'), lines.join('\n'));
  const sources = [{ name: 'a', kind: 'jsonl', path: 'a.jsonl' }];
  writeFileSync(join(state, 'collector.json'), JSON.stringify({ contact: 'test', sources }));
  assert.equal((await run('run', '--state', state)).exit, 0);
  return { state, key: stdout.trim() };
}

function loadParcel(out: string, number: string) {
  const names = readdirSync(out).filter((name) => name.includes(`-${number}`));
  const files = names.map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(out, name))),
  }));
  const manifest = parseManifest(
    files.find(({ name }) => name.endsWith('.json'))?.bytes ?? new Uint8Array(),
  );
  assert.ok(manifest);
  return { names, files, manifest };
}

test('a parcel is checked with nothing but openssl and sha256sum', async (t) => {
  const { state, key } = await withArticles(t, 40);
  const out = join(folder(t), 'medium');
  const packed = await run('pack', '--state', state, '--out', out, '--piece-size', '16K');
  assert.equal(packed.exit, 0, packed.stderr);
  const { names, files, manifest } = loadParcel(out, '000001');
  assert.ok(manifest.pieces.length > 1);
  assert.ok(manifest.pieces.every(({ sizeBytes }) => sizeBytes <= 16_000));
  assert.equal(manifest.articles, 40);
  assert.equal(manifest.collector, parseCollectorKey(key)?.collector);
  assert.ok(joinPieces(manifest, files).ok);
  const [json = ''] = names.filter((name) => name.endsWith('.json'));
  const check = (input: string): string =>
    execFileSync('openssl', [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      join(state, 'collector-public.pem'),
      '-rawin',
      '-in',
      input,
      '-sigfile',
      join(out, json.replace('.json', '.sig')),
    ]).toString();
  assert.match(check(join(out, json)), /Verified Successfully/);
  const changed = join(folder(t), 'changed.json');
  writeFileSync(
    changed,
    readFileSync(join(out, json), 'utf8').replace('"articles":40', '"articles":41'),
  );
  assert.throws(() => check(changed));
  const sums = manifest.pieces.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');
  const said = execFileSync('sha256sum', ['-c', '-'], { cwd: out, input: `${sums}\n` }).toString();
  assert.equal(said.match(/: OK/g)?.length, manifest.pieces.length);
});

test('parcels are numbered without gaps, chained, and written again byte for byte', async (t) => {
  const { state } = await withArticles(t, 3);
  const [out, again] = [join(folder(t), 'a'), join(folder(t), 'b')];
  await run('pack', '--state', state, '--out', out);
  await run('pack', '--state', state, '--out', out);
  const [first, second] = [loadParcel(out, '000001'), loadParcel(out, '000002')];
  const manifestBytes = first.files.find(({ name }) => name.endsWith('.json'))?.bytes;
  assert.equal(second.manifest.previous, hashOf(manifestBytes ?? new Uint8Array()));
  assert.deepEqual([second.manifest.articles, second.manifest.pieces], [0, []]);
  assert.equal(second.manifest.sources[0]?.name, 'a', 'an empty parcel still tells the health');
  assert.equal((await run('pack', '--state', state, '--out', again, '--again', '1')).exit, 0);
  assert.deepEqual(loadParcel(again, '000001').files, first.files);
  const absent = await run('pack', '--state', state, '--out', again, '--again', '9');
  assert.equal(absent.exit, 1);
  assert.match(absent.stderr, /kiện/i);
});

test('a parcel holds what the reader inside takes at once, and never nothing', () => {
  const one = (id: number, plainBytes: number) => ({ id, plainBytes, bytes: 1_000 });
  const many = Array.from({ length: 5_000 }, (_, id) => one(id, 10));
  assert.equal(nextBatch(many).length, 2_000);
  assert.deepEqual(
    nextBatch([one(1, 90_000_000), one(2, 1)]).map(({ id }) => id),
    [1],
  );
  assert.equal(nextBatch([one(1, 30_000_000), one(2, 30_000_000)]).length, 1);
  assert.deepEqual(nextBatch([]), []);
});

test('init twice keeps the key; without it nothing is packed', async (t) => {
  const state = folder(t);
  const before = await run('pack', '--state', state, '--out', join(state, 'out'));
  assert.equal(before.exit, 1);
  assert.match(before.stderr, /init/);
  const first = await run('init', '--state', state);
  assert.equal((await run('init', '--state', state)).stdout, first.stdout);
  assert.ok(parseCollectorKey(first.stdout));
  assert.equal(parseCollectorKey(first.stdout.replace('+', '+0')), null);
});

test('wrong usage and wrong configuration are told in both languages', async (t) => {
  for (const argv of [[], ['run'], ['fly', '--state', 'x'], ['pack', '--state', tmpdir()]]) {
    const { exit, stderr } = await run(...argv);
    assert.ok(exit !== 0 && stderr.length > 0, argv.join(' '));
  }
  const size = await run('pack', '--state', folder(t), '--out', 'x', '--piece-size', 'big');
  assert.equal(size.exit, 2);
  assert.equal((await run('--help')).exit, 0);
  const state = folder(t);
  await run('init', '--state', state);
  const write = (value: unknown) =>
    writeFileSync(join(state, 'collector.json'), JSON.stringify(value));
  write({
    contact: 'test',
    sources: [{ name: 'A B', kind: 'feed', url: 'file:///etc/passwd' }],
    words: ['mật'],
  });
  const wrong = await run('run', '--state', state);
  assert.equal(wrong.exit, 1);
  assert.match(wrong.stderr, /sources\.0\.name/);
  assert.match(wrong.stderr, / \/ /);
  write({ sources: [] });
  const { stderr } = await run('run', '--state', state);
  assert.match(stderr, /^contact: Chưa có mục này \/ This is missing$/m);
  const source = { name: 'a', kind: 'page', url: 'https://a.example/' };
  write({ contact: 'test', sources: [source, source] });
  assert.match((await run('run', '--state', state)).stderr, /Hai nguồn cùng tên/);
});
