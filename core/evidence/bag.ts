/**
 * A folder that can be checked with `sha256sum` alone: BagIt 1.0 (RFC 8493), SHA-256 manifests,
 * payload below `data/`. The hash of the tag manifest is what the ledger keeps of a bag, and
 * through the manifests it stands for every byte of it.
 */
import { invariant } from '../common/invariant.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export const BAG = {
  declaration: 'bagit.txt',
  about: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
} as const;

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export type BagFiles = ReadonlyMap<string, Uint8Array>;

/** One text for one spelling: no replacement characters, and a byte order mark stays visible. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Plain names on every system: no spaces, no `..`, nothing that RFC 8493 would have to escape. */
export function isBagPath(path: string): boolean {
  const segments = path.split('/');
  return segments.every((segment) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(segment));
}

/** One line a file, as `sha256sum` writes and reads it, sorted by path. */
export function formatManifest(files: BagFiles): string {
  return [...files.keys()]
    .toSorted()
    .map((path) => {
      invariant(isBagPath(path), 'a bag has plain names');
      return `${sha256(files.get(path) ?? new Uint8Array()).toHex()}  ${path}\n`;
    })
    .join('');
}

/** Hash by path; undefined unless the bytes are exactly what `formatManifest` could write. */
export function parseManifest(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  const text = utf8Text(bytes);
  if (text === undefined || (text !== '' && !text.endsWith('\n'))) return undefined;
  const hashes = new Map<string, string>();
  let before = '';
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? [];
    if (!isBagPath(path) || path <= before) return undefined;
    hashes.set(path, hash);
    before = path;
  }
  return hashes;
}

/** One value a line: what a person typed must not begin another label. */
function formatAbout(about: readonly (readonly [label: string, value: string])[]): string {
  return about.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}

export type BagPlan = {
  /** Below `data/`, without that prefix. */
  readonly payload: BagFiles;
  /** Beside `data/`. */
  readonly tags: BagFiles;
  /** Lines of `bag-info.txt`; `Payload-Oxum` is added. */
  readonly about: readonly (readonly [label: string, value: string])[];
};

export type Bag = {
  readonly files: BagFiles;
  /** Hexadecimal SHA-256 of `tagmanifest-sha256.txt`. */
  readonly sha256: string;
};

export function packBag({ payload, tags, about }: BagPlan): Bag {
  const data = new Map([...payload].map(([path, bytes]) => [`data/${path}`, bytes]));
  const size = [...payload.values()].reduce((sum, { length }) => sum + length, 0);
  const oxum = ['Payload-Oxum', `${size}.${payload.size}`] as const;
  const beside = new Map([
    ...tags,
    [BAG.declaration, utf8(DECLARATION)],
    [BAG.about, utf8(formatAbout([...about, oxum]))],
    [BAG.manifest, utf8(formatManifest(data))],
  ]);
  const tagManifest = utf8(formatManifest(beside));
  return {
    files: new Map([...beside, [BAG.tagManifest, tagManifest], ...data]),
    sha256: sha256(tagManifest).toHex(),
  };
}
