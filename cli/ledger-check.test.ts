import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runLedgerCheck } from './ledger-check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'vectors/ledger/sample');
const vkey = readFileSync(join(sample, 'vkey'), 'utf8').trim();

/** A copy of the sample export of 15 entries, to be spoilt. */
function copyOfSample(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-check-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(sample, folder, { recursive: true });
  return folder;
}

async function run(argv: string[], env: { [name: string]: string } = {}) {
  const said = { out: '', err: '' };
  const code = await runLedgerCheck(argv, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    env,
  });
  return { code, ...said };
}

function flipByte(path: string, position: number): void {
  const content = readFileSync(path);
  content.writeUInt8(content.readUInt8(position) ^ 1, position);
  writeFileSync(path, content);
}

const ROOT = readFileSync(join(sample, 'checkpoint'), 'utf8').split('\n')[2];

test('a good ledger: exit 0, with origin, size and root, in Vietnamese by default', async () => {
  const good = `  nguồn gốc: so-cai.example/sample\n  số mục: 15\n  gốc cây: ${ROOT}\n`;
  assert.deepEqual(await run([sample, '--vkey', vkey]), {
    code: 0,
    out: `Sổ cái nguyên vẹn\n${good}`,
    err: '',
  });
  const fromFile = await run([sample, '--vkey', join(sample, 'vkey')]);
  assert.equal(fromFile.code, 0);
});

test('English by --lang or by LANG', async () => {
  const head = `  origin: so-cai.example/sample\n  size: 15\n  root: ${ROOT}\n`;
  const good = `The ledger is intact\n${head}`;
  assert.equal((await run([sample, '--vkey', vkey, '--lang', 'en'])).out, good);
  assert.equal((await run([sample, '--vkey', vkey], { LANG: 'en_US.UTF-8' })).out, good);
  const vietnamese = await run([sample, '--vkey', vkey, '--lang', 'vi'], { LANG: 'en_US.UTF-8' });
  assert.match(vietnamese.out, /nguyên vẹn/);
});

/** Each row: what is done to the export, and the one line that says so. */
const SPOILT: [string, (folder: string) => void, RegExp][] = [
  [
    'an entry changed',
    (folder) => flipByte(join(folder, 'tile/entries/000.p/15'), 40),
    /: entry 2 in tile\/entries\/000\.p\/15: does not fit tile\/0\/000\.p\/15 and the signed root$/,
  ],
  [
    'a tile changed',
    (folder) => flipByte(join(folder, 'tile/0/000.p/15'), 133),
    /: tile\/0\/000\.p\/15 byte 133: differs from what the entries give$/,
  ],
  [
    'the size in the checkpoint changed',
    (folder) => flipByte(join(folder, 'checkpoint'), 23),
    /: checkpoint: the signature is wrong$/,
  ],
  [
    'the checkpoint gone',
    (folder) => rmSync(join(folder, 'checkpoint')),
    /: checkpoint: no such file$/,
  ],
  [
    'the entries gone',
    (folder) => rmSync(join(folder, 'tile/entries'), { recursive: true }),
    /: tile\/entries\/000\.p\/15: file missing$/,
  ],
  [
    'a file too many',
    (folder) => writeFileSync(join(folder, 'tile/0/001.p'), 'x'),
    /: tile\/0\/001\.p: file that does not belong here$/,
  ],
  [
    'an empty folder too many',
    (folder) => mkdirSync(join(folder, 'tile/1')),
    /: tile\/1\/: file that does not belong here$/,
  ],
  [
    'a file name that would steer the terminal',
    (folder) => writeFileSync(join(folder, 'tile/\u001b[2J'), 'x'),
    /: tile\/\ufffd\[2J: file that does not belong here$/,
  ],
  [
    'a link in place of a tile',
    (folder) => {
      rmSync(join(folder, 'tile/0/000.p/15'));
      symlinkSync(join(sample, 'tile/0/000.p/15'), join(folder, 'tile/0/000.p/15'));
    },
    /: tile\/0\/000\.p\/15: file missing$/,
  ],
  [
    'bytes after the last entry',
    (folder) => appendFileSync(join(folder, 'tile/entries/000.p/15'), 'x'),
    /: tile\/entries\/000\.p\/15: more bytes after the last entry$/,
  ],
];

for (const [what, spoil, line] of SPOILT) {
  test(`exit 1, and the place is named: ${what}`, async (t) => {
    const folder = copyOfSample(t);
    spoil(folder);
    const english = await run([folder, '--vkey', vkey, '--lang', 'en']);
    assert.equal(english.code, 1);
    assert.equal(english.out, '');
    assert.match(english.err.trimEnd(), line);
    const vietnamese = await run([folder, '--vkey', vkey]);
    assert.equal(vietnamese.code, 1);
    assert.match(vietnamese.err, /^SỔ CÁI KHÔNG NGUYÊN VẸN: /);
  });
}

test('a file that cannot be read is exit 1 and named', async (t) => {
  const folder = copyOfSample(t);
  rmSync(join(folder, 'checkpoint'));
  mkdirSync(join(folder, 'checkpoint'));
  const { code, err } = await run([folder, '--vkey', vkey]);
  assert.equal(code, 1);
  assert.match(err, /^Không đọc được .* \(EISDIR\)\n$/);
});

test('wrong usage is exit 2 with the usage', async () => {
  for (const argv of [
    [],
    [sample],
    ['--vkey', vkey],
    [sample, sample, '--vkey', vkey],
    [join(sample, 'no-such-folder'), '--vkey', vkey],
    [sample, '--vkey', vkey, '--lang', 'fr'],
    [sample, '--vkey', vkey, '--unknown'],
  ]) {
    const { code, err } = await run(argv);
    assert.equal(code, 2, argv.join(' '));
    assert.match(err, /^Cách dùng: /);
  }
  const badKey = await run([sample, '--vkey', `${vkey}x`]);
  assert.equal(badKey.code, 2);
  assert.match(badKey.err, /^Khóa kiểm chứng không đọc được/);
});

test('a bare machine needs Node, these sources and one hashing package', (t) => {
  const bare = mkdtempSync(join(tmpdir(), 'bare-machine-'));
  t.after(() => rmSync(bare, { recursive: true, force: true }));
  const isSource = (path: string) => !path.endsWith('.test.ts');
  for (const path of ['core/ledger', 'core/common', 'node_modules/@noble/hashes']) {
    cpSync(join(root, path), join(bare, path), { recursive: true, filter: isSource });
  }
  for (const file of readdirSync(join(root, 'cli')).filter((name) => name.startsWith('ledger-'))) {
    if (isSource(file)) cpSync(join(root, 'cli', file), join(bare, 'cli', file));
  }
  writeFileSync(join(bare, 'package.json'), '{ "type": "module" }');
  const argv = ['cli/ledger-check.ts', sample, '--vkey', vkey];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: bare,
    env: {},
    encoding: 'utf8',
  });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  assert.match(stdout, /^Sổ cái nguyên vẹn\n/);
});
