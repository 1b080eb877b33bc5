import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FileRow, nameOfFile, readyRows, settled, standingsOf } from './file-rows.ts';

const read = (key: number, sha256: string, listed = false): FileRow => ({
  key,
  fileName: `${key}.pdf`,
  name: `Luật ${key}`,
  published: '',
  reading: {
    state: 'read',
    preview: {
      sha256,
      listed,
      sameAs: null,
      characters: 9,
      words: 2,
      touches: false,
      text: 'x',
      warnings: [],
    },
  },
});

test('of files with the same words the first is listed, and the others name it', () => {
  const failed: FileRow = { ...read(4, ''), reading: { state: 'failed', error: new Error() } };
  const rows = [read(1, 'a'), read(2, 'b', true), read(3, 'a'), failed, read(5, 'c')];
  const kinds = [...standingsOf(rows).values()].map(({ kind }) => kind);
  assert.deepEqual(kinds, ['ready', 'listed', 'twin', 'failed', 'ready']);
  const twin = standingsOf(rows).get(3);
  assert.equal(twin?.kind === 'twin' && twin.of, '1.pdf');
  assert.deepEqual(
    readyRows(rows).map(({ key }) => key),
    [1, 5],
  );
  assert.deepEqual(
    readyRows(rows.slice(1)).map(({ key }) => key),
    [3, 5],
    'without the first, the next one counts',
  );
});

test('once the first is listed, another file of its words is told as listed too', () => {
  const rows = [read(1, 'a'), read(3, 'a'), read(5, 'c')];
  const left = settled(rows, readyRows(rows).slice(0, 1));
  assert.deepEqual(
    [...standingsOf(left)].map(([key, { kind }]) => [key, kind]),
    [
      [3, 'listed'],
      [5, 'ready'],
    ],
  );
});

test('a text is first named by its file', () => {
  assert.equal(nameOfFile('Luat_117_2025.QH15.docx'), 'Luat 117 2025.QH15');
  assert.equal(nameOfFile('Nghị định 63'), 'Nghị định 63');
  assert.equal(nameOfFile(`${'a'.repeat(400)}.txt`).length, 300);
});
