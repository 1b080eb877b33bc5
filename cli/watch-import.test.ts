import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { watchRoutes } from '../server/http/watch-routes.ts';
import { answering } from '../testkit/cli/answering.ts';
import { CLEAN_NEWS, LEAKING_NEWS, type LeakHouse, leakHouse } from '../testkit/leak.ts';
import { freshFolder, runWith } from './testing/console.ts';
import { runWatchImport } from './watch-import.ts';

const run = (house: LeakHouse, argv: readonly string[], env: Record<string, string> = {}) =>
  runWith(answering(watchRoutes(house.parts)), (io, reach) => runWatchImport(argv, io, reach), env);

test('each file is told in counts, in Vietnamese unless English is asked for', async (t) => {
  const house = await leakHouse(t);
  const leak = join(freshFolder(t), 'lo.txt');
  writeFileSync(leak, LEAKING_NEWS);
  const clean = join(freshFolder(t), 'sach.jsonl');
  writeFileSync(clean, `${JSON.stringify({ text: CLEAN_NEWS })}\n{"\u001b[2J`);
  const first = await run(house, [leak, clean]);
  assert.equal(first.exit, 0);
  assert.equal(
    first.stdout,
    `${leak}: đã lấy 1, trùng khớp 1, đã có 0, lỗi 0\n` +
      `${clean}: đã lấy 1, trùng khớp 0, đã có 0, lỗi 1\n`,
  );
  assert.match(first.stderr, /^ {2}sach\.jsonl:2: file-unreadable: /m);
  const counts = `${leak}: taken 0, matched 0, duplicates 1, rejected 0\n`;
  assert.equal((await run(house, [leak, '--lang', 'en'])).stdout, counts);
  assert.equal((await run(house, [leak], { LANG: 'en_GB.UTF-8' })).stdout, counts);
});

test('a file that is missing or no capture is named, and the others are taken', async (t) => {
  const house = await leakHouse(t);
  const inside = freshFolder(t);
  const broken = join(inside, 'a.pdf');
  writeFileSync(broken, '%PDF-1.7');
  const good = join(inside, 'b.txt');
  writeFileSync(good, CLEAN_NEWS);
  const missing = join(inside, 'c.txt');
  const { exit, stdout, stderr } = await run(house, [missing, inside, broken, good]);
  assert.equal(exit, 1);
  assert.equal(stdout, `${good}: đã lấy 1, trùng khớp 0, đã có 0, lỗi 0\n`);
  assert.ok(stderr.includes(`${missing}: không có tệp này`));
  assert.ok(stderr.includes(`${inside}: đây không phải là tệp thường`));
  assert.ok(stderr.includes(`${broken}: `));
});

test('a sealed vault ends the command with its own exit code', async (t) => {
  const house = await leakHouse(t);
  house.parts.seal.seal();
  const file = join(freshFolder(t), 'a.txt');
  writeFileSync(file, CLEAN_NEWS);
  const { exit, stderr } = await run(house, [file, file]);
  assert.equal(exit, 7);
  assert.equal(stderr.split('\n').length, 2);
  assert.match(stderr, /niêm phong/);
});

test('wrong usage shows how it goes, and help is no mistake', async (t) => {
  const house = await leakHouse(t);
  for (const argv of [[], ['a.txt', '--lang', 'fr'], ['--what']]) {
    const { exit, stdout, stderr } = await run(house, argv);
    assert.deepEqual([exit, stdout], [2, '']);
    assert.match(stderr, /niemphong watch import FILE/);
  }
  assert.equal((await run(house, ['--help'])).exit, 0);
});
