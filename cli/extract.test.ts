import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openExtractor } from '../adapters/extract/extractor.ts';
import { runExtract } from './extract.ts';

const folder = mkdtempSync(join(tmpdir(), 'niemphong-extract-'));
after(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  let stdout = '';
  let stderr = '';
  const io = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  };
  const exit = await runExtract(argv, io, openExtractor());
  return { exit, stdout, stderr };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('the text goes to standard output, warnings in both languages beside it', async () => {
  const { exit, stdout, stderr } = await run(file('a.txt', 'Độc lập\nTự do'));
  assert.equal(exit, 0);
  assert.equal(stdout, 'Độc lập\nTự do\n');
  assert.match(stderr, /ước tính.* \/ .*estimate/);
});

test('--json gives kind, text, pages and warnings', async () => {
  const { exit, stdout } = await run(file('b.txt', 'Độc lập'), '--json');
  assert.equal(exit, 0);
  assert.deepEqual(JSON.parse(stdout), {
    kind: 'txt',
    text: 'Độc lập',
    pages: 1,
    warnings: ['pages-estimated'],
  });
});

test('a broken, missing, empty or huge file or a folder: a code and exit 1', async () => {
  const huge = file('huge', '');
  truncateSync(huge, 200_000_000);
  for (const [path, code] of [
    [file('broken.docx', 'PK\x03\x04broken'), 'file-unreadable'],
    [join(folder, 'none'), 'file-missing'],
    [file('empty', ''), 'file-empty'],
    [huge, 'file-too-large'],
    [folder, 'file-is-folder'],
  ] as const) {
    const { exit, stdout } = await run(path, '--json');
    const answer = JSON.parse(stdout) as { code: string; message: string };
    assert.equal(answer.code, code);
    assert.match(answer.message, / \/ /);
    assert.equal(exit, 1);
    const plain = await run(path);
    assert.equal(plain.stdout, '');
    assert.ok(plain.stderr.startsWith(code), plain.stderr);
  }
});

test('a text cannot steer the terminal', async () => {
  const { stdout } = await run(file('c.txt', `a${'\u001b'}[2Jb and more words to be text`));
  assert.ok(!stdout.includes('\u001b'));
});

test('wrong usage is exit 2, --help is exit 0; both show how', async () => {
  for (const argv of [[], ['a', 'b'], ['--what']]) {
    const { exit, stderr } = await run(...argv);
    assert.equal(exit, 2);
    assert.match(stderr, /Cách dùng \/ Usage/);
  }
  const help = await run('--help');
  assert.equal(help.exit, 0);
  assert.match(help.stdout, /Cách dùng \/ Usage/);
});
