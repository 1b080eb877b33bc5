/**
 * Judges an exported ledger from its bytes and one public key, without server or database: every
 * tile and the root are derived again from the entries, and every file is compared. All files are
 * attacker-controlled. Names the first bad thing that a person should look at.
 */
import { firstDifference, sameBytes } from './bytes.ts';
import { type Checkpoint, type CheckpointProblem, openCheckpoint } from './checkpoint.ts';
import { HASH_BYTES, leafHash } from './hash.ts';
import type { VerifierKey, VerifyEd25519 } from './note.ts';
import { type BuiltTile, tileBuilder } from './tile-builder.ts';
import {
  decodeBundle,
  ENTRY_BYTES_MAX,
  TILE_WIDTH,
  type TileAddress,
  tileAddresses,
  tilePath,
  tilePaths,
} from './tiles.ts';

export type ExportReader = {
  /** Whatever stands below `tile`, as `tile/…`; things that are no plain file under other names. */
  paths(): Iterable<string>;
  /** The first `bytesMax` bytes of the file; undefined if there is none. */
  read(path: string, bytesMax: number): Uint8Array | undefined;
};

export type Finding =
  | { readonly what: 'checkpoint-missing' | CheckpointProblem }
  | { readonly what: 'file-missing' | 'file-extra'; readonly path: string }
  | { readonly what: 'entry-unreadable'; readonly path: string; readonly entry: number }
  | { readonly what: 'bundle-long'; readonly path: string }
  /** The entry is not the one that was signed. `tile` holds its right hash, or is forged too. */
  | EntryDiffers
  | { readonly what: 'tile-differs'; readonly path: string; readonly byte: number }
  | { readonly what: 'root-differs' };

type EntryDiffers = {
  readonly what: 'entry-differs';
  readonly path: string;
  readonly entry: number;
  readonly tile: string;
};

export type Verdict =
  | { readonly ok: true; readonly checkpoint: Checkpoint }
  | { readonly ok: false; readonly finding: Finding };

export type CheckOptions = {
  readonly reader: ExportReader;
  readonly key: VerifierKey;
  readonly verify: VerifyEd25519;
  /** Told after each bundle how many entries are done, of how many. */
  readonly onProgress?: (done: number, size: number) => void;
};

const CHECKPOINT_BYTES_MAX = 1_000_000;
const BUNDLE_BYTES_MAX = TILE_WIDTH * (2 + ENTRY_BYTES_MAX);

export function checkExport({ reader, key, verify, onProgress }: CheckOptions): Verdict {
  const note = reader.read('checkpoint', CHECKPOINT_BYTES_MAX + 1);
  if (!note) return found({ what: 'checkpoint-missing' });
  const opened = openCheckpoint(note, key, verify);
  if (!opened.ok) return found({ what: opened.problem });
  const { checkpoint } = opened;
  const wrongFile = checkPaths(checkpoint.size, new Set(reader.paths()));
  if (wrongFile) return found(wrongFile);
  const derived = derive(reader, checkpoint.size, onProgress);
  if (!derived.ok) return derived;
  if (sameBytes(derived.root, checkpoint.root)) {
    // The signature vouches for every entry, so a tile that differs is itself at fault.
    const [tile] = derived.differences;
    return tile ? found(tileDiffers(tile)) : { ok: true, checkpoint };
  }
  return found(blame(derived.differences));
}

function found(finding: Finding): { readonly ok: false; readonly finding: Finding } {
  return { ok: false, finding };
}

function checkPaths(size: number, present: ReadonlySet<string>): Finding | undefined {
  let expected = 0;
  // Ends at the first missing file: a huge signed size costs no more than the files there are.
  for (const path of tilePaths(size)) {
    if (!present.has(path)) return { what: 'file-missing', path };
    expected++;
  }
  if (present.size === expected) return undefined;
  const known = new Set(tilePaths(size));
  const extra = [...present].filter((path) => !known.has(path)).sort();
  return { what: 'file-extra', path: extra[0] ?? '' };
}

type Difference = { readonly path: string; readonly byte: number; readonly address: TileAddress };
type Derived =
  | { readonly ok: true; readonly root: Uint8Array; readonly differences: readonly Difference[] }
  | { readonly ok: false; readonly finding: Finding };

function derive(
  reader: ExportReader,
  size: number,
  onProgress: CheckOptions['onProgress'],
): Derived {
  const builder = tileBuilder();
  const differences: Difference[] = [];
  const compare = (tile: BuiltTile) => {
    const difference = compareTile(reader, tile);
    if (difference) differences.push(difference);
  };
  for (const address of tileAddresses(size)) {
    if (address.level !== 'entries') break;
    const bundle = readBundle(reader, address);
    if (!bundle.ok) return bundle;
    for (const entry of bundle.entries) builder.add(leafHash(entry)).forEach(compare);
    onProgress?.(address.index * TILE_WIDTH + address.width, size);
  }
  const { tiles, root } = builder.finish();
  tiles.forEach(compare);
  return { ok: true, root, differences };
}

function readBundle(
  reader: ExportReader,
  address: TileAddress,
):
  | { readonly ok: true; readonly entries: readonly Uint8Array[] }
  | { ok: false; finding: Finding } {
  const path = tilePath(address);
  const bytes = reader.read(path, BUNDLE_BYTES_MAX + 1);
  if (!bytes) return found({ what: 'file-missing', path });
  const decoded = decodeBundle(bytes, address.width);
  if (decoded.ok) return decoded;
  if (decoded.problem === 'bundle-long') return found({ what: 'bundle-long', path });
  const entry = address.index * TILE_WIDTH + decoded.position;
  return found({ what: 'entry-unreadable', path, entry });
}

function compareTile(reader: ExportReader, tile: BuiltTile): Difference | undefined {
  const path = tilePath(tile);
  const bytes = reader.read(path, tile.bytes.length + 1);
  const byte = bytes ? firstDifference(bytes, tile.bytes) : 0;
  const { level, index, width } = tile;
  return byte === undefined ? undefined : { path, byte, address: { level, index, width } };
}

/** The derived root is not the signed one, so at least one entry is not what was signed. */
function blame(differences: readonly Difference[]): Finding {
  const leaf = differences.find(({ address }) => address.level === 0);
  if (leaf) return entryUnder(leaf);
  const [tile] = differences;
  return tile ? tileDiffers(tile) : { what: 'root-differs' };
}

function tileDiffers({ path, byte }: Difference): Finding {
  return { what: 'tile-differs', path, byte };
}

function entryUnder({ path: tile, byte, address }: Difference): EntryDiffers {
  const position = Math.min(Math.floor(byte / HASH_BYTES), address.width - 1);
  return {
    what: 'entry-differs',
    path: tilePath({ ...address, level: 'entries' }),
    entry: address.index * TILE_WIDTH + position,
    tile,
  };
}
