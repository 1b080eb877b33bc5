/**
 * What was taken in becomes parcels. The number is given, the articles bound and the manifest
 * signed in one step of the state; the files are written after it and can be written again: a
 * medium that breaks loses nothing.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addMs, type Instant } from '../core/common/calendar-date.ts';
import {
  encodeManifest,
  hashOf,
  PARCEL_LIMITS,
  parcelName,
  parseManifest,
  type SourceHealth,
} from '../core/parcel/manifest.ts';
import { cutPieces } from '../core/parcel/pieces.ts';
import type { Config } from './config.ts';
import type { SigningKey } from './signing-key.ts';
import { judgeHealth } from './state/health.ts';
import type { State, Waiting } from './state/state.ts';

export type PackOptions = {
  readonly state: State;
  readonly key: SigningKey;
  readonly sources: Config['sources'];
  readonly now: Instant;
  readonly pieceBytes: number;
  readonly out: string;
};

export type Packed = {
  readonly number: number;
  readonly articles: number;
  readonly files: readonly string[];
};

/** Below what the reader inside takes at once, packed and unpacked. */
const PARCEL_PLAIN_BYTES = 48_000_000;
const PARCEL_BYTES = PARCEL_LIMITS.contentBytes / 2;
const PARCEL_ARTICLES = 2_000;
const KEPT_MS = 60 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** The articles of the next parcel. One that alone is too large makes a parcel of its own. */
export function nextBatch(waiting: readonly Waiting[]): readonly Waiting[] {
  let [plain, packed] = [0, 0];
  const end = waiting.findIndex((each, index) => {
    plain += each.plainBytes;
    packed += each.bytes;
    const isFull = plain > PARCEL_PLAIN_BYTES || packed > PARCEL_BYTES || index >= PARCEL_ARTICLES;
    return isFull && index > 0;
  });
  return end < 0 ? waiting : waiting.slice(0, end);
}

export function healthOf(state: State, sources: Config['sources'], now: Instant): SourceHealth[] {
  return sources.map(({ name, kind, silentAfterHours }) => {
    const visits = state.visitsOf(name);
    const silentAfterMs = silentAfterHours === undefined ? null : silentAfterHours * HOUR_MS;
    return {
      name,
      kind,
      ...judgeHealth(visits, now, silentAfterMs),
      lastSuccessAt: visits.lastSuccessAt,
      lastArticleAt: visits.newsAt.at(-1) ?? null,
      problem: visits.problem,
    };
  });
}

function makeParcel(options: PackOptions, batch: readonly Waiting[]): number {
  const { state, key, sources, now, pieceBytes } = options;
  const last = state.lastParcel();
  const number = (last?.number ?? 0) + 1;
  const { collector } = key;
  const ids = batch.map(({ id }) => id);
  const content = state.loadWarc(ids);
  const pieces = cutPieces(parcelName({ collector, number }), content, pieceBytes);
  const manifest = encodeManifest({
    v: 1,
    kind: 'niem-phong-parcel',
    collector,
    number,
    previous: last ? hashOf(last.manifest) : null,
    madeAt: now,
    articles: batch.length,
    content: { sizeBytes: content.length, sha256: hashOf(content) },
    pieces: pieces.map(({ bytes: _, ...piece }) => piece),
    sources: healthOf(state, sources, now),
  });
  const parcel = { number, manifest, signature: key.sign(manifest), pieceBytes };
  state.keepParcel(parcel, { at: now, ids });
  return number;
}

/** On disk under its name, whole, or not there. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w', 0o644);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** The contents were forgotten long ago; the parcel cannot be made again. */
export class ParcelForgotten extends Error {
  override readonly name = 'ParcelForgotten';
}

/** The manifest comes last: who sees it finds all that it names. */
function writeParcel({ state, out }: Pick<PackOptions, 'state' | 'out'>, number: number): Packed {
  const stored = state.loadParcel(number);
  const manifest = stored && parseManifest(stored.manifest);
  if (!stored || !manifest) throw new ParcelForgotten(String(number));
  const content = state.contentOf(number);
  if (content.length !== manifest.content.sizeBytes) throw new ParcelForgotten(String(number));
  const parcel = parcelName(manifest);
  const files = [
    ...cutPieces(parcel, content, stored.pieceBytes),
    { name: `${parcel}.sig`, bytes: stored.signature },
    { name: `${parcel}.json`, bytes: stored.manifest },
  ];
  mkdirSync(out, { recursive: true });
  for (const { name, bytes } of files) writeWhole(join(out, name), bytes);
  state.markWritten(number);
  return { number, articles: manifest.articles, files: files.map(({ name }) => name) };
}

/**
 * Packs all that waits; at least one parcel, if only to tell how the sources do. Parcels whose
 * files an interrupted run did not finish are written first.
 */
export function packAll(options: PackOptions): readonly Packed[] {
  const { state, now } = options;
  const packed = state.listUnwritten().map((number) => writeParcel(options, number));
  do {
    const number = makeParcel(options, nextBatch(state.listWaiting()));
    packed.push(writeParcel(options, number));
  } while (state.listWaiting().length > 0);
  state.forgetBefore(addMs(now, -KEPT_MS));
  return packed;
}

/** The same parcel once more, byte for byte. Throws `ParcelForgotten`. */
export function packAgain(options: Pick<PackOptions, 'state' | 'out'>, number: number): Packed {
  return writeParcel(options, number);
}
