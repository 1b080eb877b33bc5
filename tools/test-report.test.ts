import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { TestCounts } from './test-report.ts';

const REPORTER = join(import.meta.dirname, 'test-report.ts');

/** Runs one planted test file as `check.ts` does; gives what was told and counted. */
function runPlanted(t: TestContext, body: string): { text: string; counts: TestCounts | null } {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-report-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [file, counts] = [join(folder, 'a.test.mjs'), join(folder, 'counts.json')];
  writeFileSync(file, `import { test } from 'node:test';\n${body}\n`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const options = ['--test', '--test-isolation=none', '--test-timeout=500'];
  const run = spawnSync(process.execPath, [...options, `--test-reporter=${REPORTER}`, file], {
    env: { ...env, TEST_COUNTS: counts },
    encoding: 'utf8',
  });
  const told = existsSync(counts) ? (JSON.parse(readFileSync(counts, 'utf8')) as TestCounts) : null;
  return { text: run.stdout, counts: told };
}

test('a failure is told with its name and its words, and counted', (t) => {
  const body = "test('good', () => {}); test('bad', () => { throw new Error('the reason'); });";
  const { text, counts } = runPlanted(t, body);
  assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
  assert.match(text, /✗ bad/);
  assert.match(text, /the reason/);
  assert.doesNotMatch(text, /good/);
});

test('a skipped test is told with its reason', (t) => {
  const { text, counts } = runPlanted(t, "test('later', (t) => t.skip('no texts here'));");
  assert.deepEqual(counts, { passed: 0, failed: 0, skipped: 1 });
  assert.match(text, /skipped: later \(no texts here\)/);
});

test('a file that does not load is a failure', (t) => {
  assert.deepEqual(runPlanted(t, "import './gone.mjs';").counts, {
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});

test('a test that never ends is a failure', (t) => {
  const { counts } = runPlanted(t, "test('hangs', () => new Promise(() => {}));");
  assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
});

test('an error that comes after the end of its test is a failure', (t) => {
  const late = "setTimeout(() => { throw new Error('late'); }, 20);";
  const next = "test('b', () => new Promise((done) => setTimeout(done, 99)));";
  const body = `test('a', () => { ${late} });\n${next}`;
  const { text, counts } = runPlanted(t, body);
  assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 0 });
  assert.match(text, /late/);
});
