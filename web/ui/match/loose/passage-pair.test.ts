import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Resemblance } from '../../../../contract/publication/publication.ts';
import { beyondMatches, documentExcerpt } from './passage-pair.ts';

const resemblance = (articleStart: number, articleEnd: number): Resemblance => ({
  kind: 'place',
  articleStart,
  articleEnd,
  docStart: 200,
  docEnd: 210,
  score: 0.8,
  articleText: '',
  documentBefore: 'nửa chữ trước ',
  documentText: 'Đoạn giữa.',
  documentAfter: ' rồi thêm vài chữ',
  rare: [],
});
const span = (articleStart: number, articleEnd: number) => ({ articleStart, articleEnd });

test('a resemblance mostly told by matches is left out, overlapping matches counted once', () => {
  const [inside, half, free] = [resemblance(0, 100), resemblance(200, 300), resemblance(400, 500)];
  const matches = [span(0, 40), span(10, 60), span(250, 320), span(500, 600)];
  assert.deepEqual(beyondMatches([inside, half, free], matches), [half, free]);
  assert.deepEqual(beyondMatches([inside], [span(0, 50), span(20, 50)]), [inside]);
});

test('the words of the document are marked within those around them', () => {
  const { text, start, end } = documentExcerpt(resemblance(0, 10));
  assert.equal(text.slice(start, end), 'Đoạn giữa.');
  assert.ok(text.startsWith('…chữ trước') && text.endsWith('vài…'), text);
});
