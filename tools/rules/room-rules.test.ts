import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asSource } from '../source-tree.ts';
import { findForbiddenImports, findUnknownFolders } from './room-rules.ts';

/** Imports that must be found, and why. Each is planted in a file that does not exist. */
const FORBIDDEN: readonly [from: string, code: string, told: RegExp][] = [
  ['core/level/x.ts', "import { a } from '../document/document.ts';", /does not come before/],
  ['core/level/x.test.ts', "import { a } from '../document/document.ts';", /does not come before/],
  ['core/vault/x.ts', "import { a } from '../level/level.ts';", /stands alone/],
  ['core/act/x.ts', "import { a } from '../ledger/tree.ts';", /does not come before/],
  ['core/level/x.ts', "import { readFileSync } from 'node:fs';", /core is pure/],
  ['core/level/x.ts', "const fs = await import('node:fs');", /core is pure/],
  ['core/level/x.ts', "type Stats = import('node:fs').Stats;", /core is pure/],
  ['core/level/x.ts', "export { a } from '../../server/ports/acts.ts';", /may not import/],
  [
    'core/level/x.ts',
    "import type { Regime } from '../../regimes/vn/regime.ts';",
    /may not import/,
  ],
  ['core/level/x.ts', "import { sha256 } from '@noble/hashes/sha2.js';", /may not be imported/],
  ['contract/x.ts', "import { a } from '../server/watch/a.ts';", /may not import server/],
  ['regimes/vn-2026/x.ts', "import { a } from '../vn-2020/a.ts';", /may not see/],
  ['server/ports/x.ts', "import { a } from '../../adapters/postgres/a.ts';", /import adapters/],
  ['server/watch/x.ts', "import { a } from '../registry/a.ts';", /may not see server\/registry/],
  ['server/watch/x.ts', "import { a } from '../../adapters/vault/a.ts';", /import adapters/],
  ['server/watch/x.ts', "import { a } from '../../regimes/vn-2026/regime.ts';", /import regimes/],
  ['server/watch/x.ts', "import { a } from '../http/app.ts';", /may not import server\/http/],
  ['server/watch/x.ts', "import pg from 'pg';", /pg may not be imported/],
  ['server/watch/x.ts', "import { z } from 'zod';", /zod may not be imported/],
  ['server/watch/x.ts', "import { get } from 'node:https';", /the network is met/],
  ['server/watch/x.ts', "import { spawn } from 'node:child_process';", /other processes/],
  ['server/watch/x.ts', "import { a } from '../main.ts';", /never imported/],
  ['server/watch/x.ts', "import { a } from '../../testkit/a.ts';", /may not import testkit/],
  ['server/watch/x.ts', "import { a } from '../../compose/a.ts';", /may not import compose/],
  ['adapters/vault/x.ts', "import { a } from '../postgres/a.ts';", /may not see/],
  ['adapters/vault/x.test.ts', "import { a } from '../postgres/a.ts';", /may not see/],
  ['adapters/vault/x.ts', "import { a } from '../../server/watch/a.ts';", /server\/feature/],
  ['adapters/vault/x.ts', "import { a } from '../../contract/a.ts';", /import contract/],
  ['adapters/vault/x.ts', "import pg from 'pg';", /pg may not be imported/],
  ['web/watch/x.tsx', "import { a } from '../../server/watch/a.ts';", /may not import server/],
  ['web/watch/x.tsx', "import { a } from '../../adapters/postgres/a.ts';", /import adapters/],
  ['web/watch/x.tsx', "import { a } from '../registry/a.tsx';", /may not see the feature/],
  ['web/ui/x.tsx', "import { a } from '../registry/a.tsx';", /may not see the feature/],
  ['web/watch/x.tsx', "import { readFileSync } from 'node:fs';", /web is pure/],
  ['cli/x.ts', "import { a } from '../adapters/postgres/a.ts';", /may not import adapters/],
  ['cli/x.ts', "import { a } from '../compose/a.ts';", /may not import compose/],
  ['core/level/x.ts', "import { a } from '../../scripts/a.ts';", /is in no room/],
  ['server/http/x.ts', "import x from 'left-pad';", /has no owner/],
];

const ALLOWED: readonly [from: string, code: string][] = [
  ['core/document/x.ts', "import { LEVELS } from '../level/level.ts';"],
  ['core/vault/x.ts', "import { a } from '../common/brand.ts';"],
  ['core/common/sha256.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
  ['core/level/x.test.ts', "import { test } from 'node:test'; import fc from 'fast-check';"],
  ['core/level/x.test.ts', "import v from '../../vectors/a.json' with { type: 'json' };"],
  ['server/watch/x.ts', "import { a } from '../../contract/watch.ts';"],
  ['server/ports/x.ts', "import type { Regime } from '../../regimes/vn-2026/regime.ts';"],
  ['server/watch/x.ts', "import type { z } from 'zod';"],
  ['server/watch/x.test.ts', "import { a } from '../../testkit/house.ts';"],
  ['server/watch/x.test.ts', "import { a } from '../determination/propose.ts';"],
  ['server/http/x.ts', "import { a } from '../watch/a.ts'; import fastify from 'fastify';"],
  ['server/main.ts', "import { a } from '../adapters/postgres/a.ts';"],
  ['compose/x.ts', "import { a } from '../adapters/postgres/a.ts';"],
  ['adapters/postgres/x.ts', "import pg from 'pg'; import { a } from '../../core/level/level.ts';"],
  ['web/watch/x.tsx', "import { a } from '../ui/a.tsx'; import { b } from '../../contract/b.ts';"],
  ['web/shell/x.tsx', "import { a } from '../registry/a.tsx';"],
  ['cli/x.ts', "import { a } from '../core/ledger/tree.ts';"],
];

for (const [path, text, told] of FORBIDDEN) {
  test(`found in ${path}: ${text}`, () => {
    const findings = findForbiddenImports(asSource({ path, text }));
    assert.equal(findings.length, 1);
    assert.match(findings[0]?.what ?? '', told);
  });
}

test('what the map allows is not found', () => {
  for (const [path, text] of ALLOWED) {
    assert.deepEqual(findForbiddenImports(asSource({ path, text })), [], `${path}: ${text}`);
  }
});

test('a folder or room that the house does not know is found', () => {
  for (const path of ['scripts/x.ts', 'server/stuff/x.ts', 'web/things/x.tsx', 'core/x/x.ts']) {
    assert.equal(findUnknownFolders(path).length, 1, path);
  }
  for (const path of ['server/watch/x.ts', 'core/level/x.ts', 'web/app.tsx', 'cli/x.ts']) {
    assert.deepEqual(findUnknownFolders(path), [], path);
  }
});
