/**
 * How long a filled index takes to be there again, and what it then holds of memory: its image is
 * written to a file and read back by a process of its own.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageOf } from '../../core/match/image.ts';
import type { Matcher } from '../../core/match/matcher.ts';
import type { Goal } from './goal.ts';
import { MARK, type Started } from './started.ts';

type Limits = { readonly seconds?: number; readonly gigabytes?: number };
const STARTED = fileURLToPath(new URL('started.ts', import.meta.url));

/** What the vault's cipher takes comes on top. */
export function startGoals(matcher: Matcher, what: string, most: Limits = {}): Goal[] {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-start-'));
  const path = join(folder, 'image');
  try {
    const bytes = write(matcher, path);
    const output = execFileSync(process.execPath, [STARTED, path], { encoding: 'utf8' });
    const { documents, seconds, resident } = JSON.parse(output) as Started;
    const size = `${(bytes / 1e6).toFixed(0)} MB`;
    return [
      {
        what: `start with ${what}`,
        figure: seconds,
        unit: 's',
        ...(most.seconds === undefined ? {} : { atMost: most.seconds }),
        note: `${documents} documents from an image of ${size}, undecrypted`,
      },
      {
        what: `resident, ${what}`,
        figure: resident / 1e9,
        unit: 'GB',
        ...(most.gigabytes === undefined ? {} : { atMost: most.gigabytes }),
        note: 'a process that read the image',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(matcher: Matcher, path: string): number {
  const file = openSync(path, 'w', 0o600);
  let bytes = 0;
  for (const piece of imageOf(matcher.lasting(), MARK)) {
    for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
    bytes += piece.length;
  }
  closeSync(file);
  return bytes;
}
