/** Random changes of a package, each with the files that a check must name. Seeded. */
import {
  checkPackage,
  type LedgerProver,
  type PackageReader,
} from '../core/evidence/check-package.ts';

type Files = ReadonlyMap<string, Uint8Array>;

export const readerOf = (files: Files): PackageReader => ({
  paths: () => files.keys(),
  read: (path) => files.get(path),
});

/** Numbers from 0 up to, not including, `below` (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Change = { readonly what: string; readonly files: Files; readonly named: readonly string[] };
type Pick = (below: number) => number;

const CHANGES = [
  'flip-bit',
  'set-byte',
  'insert-byte',
  'drop-byte',
  'cut-end',
  'append',
  'empty',
  'remove',
  'rename',
  'add',
  'swap',
] as const;

function edited(what: (typeof CHANGES)[number], bytes: Uint8Array, pick: Pick): Uint8Array {
  const at = pick(Math.max(1, bytes.length));
  const before = bytes.subarray(0, at);
  const value = bytes[at] ?? 0;
  switch (what) {
    case 'flip-bit':
      return Buffer.concat([before, Uint8Array.of(value ^ (1 << pick(8))), bytes.subarray(at + 1)]);
    case 'set-byte':
      return Buffer.concat([before, Uint8Array.of(value + 1 + pick(255)), bytes.subarray(at + 1)]);
    case 'insert-byte':
      return Buffer.concat([before, Uint8Array.of(pick(256)), bytes.subarray(at)]);
    case 'drop-byte':
      return Buffer.concat([before, bytes.subarray(at + 1)]);
    case 'cut-end':
      return bytes.subarray(0, at);
    case 'append':
      return Buffer.concat([bytes, Uint8Array.of(pick(256))]);
    default:
      return new Uint8Array();
  }
}

function changeOf(files: Files, pick: Pick): Change {
  const paths = [...files.keys()];
  const path = paths[pick(paths.length)] ?? '';
  const other = paths[pick(paths.length)] ?? '';
  const what = CHANGES[pick(CHANGES.length)] ?? 'remove';
  const changed = new Map(files);
  const bytes = files.get(path) ?? new Uint8Array();
  const twin = files.get(other) ?? new Uint8Array();
  if (what === 'remove') changed.delete(path);
  else if (what === 'rename') {
    changed.delete(path);
    changed.set(`${path}x`, bytes);
    return { what, files: changed, named: [path] };
  } else if (what === 'add') {
    const added = `${path}-${pick(1_000)}`;
    changed.set(added, bytes);
    return { what, files: changed, named: [added] };
  } else if (what === 'swap') {
    changed.set(path, twin).set(other, bytes);
    const differs = Buffer.compare(bytes, twin) !== 0;
    return { what, files: changed, named: differs ? [path, other] : [] };
  } else changed.set(path, edited(what, bytes, pick));
  const now = changed.get(path);
  const isSame = now !== undefined && Buffer.compare(now, bytes) === 0;
  return { what, files: changed, named: isSame ? [] : [path] };
}

export type Tampering = {
  readonly vkey: string;
  readonly prover: LedgerProver;
  readonly changes: number;
  readonly seed: number;
};

/**
 * Makes that many changes, one at a time, and returns those after which the check was content, or
 * did not name one of the changed files. A list that was changed hides what it lists, so of two
 * files changed at once one must be named.
 */
export function countUnfound(files: Files, tampering: Tampering): readonly string[] {
  const { vkey, prover, changes, seed } = tampering;
  const pick = seeded(seed);
  const unfound: string[] = [];
  for (let made = 0; made < changes; ) {
    const { what, files: changed, named } = changeOf(files, pick);
    // Two equal files exchanged, an empty one emptied: nothing was changed.
    if (named.length === 0) continue;
    made += 1;
    const { findings } = checkPackage({ reader: readerOf(changed), vkey, prover });
    const isNamed = findings.some(({ path }) => named.includes(path));
    if (!isNamed) unfound.push(`${what} ${named.join(' ')}: ${JSON.stringify(findings)}`);
  }
  return unfound;
}
