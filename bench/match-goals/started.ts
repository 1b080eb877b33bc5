/** A process that does nothing but read the image of an index; `startGoals` runs it. */
import { closeSync, openSync, readSync } from 'node:fs';
import { ImageReader } from '../../core/match/image.ts';
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';

export const MARK = 'bench';
const PIECE = 4 * 1024 * 1024;

export type Started = {
  readonly documents: number;
  readonly seconds: number;
  /** Bytes. */
  readonly resident: number;
};

function read(path: string): Matcher {
  const matcher = createMatcher();
  const reader = new ImageReader(matcher.lasting(), MARK);
  const file = openSync(path, 'r');
  for (let room = reader.room(); room !== null; room = reader.room()) {
    const bytes = readSync(file, room, 0, Math.min(room.length, PIECE), null);
    if (bytes === 0) break;
    reader.wrote(bytes);
  }
  reader.end();
  closeSync(file);
  return matcher;
}

if (import.meta.main) {
  const begun = performance.now();
  const matcher = read(process.argv[2] ?? '');
  matcher.find('một câu bất kỳ để hỏi');
  const seconds = (performance.now() - begun) / 1000;
  const { documents } = matcher.size();
  const started: Started = { documents, seconds, resident: process.memoryUsage().rss };
  process.stdout.write(JSON.stringify(started));
}
