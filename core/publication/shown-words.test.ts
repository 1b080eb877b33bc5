import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinHidden, shownWords } from './shown-words.ts';

test('what is shown can be told from what is not, whatever signs either holds', () => {
  const words = joinHidden('Trang một\fTrang hai', 'Chú thích\fTệp nhúng');
  assert.ok(words.includes('Chú thích') && words.includes('Tệp nhúng'));
  assert.equal(shownWords({ mediaKind: 'docx', words }), 'Trang một\nTrang hai');
});

test('a text without hidden words, typed or of an archive, is shown whole', () => {
  assert.equal(shownWords({ mediaKind: 'docx', words: joinHidden('Lời', '') }), 'Lời');
  assert.equal(shownWords({ mediaKind: null, words: 'Lời\fvà lời' }), 'Lời\fvà lời');
  assert.equal(joinHidden(null, 'Trang đầu'), 'Trang đầu');
  assert.equal(shownWords({ mediaKind: 'png', words: joinHidden('', 'Lời tả ảnh') }), '');
});
