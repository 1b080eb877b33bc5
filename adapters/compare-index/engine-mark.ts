/**
 * Which engine made an image: the SHA-256 of its source and of the wording that it was taught. An
 * image folded or weighed by another engine would find less, and nobody would notice.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENGINE = fileURLToPath(new URL('../../core/match', import.meta.url));

export function engineMark(taught: readonly string[]): string {
  const hash = createHash('sha256');
  const names = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[a-z]+$/.test(name) && !name.endsWith('.test.ts'))
    .sort();
  for (const name of names) hash.update(`${name}\n`).update(readFileSync(join(ENGINE, name)));
  for (const text of taught) hash.update(`\n${text.length}\n${text}`);
  return hash.digest('hex');
}
