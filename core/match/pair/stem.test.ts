import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIRST_LETTER } from '../text/fold-table.ts';
import { stem } from './stem.ts';

function stemOf(word: string): string {
  const codes = Uint8Array.from(word, (letter) => FIRST_LETTER + letter.charCodeAt(0) - 0x61);
  const letters = { codes, length: codes.length };
  stem(letters);
  return String.fromCharCode(
    ...letters.codes.subarray(0, letters.length).map((code) => code - FIRST_LETTER + 0x61),
  );
}

test('forms of one word fall together', () => {
  for (const forms of [
    ['crossing', 'crossings', 'crossed'],
    ['barge', 'barges'],
    ['city', 'cities'],
    ['box', 'boxes'],
    ['plan', 'planned', 'planning'],
    ['hope', 'hoped', 'hoping'],
    ['quick', 'quickly'],
    ['inspect', 'inspector', 'inspection'],
  ]) {
    assert.equal(new Set(forms.map(stemOf)).size, 1, forms.map(stemOf).join(' '));
  }
});

test('short words and words that only look like a form are left', () => {
  for (const word of ['bus', 'gas', 'glass', 'basis', 'ring', 'bed', 'red']) {
    assert.ok(stemOf(word).startsWith(word.slice(0, 2)) && stemOf(word).length >= 3, stemOf(word));
  }
  assert.equal(stemOf('glass'), 'glass');
  assert.equal(stemOf('ring'), 'ring');
});
