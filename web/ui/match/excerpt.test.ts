import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutAtMatches, excerptAround, mergeSpans } from './excerpt.ts';

const span = (articleStart: number, articleEnd: number) => ({ articleStart, articleEnd });

test('the pieces of a text, put together, are the text again', () => {
  const text = 'Bầu cử 🗳️ ngày 15/3, bí mật.';
  const spans = [span(9, 12), span(0, 3), span(2, 5), span(20, 999)];
  const pieces = cutAtMatches(text, spans);
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.deepEqual(
    pieces.filter(({ match }) => match !== null).map(({ match }) => match),
    [0, 1, 2],
  );
});

test('spans that overlap are marked once, neighbours stay two', () => {
  assert.deepEqual(mergeSpans([span(5, 9), span(0, 6), span(9, 12)], 20), [
    [0, 9],
    [9, 12],
  ]);
});

test('a span that is empty, turned round or outside the text marks nothing', () => {
  assert.deepEqual(mergeSpans([span(3, 3), span(7, 2), span(50, 60), span(-5, 0)], 10), []);
});

test('an excerpt marks exactly the match and cuts its surroundings between words', () => {
  const text = `${'đầu '.repeat(60)}ĐOẠN TRÙNG${' cuối'.repeat(60)}`;
  const at = text.indexOf('ĐOẠN');
  const { text: cut, start, end } = excerptAround(text, span(at, at + 10));
  assert.equal(cut.slice(start, end), 'ĐOẠN TRÙNG');
  assert.match(cut, /^…đầu /u);
  assert.match(cut, / cuối…$/u);
  assert.ok(cut.length < 180);
});

test('a match at the edge of a text has no ellipsis there', () => {
  assert.deepEqual(excerptAround('ngắn', span(0, 4)), { text: 'ngắn', start: 0, end: 4 });
});
