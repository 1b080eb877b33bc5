/**
 * All tiles and the root from the leaves alone, in one pass and with one hash for each node: holds
 * no more than one unfinished tile a level. It shares nothing with the stored hashes of `tree.ts`,
 * so it may judge them.
 */
import { invariant } from '../common/invariant.ts';
import { at } from './bytes.ts';
import { emptyRoot, HASH_BYTES, nodeHash } from './hash.ts';
import { levelWithin } from './stored-hash.ts';
import { encodeTile, TILE_WIDTH, type TileAddress } from './tiles.ts';

export type BuiltTile = TileAddress & { readonly level: number; readonly bytes: Uint8Array };

export type TileBuilder = {
  /** Takes the next leaf; returns the tiles that it fills, lowest first: mostly none. */
  add(leaf: Uint8Array): readonly BuiltTile[];
  /** The partial tiles, lowest first, and the root. Nothing can be added afterwards. */
  finish(): { readonly tiles: readonly BuiltTile[]; readonly root: Uint8Array };
};

type Row = { index: number; hashes: Uint8Array[] };

export function tileBuilder(): TileBuilder {
  const rows: Row[] = [];
  const rowAt = (level: number): Row => {
    const row = rows[level] ?? { index: 0, hashes: [] };
    rows[level] = row;
    return row;
  };
  return {
    add(leaf) {
      invariant(leaf.length === HASH_BYTES, 'a leaf is a hash of 32 bytes');
      const row = rowAt(0);
      row.hashes.push(leaf);
      return row.hashes.length < TILE_WIDTH ? [] : fill(rowAt);
    },
    finish() {
      const tiles = rows.flatMap((row, level) =>
        row.hashes.length > 0 ? [tileOf(row, level)] : [],
      );
      return { tiles, root: rootOfRows(rows) };
    },
  };
}

/** Closes each full row, from the lowest up, and puts its root into the row above. */
function fill(rowAt: (level: number) => Row): BuiltTile[] {
  const tiles: BuiltTile[] = [];
  for (let level = 0; rowAt(level).hashes.length === TILE_WIDTH; level++) {
    const row = rowAt(level);
    tiles.push(tileOf(row, level));
    rowAt(level + 1).hashes.push(completeRoot(row.hashes));
    row.index++;
    row.hashes = [];
  }
  return tiles;
}

function tileOf({ index, hashes }: Row, level: number): BuiltTile {
  return { level, index, width: hashes.length, bytes: encodeTile(hashes) };
}

/** The root over a power of two of hashes. */
function completeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let left = 0; left < row.length; left += 2) {
      above.push(nodeHash(at(row, left), at(row, left + 1)));
    }
    row = above;
  }
  return at(row, 0);
}

/** The unfinished rows are the right edge of the tree; it closes from the lowest right upwards. */
function rootOfRows(rows: readonly Row[]): Uint8Array {
  const peaks = rows.toReversed().flatMap(({ hashes }) => completeParts(hashes).map(completeRoot));
  return peaks.length === 0 ? emptyRoot : peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** Cuts a row into powers of two, largest first. */
function completeParts(hashes: readonly Uint8Array[]): Uint8Array[][] {
  const parts: Uint8Array[][] = [];
  for (let from = 0; from < hashes.length; ) {
    const width = 2 ** levelWithin(hashes.length - from);
    parts.push(hashes.slice(from, from + width));
    from += width;
  }
  return parts;
}
