import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTexts } from '../generated.ts';
import { readCheckLists } from '../sql-checks.ts';
import { groupsOf } from '../test-groups.ts';
import { explainedPackages, findDeadLinks, findDifferences } from './paper-rules.ts';

const shelf = {
  files: new Set(['docs/a.md', 'docs/printed/b.md', 'core/level/level.ts', 'README.md']),
  texts: new Map([['docs/a.md', '# Độ mật\n\n## Sổ đi, sổ đến\n']]),
};

function deadIn(text: string): string[] {
  return findDeadLinks({ path: 'docs/a.md', text }, shelf).map((each) => each.what);
}

test('a link to nothing is found: file, anchor, or a file named in code letters', () => {
  assert.equal(deadIn('[a](gone.md)').length, 1);
  assert.equal(deadIn('[a](#no-such-part)').length, 1);
  assert.equal(deadIn('[a](../README.md) and [b](../b.md)').length, 1);
  assert.equal(deadIn('see `core/level/gone.ts`').length, 1);
});

test('a link that leads somewhere is not', () => {
  assert.deepEqual(deadIn('[a](printed/b.md) [b](printed/) [c](#độ-mật) [d](#sổ-đi-sổ-đến)'), []);
  assert.deepEqual(deadIn('[a](https://example.org/) and `core/level/level.ts`, `npm test`'), []);
});

test('packages are read from the first cell of their row', () => {
  const paper = '| Package | Why |\n|---|---|\n| `pg` | talks to `psql` |\n| `a/b`, `@c/d` | … |\n';
  assert.deepEqual(explainedPackages(paper), ['pg', 'a/b', '@c/d']);
});

test('what one list lacks is found in both directions', () => {
  const one = { name: 'one', words: ['a', 'b'] };
  assert.equal(findDifferences(one, { name: 'two', words: ['b', 'c'] }).length, 2);
  assert.deepEqual(findDifferences(one, { name: 'two', words: ['b', 'a'] }), []);
});

test('CHECK lists are read from tables, domains and types; a wider condition is not one', () => {
  const lists = readCheckLists(`
    -- CHECK (old IN ('x'))
    CREATE TABLE IF NOT EXISTS app.document (
      level text NOT NULL CHECK (level IN ('mat', 'toi-mat')),
      kind  text CONSTRAINT k CHECK (kind IS NULL OR kind IN ('a')),
      state text, CHECK (state <> 'void' OR kind IN ('a', 'b')), size int CHECK (size > 0)
    );
    create domain register as text check (value in ('in', 'out'));
    CREATE TYPE colour AS ENUM ('red');
    ALTER TABLE document ADD CONSTRAINT l CHECK (level IN ('mat'));
  `);
  assert.deepEqual(Object.fromEntries(lists), {
    'document.level': ['mat'],
    'document.kind': ['a'],
    register: ['in', 'out'],
    colour: ['red'],
  });
});

test('a printed file that changed, appeared or went away is stale', () => {
  const before = [
    { path: 'a', text: '1' },
    { path: 'b', text: '2' },
    { path: 'c', text: '3' },
  ];
  const after = [
    { path: 'a', text: '1' },
    { path: 'b', text: '!' },
    { path: 'd', text: '4' },
  ];
  assert.deepEqual(compareTexts(before, after), ['b', 'c', 'd']);
});

test('every kind of test file belongs to one group', () => {
  const groups = [
    'core/level/a.test.ts',
    'web/api/a.test.ts',
    'web/e2e/a.e2e.ts',
    'web/e2e/a.test.ts',
  ];
  const names = groups.map((path) =>
    groupsOf(path)
      .map((group) => group.name)
      .join(),
  );
  assert.deepEqual(names, ['core', 'web', 'browser', 'browser']);
  assert.deepEqual(groupsOf('scripts/a.test.ts'), []);
});
