import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asSource, type Finding } from '../source-tree.ts';
import { findBannedCalls, findTestsThatDoNotRun } from './call-rules.ts';
import * as rules from './size-rules.ts';
import { findBannedWords } from './word-rules.ts';

function of(path: string, text: string) {
  return asSource({ path, text });
}

function assertFound(findings: readonly Finding[], count = 1): void {
  assert.equal(findings.length, count, JSON.stringify(findings));
}

function functionOf(lines: number): string {
  return `export function f() {\n${'  g();\n'.repeat(lines - 2)}}\n`;
}

test('a function of 71 lines is found, one of 70 is not', () => {
  assertFound(rules.findLongFunctions(of('core/level/x.ts', functionOf(71))));
  assertFound(rules.findLongFunctions(of('core/level/x.ts', functionOf(70))), 0);
});

test('a file of 401 lines is found, one of 400 and a vector are not', () => {
  assertFound(rules.findLongFiles({ path: 'core/level/x.ts', text: 'a;\n'.repeat(401) }));
  assertFound(rules.findLongFiles({ path: 'core/level/x.ts', text: 'a;\n'.repeat(400) }), 0);
  assertFound(rules.findLongFiles({ path: 'vectors/x.ts', text: 'a;\n'.repeat(999) }), 0);
});

test('a line of 101 columns is found; one sentence that cannot be broken is not', () => {
  const wide = `const a = ${'b + '.repeat(23)}c;`;
  assertFound(rules.findWideLines({ path: 'core/level/x.ts', text: wide }));
  assertFound(rules.findWideLines({ path: 'migrations/0001-x.sql', text: `-- ${'ă'.repeat(98)}` }));
  assertFound(rules.findWideLines({ path: 'core/level/x.ts', text: `// ${'ă'.repeat(97)}` }), 0);
  assertFound(rules.findWideLines({ path: 'x.ts', text: `  title: '${'chữ '.repeat(40)}',` }), 0);
  assertFound(rules.findWideLines({ path: 'docs/x.md', text: wide }), 0);
});

test('four parameters are found, but not in a function that its caller shapes', () => {
  assertFound(rules.findManyParameters(of('x.ts', 'const f = (a, b, c, d) => a;')));
  assertFound(rules.findManyParameters(of('x.ts', 'class A { constructor(a, b, c, d) {} }')));
  assertFound(rules.findManyParameters(of('x.ts', 'list.reduce((a, b, c, d) => a);')), 0);
});

test('a port of eight methods is found, one of seven is not', () => {
  const port = (methods: number) =>
    `/** A. */ export type A = { ${Array.from({ length: methods }, (_, at) => `m${at}(): void;`).join(' ')} };`;
  assertFound(rules.findWidePorts(of('server/ports/a.ts', port(8))));
  assertFound(rules.findWidePorts(of('server/ports/a.ts', port(7))), 0);
  assertFound(rules.findWidePorts(of('server/watch/a.ts', port(8))), 0);
});

test('a folder of 21 files is found; tests beside their source do not count', () => {
  const files = Array.from({ length: 20 }, (_, at) => `core/level/a${at}.ts`);
  assertFound(rules.findFullFolders([...files, 'core/level/b.ts']));
  assertFound(rules.findFullFolders([...files, 'core/level/a1.test.ts']), 0);
});

test('names that say nothing, and names of other spellings, are found', () => {
  for (const name of ['utils', 'case-manager', 'string-helpers', 'info', 'Level', 'level_rule']) {
    assertFound(rules.findBadNames(`core/level/${name}.ts`));
  }
  for (const name of ['level.ts', 'level.test.ts', 'vite.config.ts', 'level.module.css']) {
    assertFound(rules.findBadNames(`web/level/${name}`), 0);
  }
});

test('barrels, stars and default exports are found', () => {
  assertFound(rules.findBarrels(of('core/level/index.ts', 'export const a = 1;')));
  assertFound(rules.findBarrels(of('core/level/all.ts', "export { a } from './a.ts';")));
  assertFound(rules.findBarrels(of('core/level/a.ts', "export * from './b.ts'; const a = 1;")));
  assertFound(
    rules.findBarrels(of('core/level/a.ts', "import { b } from './b.ts'; export { b };")),
    0,
  );
  assertFound(rules.findDefaultExports(of('core/level/a.ts', 'export default 1;')));
  assertFound(rules.findDefaultExports(of('web/vite.config.ts', 'export default {};')), 0);
});

test('a file of core, a port and an adapter without introduction are found', () => {
  assertFound(rules.findMissingIntroductions(of('core/level/a.ts', 'export const a = 1;')));
  assertFound(
    rules.findMissingIntroductions(of('adapters/clock/a.ts', '// a\nexport const a = 1;')),
  );
  assertFound(
    rules.findMissingIntroductions(of('core/level/a.ts', '/** A. */\nexport const a = 1;')),
    0,
  );
});

const BANNED: readonly [path: string, code: string][] = [
  ['core/level/a.ts', 'Date.now();'],
  ['core/level/a.ts', 'new Date();'],
  ['core/level/a.ts', 'globalThis.Math.random();'],
  ['core/level/a.ts', 'fetch("/x");'],
  ['core/level/a.ts', 'const a = process.env.A;'],
  ['core/level/a.ts', 'console.log(1);'],
  ['core/level/a.ts', 'setTimeout(f, 1);'],
  ['server/watch/a.ts', 'crypto.randomUUID();'],
  ['server/watch/a.ts', 'Date.now();'],
  ['server/watch/a.ts', 'const a = process.env.A;'],
  ['adapters/vault/a.ts', 'fetch("http://x");'],
  ['adapters/vault/a.ts', 'new Date();'],
  ['web/watch/a.tsx', 'console.error(1);'],
  ['web/watch/a.tsx', 'fetch("/x");'],
  ['cli/a.ts', 'new Function("a");'],
];

test('calls that a room keeps out are found', () => {
  for (const [path, code] of BANNED) assertFound(findBannedCalls(of(path, code)));
});

test('the same calls are free where they belong', () => {
  assertFound(findBannedCalls(of('core/level/a.ts', 'new Date(5).getUTCDate();')), 0);
  assertFound(findBannedCalls(of('core/level/a.test.ts', 'Date.now();')), 0);
  assertFound(
    findBannedCalls(of('adapters/clock/system.ts', 'Date.now(); crypto.randomUUID();')),
    0,
  );
  assertFound(findBannedCalls(of('web/api/call.ts', 'fetch("/x");')), 0);
  assertFound(findBannedCalls(of('server/main.ts', 'console.log(process.env.A);')), 0);
});

test('tests that do not run are found, one that says why while it runs is not', () => {
  const found = [
    'test.only("a", f)',
    'it.skip("a", f)',
    'describe.todo("a")',
    'test("a", { skip: "b" }, f)',
  ];
  for (const code of found) assertFound(findTestsThatDoNotRun(of('core/level/a.test.ts', code)));
  const runs = 'test("a", (t) => t.skip("no texts here")); test("b", { timeout: 5 }, f);';
  assertFound(findTestsThatDoNotRun(of('core/level/a.test.ts', runs)), 0);
});

test('words that no file holds are found', () => {
  const planted = [
    '// TO' + 'DO: later',
    "cd '/wo" + "rk/x'",
    'https://regis' + 'try.npmjs.org/x',
    'see iss' + 'ue #12',
  ];
  for (const text of planted) assertFound(findBannedWords({ path: 'core/level/a.ts', text }));
  const fine = 'the issue of a document; a registry line; ../work/plan; todo';
  assertFound(findBannedWords({ path: 'core/level/a.ts', text: fine }), 0);
});
