/**
 * The numbered SQL files of `migrations/`: `0001-what-it-makes.sql`, counted without a gap. A
 * landed file is never edited; its SHA-256 is kept in the database to find out.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../core/common/fault.ts';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** In order. Throws `migration-failed` on a wrong name, a gap or a number used twice. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const number = Number(FILE_NAME.exec(name)?.[1]);
    if (number !== index + 1) {
      const wanted = String(index + 1).padStart(4, '0');
      throw new Fault('migration-failed', `${name} stands where ${wanted}-….sql is expected`);
    }
    const bytes = readFileSync(join(folder, name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { number, name, sql: bytes.toString('utf8'), sha256 };
  });
}
