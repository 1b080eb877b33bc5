import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { lanAuthority } from '../../adapters/timestamp/lan-authority.ts';
import { checkTimeStamp } from '../../adapters/timestamp/time-stamp.ts';
import { checkPackage } from '../../core/evidence/check-package.ts';
import { evidenceCase, packageFiles } from '../../testkit/evidence-case.ts';
import { leakHouse } from '../../testkit/leak.ts';
import { opensslAuthority } from '../../testkit/openssl-authority.ts';
import { countUnfound, readerOf } from '../../testkit/tamper.ts';
import { ledgerProver, runEvidenceCheck } from './evidence-check.ts';

type Life = Parameters<typeof leakHouse>[0];
type Files = ReadonlyMap<string, Uint8Array>;

async function madePackage(t: Life, stamped: boolean) {
  const house = await leakHouse(t);
  const photographer = { photograph: async () => ({ png: null, warnings: [] }) };
  const timeStamper = stamped
    ? lanAuthority({ ...(await opensslAuthority(t)), random: house.randomness.bytes })
    : house.parts.timeStamper;
  const parts = { ...house.parts, photographer, timeStamper };
  const files = await packageFiles(parts, house.officer, await evidenceCase(house));
  return { files, vkey: parts.ledgerSigner.vkey };
}

function writePackage(t: { after(done: () => void): void }, files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-package-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

async function run(words: readonly string[]) {
  const out: string[] = [];
  const write = (text: string) => out.push(text);
  const io = { stdout: { write }, stderr: { write }, env: { LANG: 'en_US.UTF-8' } };
  const code = await runEvidenceCheck(words, io, checkTimeStamp);
  return { code, said: out.join('') };
}

test('a package is whole until a byte, name or file of it changes, which is named', async (t) => {
  const { files, vkey } = await madePackage(t, false);
  const whole = checkPackage({ reader: readerOf(files), vkey, prover: ledgerProver });
  assert.deepEqual(whole.findings, []);
  assert.equal(whole.files, files.size);
  const unfound = countUnfound(files, { vkey, prover: ledgerProver, changes: 400, seed: 7 });
  assert.deepEqual(unfound, []);
});

test('every byte of the seal and of the lists counts', async (t) => {
  const { files, vkey } = await madePackage(t, false);
  const lists = ['bagit.txt', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
  for (const path of [...files.keys()].filter((each) => /^seal\//.test(each)).concat(lists)) {
    const bytes = files.get(path) ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 5) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x02;
      const reader = readerOf(new Map([...files, [path, changed]]));
      const { findings } = checkPackage({ reader, vkey, prover: ledgerProver });
      assert.ok(
        findings.some((finding) => finding.path === path),
        `${path} byte ${at}: ${JSON.stringify(findings)}`,
      );
    }
  }
});

test('a package made over by another ledger is found by the key, not by itself', async (t) => {
  const { files } = await madePackage(t, false);
  const other = await madePackage(t, false);
  const check = (vkey: string | null) =>
    checkPackage({ reader: readerOf(files), vkey, prover: ledgerProver }).findings;
  assert.deepEqual(check(null), []);
  assert.ok(check(other.vkey).some(({ path }) => path === 'seal/vkey'));
});

test('sha256sum, openssl and the checker inside find it whole, and then not', async (t) => {
  const { files, vkey } = await madePackage(t, true);
  const folder = writePackage(t, files);
  const tool = (name: string, args: readonly string[], cwd = folder) =>
    spawnSync(name, args, { cwd, encoding: 'utf8' }).status;
  const piece = join(folder, 'data/evidence/1');
  const stamp = ['-data', 'SHA256SUMS', '-in', 'SHA256SUMS.tsr', '-CAfile', 'tsa-ca.pem'];
  const verdicts = () => [
    tool('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt']),
    tool('sha256sum', ['-c', '--quiet', 'tagmanifest-sha256.txt']),
    tool('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], piece),
    tool('openssl', ['ts', '-verify', ...stamp], piece),
    tool(process.execPath, ['check.mjs', '--vkey', vkey]),
  ];
  assert.deepEqual(verdicts(), [0, 0, 0, 0, 0]);
  const good = await run([folder, '--vkey', vkey]);
  assert.equal(good.code, 0, good.said);
  assert.match(good.said, /the time-stamp is right/);
  const sums = join(piece, 'SHA256SUMS');
  const text = readFileSync(sums, 'utf8');
  writeFileSync(sums, text.replace('capture.warc', 'capture.warx'));
  assert.deepEqual(verdicts(), [1, 0, 1, 1, 1]);
  const bad = await run([folder, '--vkey', vkey]);
  assert.equal(bad.code, 1);
  assert.match(bad.said, /data\/evidence\/1\/SHA256SUMS: the content was changed/);
});

test('every command of the papers inside does what it says, good and bad', async (t) => {
  const { files, vkey } = await madePackage(t, true);
  const folder = writePackage(t, files);
  const commandsOf = (paper: string): readonly string[] =>
    readFileSync(join(folder, paper), 'utf8')
      .split('\n')
      .filter((line) => /^ {3}(sha256sum|node|\(cd) /.test(line))
      .map((line) => line.trim().replace(/--vkey "[^"]+"/, `--vkey "${vkey}"`));
  const english = commandsOf('README.txt');
  assert.deepEqual(commandsOf('DOC-TRUOC.txt'), english);
  assert.ok(english.length >= 5, english.join('\n'));
  const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`;
  const run = (command: string) =>
    spawnSync('sh', ['-c', command], { cwd: folder, env: { PATH } }).status;
  assert.deepEqual(
    english.map(run),
    english.map(() => 0),
  );
  writeFileSync(join(folder, 'data/evidence/1/SHA256SUMS'), 'khác\n');
  // The hash of the tag manifest is compared by eye with what was written down.
  const silent = english.filter((command) => run(command) === 0);
  assert.deepEqual(silent, ['sha256sum tagmanifest-sha256.txt']);
});

test('wrong words end with the usage, a missing key with a warning', async (t) => {
  const { files } = await madePackage(t, false);
  const folder = writePackage(t, files);
  assert.equal((await run(['/nowhere'])).code, 2);
  assert.equal((await run([folder, '--vkey', 'nonsense'])).code, 2);
  const nowhere = await run([folder, '--ca', join(folder, 'nowhere.pem')]);
  assert.deepEqual([nowhere.code, /certificate/.test(nowhere.said)], [2, true]);
  assert.equal((await run(['--help'])).code, 0);
  const unkeyed = await run([folder]);
  assert.equal(unkeyed.code, 0);
  assert.match(unkeyed.said, /No key was given/);
});
