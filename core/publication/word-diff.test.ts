import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffWords } from './word-diff.ts';

const kept = (changes: ReturnType<typeof diffWords>['changes'], but: 'removed' | 'added') =>
  changes
    .filter(({ kind }) => kind !== but)
    .map(({ text }) => text)
    .join(' ');

test('layout, composition, quotes and dashes are no difference', () => {
  const cleared = 'Sáng nay “Hội nghị” khai mạc – đúng giờ.\n\nHết.';
  const published = 'Sáng  nay "Hội nghị" khai\nmạc - đúng giờ. Hết.'.normalize('NFD');
  const diff = diffWords(cleared, published);
  assert.deepEqual([diff.same, diff.removedWords, diff.addedWords], [true, 0, 0]);
});

test('a changed word, a cut and an addition are named', () => {
  const diff = diffWords('một hai ba bốn năm sáu', 'một hai bà bốn sáu bảy tám');
  assert.deepEqual(diff.changes, [
    { kind: 'same', text: 'một hai' },
    { kind: 'removed', text: 'ba' },
    { kind: 'added', text: 'bà' },
    { kind: 'same', text: 'bốn' },
    { kind: 'removed', text: 'năm' },
    { kind: 'same', text: 'sáu' },
    { kind: 'added', text: 'bảy tám' },
  ]);
});

test('both texts can be read back from any comparison, and edits are as few as can be', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const words = () => Array.from({ length: random(12) }, () => 'abcd'[random(4)] ?? 'a');
  for (let round = 0; round < 400; round += 1) {
    const [one, other] = [words(), words()];
    const diff = diffWords(one.join(' '), other.join(' '));
    assert.equal(kept(diff.changes, 'added'), one.join(' '));
    assert.equal(kept(diff.changes, 'removed'), other.join(' '));
    assert.equal(diff.removedWords + diff.addedWords, leastEdits(one, other));
  }
});

/** The textbook table, for comparison. */
function leastEdits(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, y) => y);
  for (const word of one) {
    const next = [(row[0] ?? 0) + 1];
    for (const [y, also] of other.entries()) {
      const least = Math.min((row[y + 1] ?? 0) + 1, (next[y] ?? 0) + 1);
      next.push(word === also ? (row[y] ?? 0) : least);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

test('texts with nothing in common are told apart as wholes', () => {
  const many = (word: string) => Array.from({ length: 5_000 }, (_, at) => `${word}${at}`).join(' ');
  const diff = diffWords(`đầu ${many('a')} cuối`, `đầu ${many('b')} cuối`);
  assert.deepEqual([diff.removedWords, diff.addedWords], [5_000, 5_000]);
  assert.equal(diff.changes.length, 4);
});
