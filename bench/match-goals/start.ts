/** How long a filled index takes to be there again: its image written to a file and read back. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImageReader, imageOf } from '../../core/match/image.ts';
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import type { Goal } from './goal.ts';

const MARK = 'bench';
const PIECE = 4 * 1024 * 1024;

/** `atMost` seconds; what the vault's cipher takes comes on top. */
export function startGoal(matcher: Matcher, what: string, atMost?: number): Goal {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-start-'));
  const path = join(folder, 'image');
  try {
    const bytes = write(matcher, path);
    const begun = performance.now();
    const { documents } = read(path).size();
    const seconds = (performance.now() - begun) / 1000;
    const size = `${(bytes / 1e6).toFixed(0)} MB`;
    const note = `${documents} documents from an image of ${size}, undecrypted`;
    const goal = { what: `start with ${what}`, figure: seconds, unit: 's', note };
    return atMost === undefined ? goal : { ...goal, atMost };
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

function read(path: string): Matcher {
  const matcher = createMatcher();
  const reader = new ImageReader(matcher.lasting(), MARK);
  const piece = Buffer.alloc(PIECE);
  const file = openSync(path, 'r');
  for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
    reader.push(piece.subarray(0, length));
  }
  reader.end();
  closeSync(file);
  return matcher;
}
