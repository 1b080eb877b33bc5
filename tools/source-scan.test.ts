import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanSource } from './source-scan.ts';

const scan = (text: string) => scanSource('x.tsx', text);

test('imports are found in every form they take', () => {
  const { imports } = scan(`
    import a from './a.ts';
    import './b.css';
    import type { C } from './c.ts';
    export { d } from './d.ts';
    export * from './e.ts';
    const f = await import('./f.ts');
    type G = import('./g.ts').G;
    const text = "import h from './h.ts'"; // import i from './i.ts'
  `);
  const told = imports.map(
    (each) => `${each.specifier.slice(2, 3)}${each.typeOnly ? ' type' : ''}`,
  );
  assert.deepEqual(told.sort(), ['a', 'b', 'c type', 'd', 'e', 'f', 'g type']);
});

test('functions tell their name, lines, parameters and who takes them', () => {
  const { functions } = scan(`
function one(a: number, { b }: { b: number }, ...c: number[]) {
  return a;
}
const two = () => <p>tiếng Việt</p>;
class Three { four(a: number) { return a; } }
describe('…', () => {});
`);
  assert.deepEqual(
    functions.map((each) => [each.name, each.line, each.lines, each.parameters, each.argumentOf]),
    [
      ['one', 2, 3, 3, null],
      ['two', 5, 1, 0, null],
      ['four', 6, 1, 1, null],
      ['(anonymous)', 7, 1, 0, 'describe'],
    ],
  );
});

test('lines stay right after letters beyond one byte', () => {
  const { uses } = scan(`const a = '𝔅í mật 🇻🇳';\n/* độ mật */\nDate.now();`);
  assert.deepEqual(uses, [{ name: 'Date.now', line: 3, options: [] }]);
});

test('calls are found through globalThis, as bare names and as constructions', () => {
  const { uses } = scan(`
    globalThis.fetch('x'); new Date(); new Date(5); process.env.A; crypto.randomUUID();
    test('a', { only: true, skip: false }, () => {});
  `);
  assert.deepEqual(uses.map((use) => use.name).sort(), [
    'crypto.randomUUID',
    'fetch',
    'new Date()',
    'new Date(…)',
    'process.env.A',
    'test',
  ]);
  assert.deepEqual(uses.find((use) => use.name === 'test')?.options, ['only']);
});

test('methods of a shape are counted in both ways of writing them', () => {
  const { shapes } = scan(`
    export type A = { readonly load: () => void; save(): void; readonly name: string };
    export interface B { load(): void; name: string }
  `);
  assert.deepEqual(
    shapes.map((shape) => [shape.name, shape.methods]),
    [
      ['A', 2],
      ['B', 1],
    ],
  );
});

test('exports are named, and a default, a star or a mere passing on is told', () => {
  const own = scan('export const a = 1, b = 2; export function c() {} export default 1;');
  assert.deepEqual(own.exports, ['a', 'b', 'c']);
  assert.equal(own.defaultExportLine, 1);
  assert.equal(own.onlyReExports, false);
  const barrel = scan(`export { a } from './a.ts';\nexport * from './b.ts';`);
  assert.deepEqual(barrel.exportAllLines, [2]);
  assert.equal(barrel.onlyReExports, true);
});

test('a source that does not parse is an error, not an empty file', () => {
  assert.throws(() => scan('const = ;'), SyntaxError);
});
