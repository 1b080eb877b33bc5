import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { getEventListeners } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { drawLines } from '../adapters/extract/testing/picture-maker.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { publicationRoutes } from '../server/http/publication-routes.ts';
import { answering } from '../testkit/cli/answering.ts';
import { CLEAN_NEWS, LEAKING_NEWS, type LeakHouse, leakHouse } from '../testkit/leak.ts';
import { until } from '../testkit/process-tree.ts';
import type { Call, CallFailed } from './call.ts';
import { runCheck } from './check.ts';
import { watchFolder } from './check-watch.ts';
import { callInto, freshFolder, runWith } from './testing/console.ts';

const run = (house: LeakHouse, argv: readonly string[], stop = new AbortController().signal) =>
  runWith(answering(publicationRoutes(house.parts)), (io, reach) =>
    runCheck(argv, io, { reach, stop }),
  );

test('the exit code tells a build whether something touches, the text never what', async (t) => {
  const house = await leakHouse(t);
  const site = freshFolder(t);
  mkdirSync(join(site, 'tin'));
  const clean = join(site, 'index.html');
  const leak = join(site, 'tin', 'bai.html');
  writeFileSync(clean, `<html><body><p>${CLEAN_NEWS}</p></body></html>`);
  const first = await run(house, [site]);
  assert.deepEqual([first.exit, first.stderr], [0, '']);
  writeFileSync(leak, `<html><body><p>${LEAKING_NEWS}</p></body></html>`);
  const second = await run(house, [site]);
  assert.equal(second.exit, 8);
  assert.equal(
    second.stdout,
    `${clean}: không thấy gì\n${leak}: CHẠM nội dung được bảo vệ\n` +
      '1 không thấy gì, 1 có chạm, 0 không đọc được\n',
  );
  assert.ok(!second.stdout.includes('ứng viên'));
});

test('for machines the same as JSON; what cannot be read is no clean file', async (t) => {
  const house = await leakHouse(t);
  const site = freshFolder(t);
  writeFileSync(join(site, 'a.txt'), CLEAN_NEWS);
  writeFileSync(join(site, 'b.pdf'), '%PDF-1.7 x');
  const missing = join(site, 'c.txt');
  const { exit, stdout } = await run(house, [site, missing, '--json']);
  assert.equal(exit, 1);
  const { files, clean, touches, unread } = JSON.parse(stdout);
  assert.deepEqual([clean, touches, unread], [1, 0, 2]);
  assert.deepEqual(
    files.map(({ verdict }: { verdict: string }) => verdict),
    ['clean', 'unread', 'unread'],
  );
  assert.deepEqual(files[0].characters, CLEAN_NEWS.length);
});

test('a real site can be clean: its fonts, marks and photographs are no words', async (t) => {
  const house = await leakHouse(t);
  const site = freshFolder(t);
  writeFileSync(join(site, 'index.html'), `<!doctype html><html><p>${CLEAN_NEWS}</p></html>`);
  writeFileSync(join(site, 'chu.woff2'), Buffer.alloc(400, 1));
  writeFileSync(join(site, '.nojekyll'), '');
  writeFileSync(join(site, 'anh.png'), drawLines([]).toBuffer('image/png'));
  const { exit, stdout } = await run(house, [site, '--json']);
  assert.deepEqual([exit, JSON.parse(stdout).clean], [0, 3]);
  const data = JSON.stringify({ text: LEAKING_NEWS });
  const escaped = data.replace(/[^ -~]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  writeFileSync(join(site, 'tin.json'), escaped);
  assert.equal((await run(house, [site])).exit, 8);
});

test('wrong words and a sealed vault have exits of their own', async (t) => {
  const house = await leakHouse(t);
  assert.equal((await run(house, [])).exit, 2);
  assert.equal((await run(house, ['x', '--watch', 'y'])).exit, 2);
  const file = join(freshFolder(t), 'a.txt');
  writeFileSync(file, CLEAN_NEWS);
  house.parts.seal.seal();
  await assert.rejects(run(house, [file]), (error: CallFailed) => error.exit === 7);
});

test('a watched folder gets a verdict for each file, and again when it changes', async (t) => {
  const house = await leakHouse(t);
  const [inside, out] = [freshFolder(t), freshFolder(t)];
  const file = join(inside, 'thong-cao.txt');
  const verdict = join(out, 'thong-cao.txt.verdict.json');
  const stopping = new AbortController();
  const argv = ['--watch', inside, '--out', out, '--every', '0.05'];
  const watching = run(house, argv, stopping.signal);
  const says = (word: string) => () =>
    existsSync(verdict) && JSON.parse(readFileSync(verdict, 'utf8')).verdict === word;
  writeFileSync(file, CLEAN_NEWS);
  await until(says('clean'), 'the first verdict');
  writeFileSync(file, LEAKING_NEWS);
  await until(says('touches'), 'the verdict of the changed file');
  assert.equal(readFileSync(file, 'utf8'), LEAKING_NEWS);
  stopping.abort();
  assert.equal((await watching).exit, 0);
});

test('a verdict names the bytes that were judged; a vanished file ends no watch', async (t) => {
  const house = await leakHouse(t);
  const [inside, out] = [freshFolder(t), freshFolder(t)];
  const stopping = new AbortController();
  const into = callInto(answering(publicationRoutes(house.parts)));
  const files = ['doi.txt', 'mat.txt', 'sau.txt'].map((name) => join(inside, name));
  const [changing = '', vanishing = '', last = ''] = files;
  for (const file of files) writeFileSync(file, CLEAN_NEWS);
  let calls = 0;
  // While the house judges, the first file becomes another and the second is taken away.
  const call = (async (endpoint: Endpoint, request: object) => {
    calls += 1;
    if (calls === 1) writeFileSync(changing, LEAKING_NEWS);
    if (calls === 2) rmSync(vanishing);
    return into(endpoint as never, request as never);
  }) as Call;
  const watching = watchFolder({
    ...{ folder: inside, out, everyMs: 20, call, tell: () => {}, stop: stopping.signal },
  });
  const verdictOf = (file: string) => {
    const path = join(out, `${basename(file)}.verdict.json`);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
  };
  await until(() => verdictOf(last) !== null, 'the last file is judged');
  const clean = createHash('sha256').update(CLEAN_NEWS).digest('hex');
  assert.deepEqual([verdictOf(vanishing).verdict, verdictOf(vanishing).sha256], ['clean', clean]);
  await until(() => verdictOf(changing).verdict === 'touches', 'the changed file is judged again');
  const leak = createHash('sha256').update(LEAKING_NEWS).digest('hex');
  assert.equal(verdictOf(changing).sha256, leak);
  const heard = getEventListeners(stopping.signal, 'abort').length;
  assert.ok(heard <= 1, `${heard} listeners wait for the end`);
  stopping.abort();
  await watching;
});
