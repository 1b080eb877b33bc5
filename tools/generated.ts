/**
 * Committed files that are printed from others. Printing again must give the same bytes; a stale
 * one fails the tests. The command writes its files in place, from the project folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, listFiles, PROJECT, readTexts, type TextFile } from './source-tree.ts';

export type Generated = {
  /** A file, or a folder with all that is in it. */
  readonly files: string;
  /** What `node` runs, with its arguments. */
  readonly command: readonly [script: string, ...rest: string[]];
};

export const GENERATED: readonly Generated[] = [
  { files: 'adapters/bag/printed', command: ['tools/bundle/print-package-checker.ts'] },
  { files: 'core/match/stored/decode-module.ts', command: ['tools/build-wasm.ts'] },
  { files: 'core/match/text/scan-module.ts', command: ['tools/build-wasm.ts'] },
  { files: 'core/match/wording/surprise-module.ts', command: ['tools/build-wasm.ts'] },
  { files: 'docs/printed', command: ['tools/print-grids.ts'] },
  { files: 'docs/printed/openapi.json', command: ['tools/print-openapi.ts'] },
  { files: 'migrations/schema.txt', command: ['tools/print-schema.ts'] },
];

function textsOf(files: string): TextFile[] {
  return readTexts(listFiles().filter((path) => path === files || path.startsWith(`${files}/`)));
}

function putBack(before: readonly TextFile[], after: readonly TextFile[]): void {
  for (const { path } of after) {
    if (!before.some((file) => file.path === path)) rmSync(join(PROJECT, path));
  }
  for (const { path, text } of before) {
    mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
    writeFileSync(join(PROJECT, path), text);
  }
}

/** Pairs both readings by path and names what differs. */
export function compareTexts(before: readonly TextFile[], after: readonly TextFile[]): string[] {
  const old = new Map(before.map((file) => [file.path, file.text]));
  const fresh = new Map(after.map((file) => [file.path, file.text]));
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return paths.filter((path) => old.get(path) !== fresh.get(path));
}

/** Prints again, compares, and leaves the files as they were. */
export function findStaleFiles(row: Generated): Finding[] {
  const how = `node ${row.command.join(' ')}`;
  if (!existsSync(join(PROJECT, row.command[0]))) {
    return [{ path: row.command[0], what: `prints ${row.files}, but is not here` }];
  }
  const before = textsOf(row.files);
  const run = spawnSync(process.execPath, row.command, { cwd: PROJECT, encoding: 'utf8' });
  const after = textsOf(row.files);
  putBack(before, after);
  if (run.status !== 0) {
    return [{ path: row.command[0], what: `failed: ${run.stderr.trim() || run.error}` }];
  }
  if (after.length === 0) return [{ path: row.files, what: `${how} prints nothing there` }];
  return compareTexts(before, after).map((path) => ({ path, what: `is stale: run ${how}` }));
}
