/**
 * The ledger as files, C2SP tlog-tiles: rows of 256 hashes every 8 levels of the tree, and bundles
 * of the 256 entries below each lowest tile. The last file of a row may be partial; then its name
 * tells its width, so that a file never changes its meaning.
 */
import { invariant } from '../common/invariant.ts';
import { concatBytes } from './bytes.ts';
import { HASH_BYTES } from './hash.ts';
import { isLedgerSize } from './stored-hash.ts';

export const TILE_WIDTH = 256;
/** Levels of the tree that one tile spans. */
export const TILE_HEIGHT = 8;
export const ENTRY_BYTES_MAX = 65_535;

export type TileAddress = {
  /** Tile level: its hashes are subtrees of level `8 * level`. Or the bundles of entries. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256 hashes or entries. */
  readonly width: number;
};

/** All files of a ledger of `size` entries below `tile`: the bundles, then level by level. */
export function* tileAddresses(size: number): Generator<TileAddress> {
  invariant(isLedgerSize(size), 'a ledger size is a whole number up to 2^52');
  yield* rowOf('entries', size);
  let level = 0;
  for (let count = size; count > 0; count = Math.floor(count / TILE_WIDTH)) {
    yield* rowOf(level, count);
    level++;
  }
}

function* rowOf(level: TileAddress['level'], count: number): Generator<TileAddress> {
  const full = Math.floor(count / TILE_WIDTH);
  for (let index = 0; index < full; index++) yield { level, index, width: TILE_WIDTH };
  const rest = count % TILE_WIDTH;
  if (rest > 0) yield { level, index: full, width: rest };
}

/** The paths of all files below the folder `tile`, in the order of `tileAddresses`. */
export function* tilePaths(size: number): Generator<string> {
  for (const address of tileAddresses(size)) yield tilePath(address);
}

/** `tile/0/x001/x234/067`, or `tile/entries/000.p/42` for a partial one. */
export function tilePath({ level, index, width }: TileAddress): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  const folders = groups.slice(0, -1).map((group) => `x${group}`);
  const name = [...folders, groups.at(-1)].join('/');
  return `tile/${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

export function encodeTile(hashes: readonly Uint8Array[]): Uint8Array {
  invariant(hashes.length >= 1 && hashes.length <= TILE_WIDTH, 'a tile holds 1 to 256 hashes');
  invariant(
    hashes.every(({ length }) => length === HASH_BYTES),
    'a tile holds hashes of 32 bytes',
  );
  return concatBytes(hashes);
}

/** Each entry behind its length as a big-endian uint16. Inverse of `decodeBundle`. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  invariant(entries.length >= 1 && entries.length <= TILE_WIDTH, 'a bundle holds 1 to 256 entries');
  const parts = entries.flatMap((entry) => {
    invariant(entry.length <= ENTRY_BYTES_MAX, 'an entry has at most 65,535 bytes');
    return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
  });
  return concatBytes(parts);
}

export type DecodedBundle =
  | { readonly ok: true; readonly entries: readonly Uint8Array[] }
  /** `position`: of the entry, within the bundle, that the bytes do not hold; or the width. */
  | {
      readonly ok: false;
      readonly problem: 'bundle-short' | 'bundle-long';
      readonly position: number;
    };

/** Exactly `width` entries as views into `bytes`, which is attacker-controlled. */
export function decodeBundle(bytes: Uint8Array, width: number): DecodedBundle {
  const entries: Uint8Array[] = [];
  let from = 0;
  for (let position = 0; position < width; position++) {
    const short = { ok: false, problem: 'bundle-short', position } as const;
    if (from + 2 > bytes.length) return short;
    const start = from + 2;
    from = start + (uint8(bytes, from) * 256 + uint8(bytes, from + 1));
    if (from > bytes.length) return short;
    entries.push(bytes.subarray(start, from));
  }
  if (from < bytes.length) return { ok: false, problem: 'bundle-long', position: width };
  return { ok: true, entries };
}

function uint8(bytes: Uint8Array, position: number): number {
  const byte = bytes[position];
  invariant(byte !== undefined, 'the length was checked before');
  return byte;
}
