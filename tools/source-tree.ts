/** The files of the project as they lie on the disk, without what is installed or built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFacts, scanSource } from './source-scan.ts';

export type TextFile = { readonly path: string; readonly text: string };
export type Source = TextFile & { readonly facts: SourceFacts };
export type Finding = {
  readonly path: string;
  readonly line?: number;
  readonly what: string;
};

export const PROJECT = join(import.meta.dirname, '..');

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', 'coverage', '.tmp', 'data']);
const TEXT = /\.(tsx?|mjs|js|json|jsonl|md|sql|css|html|sh|txt|typ|yml|toml|service)$|^[^.]+$/;
const CODE = /\.(tsx?|mjs)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (LEFT_OUT.has(path) || LEFT_OUT.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Paths of all files of the project, relative to its root, in order. */
export function listFiles(): string[] {
  return filesUnder('').sort();
}

export function readTexts(paths: readonly string[]): TextFile[] {
  return paths
    .filter((path) => TEXT.test(path.slice(path.lastIndexOf('/') + 1)))
    .map((path) => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') }));
}

export function isCode(path: string): boolean {
  return CODE.test(path);
}

export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path);
}

export function asSource(file: TextFile): Source {
  return { ...file, facts: scanSource(file.path, file.text) };
}

export function printFinding(finding: Finding): string {
  const at = finding.line === undefined ? '' : `:${finding.line}`;
  return `${finding.path}${at}  ${finding.what}`;
}
