/** The names of the files in a vault's `objects` folder, as they stand on the disk. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errno } from './disk.ts';

const ENDING = '.age';

/** Of each object its name; a temporary file keeps its whole name. Throws what the disk throws. */
export async function* namesIn(folder: string): AsyncGenerator<string> {
  for (const part of await listOrNone(folder)) {
    for (const name of await listOrNone(join(folder, part))) {
      yield name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : name;
    }
  }
}

async function listOrNone(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return [];
    throw error;
  }
}
