import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articlesOf, extractionOf, pageOf, passagesOf, readingOf } from './answers.ts';
import type { ChildRun, StopCode } from './child.ts';
import { BadFrame, encodeFrame, type Frame, frameReader } from './worker/frames.ts';

function run(frames: readonly Frame[], stop?: StopCode): ChildRun {
  return { pid: 1, frames, stop, peakRssBytes: 0, wallMs: 0 };
}

function frame(header: unknown, body = ''): Frame {
  return { header, body: Buffer.from(body) };
}

const GOOD = { type: 'extraction', kind: 'pdf', pageBytes: [3], warnings: [], final: true };

test('frames come back whole from chunks of any size', () => {
  const bytes = Buffer.concat([
    encodeFrame({ a: 1 }, Buffer.from('mật')),
    encodeFrame({ a: 2 }, Buffer.alloc(0)),
  ]);
  for (const size of [1, 7, bytes.length]) {
    const read = frameReader(100);
    const frames: Frame[] = [];
    for (let at = 0; at < bytes.length; at += size)
      frames.push(...read(bytes.subarray(at, at + size)));
    assert.deepEqual(
      frames.map(({ header }) => header),
      [{ a: 1 }, { a: 2 }],
    );
    assert.equal(Buffer.from(frames[0]?.body ?? []).toString(), 'mật');
  }
});

test('a frame longer than allowed, or not JSON, is refused before it is kept', () => {
  const long = Buffer.alloc(8, 0xff);
  assert.throws(() => frameReader(100)(long), BadFrame);
  const broken = Buffer.concat([
    encodeFrame({}, Buffer.alloc(0)).subarray(0, 8),
    Buffer.from('{{'),
  ]);
  assert.throws(() => frameReader(100)(broken), BadFrame);
});

test('a reader taken over cannot invent kinds, codes, warnings or lengths', () => {
  const died = { ok: false, code: 'process-died' };
  const lies = [
    { ...GOOD, kind: 'exe' },
    { ...GOOD, pageBytes: [4] },
    { ...GOOD, pageBytes: [-1] },
    { ...GOOD, pageBytes: 'x' },
    { type: 'failure', code: 'all-is-well', detail: '<b>' },
    null,
    7,
  ];
  for (const lie of lies) assert.deepEqual(extractionOf(run([frame(lie, 'abc')])), died);
  const odd = extractionOf(run([frame({ ...GOOD, warnings: ['x', 'text-by-ocr'] }, 'abc')]));
  assert.ok(odd.ok);
  assert.deepEqual(odd.value.warnings, ['text-by-ocr']);
});

test('what was read before recognition holds when recognition is cut off', () => {
  const interim = frame({ ...GOOD, final: false, warnings: ['no-text-layer'] }, 'abc');
  assert.equal(extractionOf(run([interim], 'time-limit')).ok, true);
  assert.deepEqual(extractionOf(run([interim])), { ok: false, code: 'process-died' });
});

test('a picture that is no PNG is not passed on', () => {
  const outcome = pageOf(run([frame({ type: 'page', pages: 1 }, '<svg onload=alert(1)>')]));
  assert.deepEqual(outcome, { ok: false, code: 'process-died' });
});

test('articles read before the end came are kept, and the rest is named', () => {
  const frames = [
    frame({ type: 'raw', id: 1 }, 'raw'),
    frame(
      { type: 'article', rawId: 1, source: 'a\u202e\n', url: 'javascript:x', mediaType: 'x' },
      't',
    ),
  ];
  const outcome = articlesOf(run(frames, 'memory-limit'), 'a.zip');
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.rejected, [{ name: 'a.zip', code: 'memory-limit' }]);
  const [article] = outcome.value;
  assert.equal(article?.source, 'a ');
  assert.equal(article?.url, null);
  assert.equal(article?.mediaType, 'application/octet-stream');
  assert.deepEqual(articlesOf(run([], 'time-limit'), 'a'), { ok: false, code: 'time-limit' });
});

test('of a copy mark only numbers within their bounds are passed on', () => {
  const died = { ok: false, code: 'process-died' };
  const good = { line: 3, slot: 1, steps: -0.8 };
  const answer = (header: object) => readingOf(run([frame({ type: 'copy-mark', ...header })]));
  const told = answer({ ok: true, lines: 4, readings: [{ ...good, name: 'Nguyễn' }] });
  assert.deepEqual(told, { ok: true, value: { ok: true, lines: 4, readings: [good] } });
  const why = answer({ ok: false, why: 'no-lines' });
  assert.deepEqual(why, { ok: true, value: { ok: false, why: 'no-lines' } });
  const lies = [
    { ok: false, why: 'copy 3' },
    { ok: true, lines: 4, readings: 'x' },
    { ok: true, lines: -1, readings: [] },
    { ok: true, lines: 4, readings: [null] },
    { ok: true, lines: 4, readings: [{ ...good, steps: 1e9 }] },
    { ok: true, lines: 4, readings: [{ ...good, steps: 'NaN' }] },
    { ok: true, lines: 4, readings: [{ ...good, line: 128 }] },
    // One place counted twice would count for two.
    { ok: true, lines: 4, readings: [good, good] },
  ];
  for (const lie of lies) assert.deepEqual(answer(lie), died);
});

test('of two texts compared only places within them are passed on', () => {
  const texts = { document: 'x'.repeat(20), text: 'x'.repeat(10) };
  const places = { articleStart: 0, articleEnd: 10, docStart: 7, docEnd: 20 };
  const good = { kind: 'place', ...places, score: 0.7 };
  const answer = (...passages: unknown[]) =>
    passagesOf(run([frame({ type: 'passages', passages })]), texts);
  assert.deepEqual(answer({ ...good, words: 'mật' }), { ok: true, value: [good] });
  const lies = [
    null,
    { ...good, kind: 'leak' },
    { ...good, score: 2 },
    { ...good, articleEnd: 11 },
    { ...good, docStart: 21, docEnd: 20 },
    { ...good, docStart: -1 },
    { ...good, articleStart: '0' },
  ];
  for (const lie of lies) assert.deepEqual(answer(good, lie), { ok: false, code: 'process-died' });
});
