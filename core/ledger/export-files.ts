/**
 * The ledger as the files that any checker of C2SP tlog-tiles reads: made one at a time, so that a
 * ledger of any length can be written with the memory of one bundle. The signed checkpoint comes
 * last: as long as it is missing, the export does not claim to be whole.
 */
import { invariant } from '../common/invariant.ts';
import { utf8 } from '../common/sha256.ts';
import { leafHash } from './hash.ts';
import { tileBuilder } from './tile-builder.ts';
import {
  encodeBundle,
  encodeTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileAddress,
  tileAddresses,
  tilePath,
} from './tiles.ts';

export type ExportFile = { readonly path: string; readonly bytes: Uint8Array };

/** A run of at most 256 neighbours: entries, or subtree hashes of one level of the tree. */
export type Run = { readonly start: number; readonly count: number };
export type ReadEntries = (run: Run) => Several;
export type ReadRow = (run: Run & { readonly level: number }) => Several;
type Several = readonly Uint8Array[] | Promise<readonly Uint8Array[]>;

export type ExportSource = {
  readonly size: number;
  readonly readEntries: ReadEntries;
  /** The stored hashes. Without it the tiles are computed from the entries. */
  readonly readHashes?: ReadRow;
  /** The verifier key, one line. A checker must have it from elsewhere too. */
  readonly vkey: string;
  /** The signed checkpoint of this size. */
  readonly checkpoint: string;
};

export async function* exportFiles(source: ExportSource): AsyncGenerator<ExportFile> {
  const { readHashes } = source;
  if (readHashes) yield* storedFiles(source, readHashes);
  else yield* computedFiles(source);
  yield { path: 'vkey', bytes: utf8(`${source.vkey}\n`) };
  yield { path: 'checkpoint', bytes: utf8(source.checkpoint) };
}

async function* storedFiles(
  { size, readEntries }: ExportSource,
  readHashes: ReadRow,
): AsyncGenerator<ExportFile> {
  for (const address of tileAddresses(size)) {
    const { level } = address;
    const run = runOf(address);
    const bytes =
      level === 'entries'
        ? encodeBundle(whole(run, await readEntries(run)))
        : encodeTile(whole(run, await readHashes({ ...run, level: level * TILE_HEIGHT })));
    yield { path: tilePath(address), bytes };
  }
}

async function* computedFiles({ size, readEntries }: ExportSource): AsyncGenerator<ExportFile> {
  const builder = tileBuilder();
  for (const address of tileAddresses(size)) {
    if (address.level !== 'entries') break;
    const run = runOf(address);
    const entries = whole(run, await readEntries(run));
    yield { path: tilePath(address), bytes: encodeBundle(entries) };
    for (const entry of entries) yield* builder.add(leafHash(entry)).map(fileOf);
  }
  yield* builder.finish().tiles.map(fileOf);
}

function runOf({ index, width }: TileAddress): Run {
  return { start: index * TILE_WIDTH, count: width };
}

function whole(run: Run, several: readonly Uint8Array[]): readonly Uint8Array[] {
  invariant(several.length === run.count, `${run.count} were asked from ${run.start} on`);
  return several;
}

function fileOf(tile: TileAddress & { readonly bytes: Uint8Array }): ExportFile {
  return { path: tilePath(tile), bytes: tile.bytes };
}
