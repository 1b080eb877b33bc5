/** The directory of each page of a TIFF (TIFF 6.0, section 2). Throws RangeError on a cut file. */
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';

export type TiffDirectory = {
  readonly width: number;
  readonly height: number;
  /** The values of a tag; empty when the directory lacks it. */
  readonly values: (tag: number) => readonly number[];
};

const BYTES_OF_TYPE: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4 };
const MAX_VALUES = 100_000;

export function tiffDirectories(file: Buffer): TiffDirectory[] {
  const numbers = numberReader(file);
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let at = numbers.u32(4); at !== 0; ) {
    // Attacker-controlled offsets: a chain may lead back into itself.
    if (seen.has(at)) throw new FileStop('file-unreadable', 'pages-in-a-circle');
    if (seen.size >= LIMITS.pages) throw new FileStop('output-limit', 'too-many-pages');
    seen.add(at);
    const from = at;
    const values = (tag: number) => tagValues(numbers, from, tag);
    directories.push({ width: values(256)[0] ?? 0, height: values(257)[0] ?? 0, values });
    at = numbers.u32(at + 2 + 12 * numbers.u16(at));
  }
  return directories;
}

type Numbers = ReturnType<typeof numberReader>;

function numberReader(file: Buffer) {
  const little = file[0] === 0x49;
  return {
    u8: (at: number) => file.readUInt8(at),
    u16: (at: number) => (little ? file.readUInt16LE(at) : file.readUInt16BE(at)),
    u32: (at: number) => (little ? file.readUInt32LE(at) : file.readUInt32BE(at)),
  };
}

function tagValues(numbers: Numbers, directory: number, tag: number): number[] {
  const end = directory + 2 + 12 * numbers.u16(directory);
  for (let at = directory + 2; at < end; at += 12) {
    if (numbers.u16(at) !== tag) continue;
    const type = numbers.u16(at + 2);
    const count = Math.min(numbers.u32(at + 4), MAX_VALUES);
    const bytes = BYTES_OF_TYPE[type] ?? 0;
    const from = bytes * count <= 4 ? at + 8 : numbers.u32(at + 8);
    const read = type === 3 ? numbers.u16 : type === 4 ? numbers.u32 : numbers.u8;
    return Array.from({ length: bytes === 0 ? 0 : count }, (_, index) =>
      read(from + index * bytes),
    );
  }
  return [];
}
