/**
 * The parcel: how public articles come from the outside collector into the house, on a medium or
 * over a one-way link. A parcel is one WARC file cut into pieces, a manifest that names each piece
 * by its SHA-256, and an Ed25519 signature over the manifest's bytes. Numbers run without gaps for
 * each collector and each manifest names the one before it, so that a parcel held back, replayed or
 * exchanged is seen. `docs/collector.md` tells how to check one with `openssl` and `sha256sum`.
 *
 * Made by `collector/`, read by `server/watch`. Pure: the signature is checked by whoever reads.
 */
import { type Instant, parseInstant } from '../common/calendar-date.ts';
import { encodeCanonical, type Json } from '../common/canonical-json.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export const SOURCE_KINDS = ['feed', 'sitemap', 'page', 'mbox', 'telegram', 'jsonl'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** `new`: not enough seen to know its usual interval. `silent`: longer without news than usual. */
export const SOURCE_STATES = ['new', 'good', 'failing', 'silent'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** How a source did until the parcel was made. */
export type SourceHealth = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly state: SourceState;
  readonly lastSuccessAt: Instant | null;
  readonly lastArticleAt: Instant | null;
  /** Between two articles, as observed; null while too few were seen. */
  readonly usualMinutes: number | null;
  /** The code of the last failure; null when the last visit succeeded. */
  readonly problem: string | null;
};

export type ParcelPiece = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type Manifest = {
  readonly v: 1;
  readonly kind: 'niem-phong-parcel';
  /** Hexadecimal SHA-256 of the collector's raw public key. */
  readonly collector: string;
  /** 1, 2, 3 and so on. */
  readonly number: number;
  /** Hexadecimal SHA-256 of the manifest before; null in the first. */
  readonly previous: string | null;
  readonly madeAt: Instant;
  readonly articles: number;
  /** The pieces joined in order: one WARC file; of no bytes when nothing was new. */
  readonly content: { readonly sizeBytes: number; readonly sha256: string };
  readonly pieces: readonly ParcelPiece[];
  readonly sources: readonly SourceHealth[];
};

/** Bounds on what a parcel may claim: it is read whole before anything in it is trusted. */
export const PARCEL_LIMITS = {
  manifestBytes: 4_000_000,
  contentBytes: 100_000_000,
  articles: 5_000,
  pieces: 9_999,
  sources: 5_000,
} as const;

const HASH = /^[0-9a-f]{64}$/;

export const hashOf = (...parts: readonly Uint8Array[]): string => sha256(...parts).toHex();

/** `0123456789abcdef-000012`: what the names of all files of a parcel begin with. */
export function parcelName({ collector, number }: Pick<Manifest, 'collector' | 'number'>): string {
  return `${collector.slice(0, 16)}-${String(number).padStart(6, '0')}`;
}

export const pieceName = (parcel: string, index: number): string =>
  `${parcel}.${String(index + 1).padStart(4, '0')}`;

export function encodeManifest(manifest: Manifest): Uint8Array {
  return utf8(encodeCanonical(manifest as unknown as Json));
}

type Fields = Readonly<Record<string, unknown>>;

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const isInstantOrNull = (value: unknown): boolean => value === null || parseInstant(value) !== null;
const isWord = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= most && value.isWellFormed();
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

function isHealth(value: unknown): boolean {
  const { name, kind, state, lastSuccessAt, lastArticleAt, usualMinutes, problem } =
    fieldsOf(value);
  return (
    isWord(name, 200) &&
    SOURCE_KINDS.some((known) => known === kind) &&
    SOURCE_STATES.some((known) => known === state) &&
    isInstantOrNull(lastSuccessAt) &&
    isInstantOrNull(lastArticleAt) &&
    (usualMinutes === null || isCount(usualMinutes)) &&
    (problem === null || (isWord(problem, 60) && /^[a-z-]+$/.test(problem)))
  );
}

function arePieces(value: unknown, manifest: Manifest): boolean {
  if (!Array.isArray(value) || value.length > PARCEL_LIMITS.pieces) return false;
  const parcel = parcelName(manifest);
  const sizes = value.map((each: unknown, index) => {
    const { name, sizeBytes, sha256: hash } = fieldsOf(each);
    const isGood = name === pieceName(parcel, index) && isCount(sizeBytes) && isHash(hash);
    return isGood && sizeBytes > 0 ? sizeBytes : Number.NaN;
  });
  return sizes.reduce((sum, size) => sum + size, 0) === manifest.content.sizeBytes;
}

function isManifest(value: unknown): value is Manifest {
  const { v, kind, collector, number, previous, madeAt, articles, content, sources, pieces } =
    fieldsOf(value);
  const { sizeBytes, sha256: contentHash } = fieldsOf(content);
  return (
    v === 1 &&
    kind === 'niem-phong-parcel' &&
    isHash(collector) &&
    isCount(number) &&
    number >= 1 &&
    (previous === null || isHash(previous)) &&
    parseInstant(madeAt) !== null &&
    isCount(articles) &&
    articles <= PARCEL_LIMITS.articles &&
    isCount(sizeBytes) &&
    sizeBytes <= PARCEL_LIMITS.contentBytes &&
    isHash(contentHash) &&
    arePieces(pieces, value as Manifest) && // Its other members were just looked at.
    Array.isArray(sources) &&
    sources.length <= PARCEL_LIMITS.sources &&
    sources.every(isHealth)
  );
}

/** Inverse of `encodeManifest`; null for every other form, so that one manifest has one hash. */
export function parseManifest(bytes: Uint8Array): Manifest | null {
  if (bytes.length > PARCEL_LIMITS.manifestBytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isManifest(value) && encodeCanonical(value as unknown as Json) === text ? value : null;
  } catch {
    return null;
  }
}
