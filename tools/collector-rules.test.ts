import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { scanSource } from './source-scan.ts';
import { PROJECT } from './source-tree.ts';

/** Every file that a program loads, from its first file on, types included; and its packages. */
function graphOf(start: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const text = readFileSync(posix.join(PROJECT, path), 'utf8');
    // Threads are started by address.
    const threads = [...text.matchAll(/new URL\('(\.[^']+\.ts)'/g)].map((match) => match[1] ?? '');
    const named = scanSource(path, text).imports.map(({ specifier }) => specifier);
    for (const specifier of [...named, ...threads]) {
      if (/^\..*\.(css|json|svg)/.test(specifier)) continue;
      if (specifier.startsWith('.')) waiting.push(posix.join(posix.dirname(path), specifier));
      else if (!specifier.startsWith('node:')) packages.add(specifier);
    }
  }
  return { files, packages };
}

test('the outside collector is made of nothing that knows a protected document', () => {
  const { files, packages } = graphOf('collector/main.ts');
  const outside = [...files].filter(
    (path) => !/^(collector|core\/common|core\/parcel)\//.test(path),
  );
  assert.deepEqual(outside, []);
  assert.deepEqual([...packages].sort(), [
    '@mozilla/readability',
    '@noble/hashes/sha2.js',
    'fast-xml-parser',
    'linkedom',
    'postal-mime',
    'robots-parser',
    'unpdf',
    'yauzl',
    'zod',
  ]);
  assert.ok(files.size > 25, 'the graph was followed');
  assert.ok(files.has('collector/text/main-text-worker.ts'));
  assert.ok(files.has('collector/document/document-child.ts'));
});

test('nothing inside is made of the collector', () => {
  for (const start of ['server/main.ts', 'web/main.tsx']) {
    const inside = [...graphOf(start).files].filter((path) => path.startsWith('collector/'));
    assert.deepEqual(inside, [], start);
  }
});
