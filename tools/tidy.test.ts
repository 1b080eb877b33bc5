import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECK_LISTS } from './check-lists.ts';
import { findStaleFiles, GENERATED } from './generated.ts';
import { PACKAGE_OWNERS } from './house-packages.ts';
import { findBannedCalls, findTestsThatDoNotRun } from './rules/call-rules.ts';
import { explainedPackages, findDeadLinks, findDifferences } from './rules/paper-rules.ts';
import { findForbiddenImports, findUnknownFolders } from './rules/room-rules.ts';
import {
  findBadNames,
  findBarrels,
  findDefaultExports,
  findFullFolders,
  findLongFiles,
  findLongFunctions,
  findManyParameters,
  findMissingIntroductions,
  findWideLines,
  findWidePorts,
} from './rules/size-rules.ts';
import { findBannedWords } from './rules/word-rules.ts';
import {
  asSource,
  type Finding,
  isCode,
  isTest,
  listFiles,
  printFinding,
  readTexts,
} from './source-tree.ts';
import { readCheckLists } from './sql-checks.ts';
import { groupsOf } from './test-groups.ts';

const paths = listFiles();
const texts = readTexts(paths);
const byPath = new Map(texts.map((file) => [file.path, file.text]));
const sources = texts.filter((file) => isCode(file.path)).map(asSource);

function assertNone(findings: readonly Finding[]): void {
  if (findings.length > 0) assert.fail(`\n${findings.map(printFinding).join('\n')}`);
}

function textOf(path: string): string {
  const text = byPath.get(path);
  assert.ok(text !== undefined, `${path} is not here`);
  return text;
}

function namedPackages(): string[] {
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})).sort();
}

test('the walk finds the house: its rooms are not empty', () => {
  assert.ok(sources.length > 50, `only ${sources.length} sources found`);
  for (const room of ['core', 'server', 'adapters', 'contract', 'web', 'cli', 'regimes']) {
    assert.ok(
      sources.some((source) => source.path.startsWith(`${room}/`)),
      `${room} is empty`,
    );
  }
});

test('each room imports only what the room map allows', () => {
  assertNone(sources.flatMap(findForbiddenImports));
});

test('each source stands in a folder that the house knows', () => {
  assertNone(sources.flatMap((source) => findUnknownFolders(source.path)));
});

test('clock, randomness, network and process stay where they belong', () => {
  assertNone(sources.flatMap(findBannedCalls));
});

test('files, lines, functions, parameters, folders and ports keep their limits', () => {
  assertNone([
    ...texts.flatMap(findLongFiles),
    ...texts.flatMap(findWideLines),
    ...sources.flatMap(findLongFunctions),
    ...sources.flatMap(findManyParameters),
    ...sources.flatMap(findWidePorts),
    ...findFullFolders(paths),
  ]);
});

test('names say what a file holds', () => {
  assertNone(paths.flatMap(findBadNames));
});

test('exports have names, and no file only passes others on', () => {
  assertNone([...sources.flatMap(findBarrels), ...sources.flatMap(findDefaultExports)]);
});

test('every file of core, every port and every adapter introduces itself', () => {
  assertNone(sources.flatMap(findMissingIntroductions));
});

test('every test runs, in exactly one group', () => {
  const lost = sources
    .filter((source) => isTest(source.path) && groupsOf(source.path).length !== 1)
    .map(({ path }) => ({ path, what: `is in ${groupsOf(path).length} test groups` }));
  assertNone([...lost, ...sources.flatMap(findTestsThatDoNotRun)]);
});

test('no file holds work left to do, a path of one machine or a package host', () => {
  assertNone(texts.flatMap(findBannedWords));
});

test('no paper names a file that is not here', () => {
  const shelf = { files: new Set(paths), texts: byPath };
  const papers = texts.filter((file) => /\.md$/.test(file.path));
  assertNone(papers.flatMap((paper) => findDeadLinks(paper, shelf)));
});

test('each dependency has an owner and its line in docs/dependencies.md', () => {
  const named = { name: 'package.json', words: namedPackages() };
  const paper = 'docs/dependencies.md';
  assertNone([
    ...findDifferences(named, { name: paper, words: explainedPackages(textOf(paper)) }),
    ...findDifferences(named, {
      name: 'tools/house-packages.ts',
      words: Object.keys(PACKAGE_OWNERS),
    }),
  ]);
});

test('each CHECK list of the database equals its tuple in core', () => {
  const migrations = texts.filter((file) => /^migrations\/.*\.sql$/.test(file.path));
  assert.ok(migrations.length > 0, 'no migration found');
  const inSql = readCheckLists(migrations.map((file) => file.text).join('\n'));
  const sorted = ([name, values]: readonly [string, readonly string[]]): string =>
    `${name}: ${[...values].sort().join(' ')}`;
  assert.deepEqual([...inSql].map(sorted).sort(), Object.entries(CHECK_LISTS).map(sorted).sort());
});

for (const row of GENERATED) {
  test(`${row.files} is as ${row.command[0]} prints it`, () => {
    assertNone(findStaleFiles(row));
  });
}
