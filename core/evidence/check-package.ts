/**
 * Checks a hand-over package: seal, manifests, every file, and that the ledger had each piece of
 * evidence. Everything in the package is attacker-controlled. Every change is found, and the file
 * that was changed is named: a file that vouches for others is judged before them, and what it
 * says is used only while it is good itself.
 */
import { sha256 } from '../common/sha256.ts';
import { BAG, DECLARATION, parseManifest, utf8Text } from './bag.ts';
import { PIECE, SEAL, SUMS_FACT, TAG_MANIFEST_FACT } from './package-layout.ts';

export const PACKAGE_FAULTS = [
  'missing',
  'extra',
  'differs',
  'malformed',
  'not-sealed',
  'not-proven',
] as const;
export type PackageFault = (typeof PACKAGE_FAULTS)[number];
export type PackageFinding = { readonly what: PackageFault; readonly path: string };

export type PackageReader = {
  /** Every file, by its path in the package; what is no plain file under a name that tells so. */
  paths(): Iterable<string>;
  read(path: string): Uint8Array | undefined;
};

export type PackageCheck = {
  readonly reader: PackageReader;
  /**
   * The key of the ledger, from elsewhere than the package; without it the key that lies in the
   * package is used, which shows damage but no forgery.
   */
  readonly vkey: string | null;
  readonly prover: LedgerProver;
};

/** The arithmetic of the ledger (`core/ledger`), given by the caller. */
export type LedgerProver = {
  /** The origin that the key names; null when it is none. */
  originOf(vkey: string): string | null;
  /** True when the proof, signed by the key, shows that the entry is in the ledger. */
  isProven(claim: LedgerClaim): boolean;
};

export type LedgerClaim = {
  readonly entry: Uint8Array;
  readonly proof: Uint8Array;
  readonly vkey: string;
};

export type PackageVerdict = {
  readonly findings: readonly PackageFinding[];
  /** Of the ledger whose seal was checked; null when there is no readable one. */
  readonly origin: string | null;
  readonly files: number;
  /** Folders of the pieces of evidence, for whoever checks their time-stamps. */
  readonly pieces: readonly string[];
};

type Facts = Readonly<Record<string, unknown>>;

const hex = (bytes: Uint8Array): string => sha256(bytes).toHex();

function factsOf(entry: Uint8Array): Facts {
  try {
    const parsed: unknown = JSON.parse(utf8Text(entry) ?? '');
    const facts = (parsed as { facts?: unknown } | null)?.facts;
    return typeof facts === 'object' && facts !== null ? (facts as Facts) : {};
  } catch {
    return {};
  }
}

class Findings {
  readonly list: PackageFinding[] = [];
  add(what: PackageFault, path: string): void {
    if (!this.list.some((known) => known.path === path)) this.list.push({ what, path });
  }
}

/** Names what differs from, or is missing beside, a list of hashes. True when nothing does. */
function compareListed(
  reader: PackageReader,
  hashes: ReadonlyMap<string, string>,
  findings: Findings,
): boolean {
  const before = findings.list.length;
  for (const [path, hash] of hashes) {
    const bytes = reader.read(path);
    if (!bytes) findings.add('missing', path);
    else if (hex(bytes) !== hash) findings.add('differs', path);
  }
  return findings.list.length === before;
}

function keyOfPackage({ reader, vkey, prover }: PackageCheck, findings: Findings): string | null {
  const bytes = reader.read(SEAL.vkey);
  const own = (bytes && utf8Text(bytes)?.replace(/\n$/, '')) ?? '';
  if (!bytes) findings.add('missing', SEAL.vkey);
  else if (prover.originOf(own) === null || utf8Text(bytes) !== `${own}\n`) {
    findings.add('malformed', SEAL.vkey);
  } else if (vkey !== null && own !== vkey) findings.add('differs', SEAL.vkey);
  return vkey ?? (prover.originOf(own) === null ? null : own);
}

/** The hash of the tag manifest that the ledger keeps; undefined when the seal does not hold. */
function checkSeal(check: PackageCheck, vkey: string | null, findings: Findings): unknown {
  const { reader, prover } = check;
  const sums = reader.read(SEAL.sums);
  const listed = sums && parseManifest(sums);
  if (!sums) findings.add('missing', SEAL.sums);
  else if (listed?.size !== 3) findings.add('malformed', SEAL.sums);
  const agrees = listed ? compareListed(reader, listed, findings) : true;
  const entry = reader.read(SEAL.entry);
  const proof = reader.read(SEAL.proof);
  if (!entry) findings.add('missing', SEAL.entry);
  if (!proof) findings.add('missing', SEAL.proof);
  if (!entry || !proof || vkey === null) return undefined;
  if (prover.isProven({ entry, proof, vkey })) {
    // The seal holds by itself, so the list beside it is what was changed, or both were.
    if (!agrees) findings.add('differs', SEAL.sums);
    return factsOf(entry)[TAG_MANIFEST_FACT];
  }
  if (agrees) {
    for (const path of [SEAL.entry, SEAL.proof]) findings.add('not-sealed', path);
  }
  return undefined;
}

type Lists = {
  readonly tags: ReadonlyMap<string, string>;
  readonly payload: ReadonlyMap<string, string>;
};

function readLists(check: PackageCheck, sealed: unknown, findings: Findings): Partial<Lists> {
  const { reader } = check;
  const tagBytes = reader.read(BAG.tagManifest);
  const tags = tagBytes && parseManifest(tagBytes);
  if (!tagBytes) findings.add('missing', BAG.tagManifest);
  else if (!tags) findings.add('malformed', BAG.tagManifest);
  else if (typeof sealed === 'string' && hex(tagBytes) !== sealed) {
    findings.add('differs', BAG.tagManifest);
  }
  const isGood = tags && !findings.list.some(({ path }) => path === BAG.tagManifest);
  if (!isGood) return {};
  compareListed(reader, tags, findings);
  const manifest = reader.read(BAG.manifest);
  const payload = manifest && parseManifest(manifest);
  if (manifest && !payload) findings.add('malformed', BAG.manifest);
  const isListed = !findings.list.some(({ path }) => path === BAG.manifest);
  return { tags, ...(payload && isListed ? { payload } : {}) };
}

function checkDeclaration({ reader }: PackageCheck, findings: Findings): void {
  const declared = reader.read(BAG.declaration);
  if (declared && utf8Text(declared) !== DECLARATION) {
    findings.add('malformed', BAG.declaration);
  }
}

function checkNames(check: PackageCheck, { tags, payload }: Partial<Lists>, findings: Findings) {
  const expected = new Set<string>([...Object.values(SEAL), BAG.tagManifest]);
  for (const path of [...(tags?.keys() ?? []), ...(payload?.keys() ?? [])]) expected.add(path);
  let files = 0;
  for (const path of check.reader.paths()) {
    files += 1;
    const isUnjudged = payload === undefined && path.startsWith('data/');
    const isUnlisted = tags === undefined && !path.startsWith('seal/');
    if (!expected.has(path) && !isUnjudged && !isUnlisted) findings.add('extra', path);
  }
  return files;
}

/** Hashes of `SHA256SUMS` that proven entries of the ledger keep. */
function provenSums(
  { reader, prover }: PackageCheck,
  { paths, vkey }: { readonly paths: readonly string[]; readonly vkey: string },
  findings: Findings,
): ReadonlySet<unknown> {
  const sums = new Set<unknown>();
  for (const path of paths.filter((each) => /^data\/ledger\/entry-\d+\.json$/.test(each))) {
    const entry = reader.read(path);
    const proof = reader.read(path.replace(/\.json$/, '.tlog-proof'));
    if (!entry || !proof) continue;
    if (prover.isProven({ entry, proof, vkey })) sums.add(factsOf(entry)[SUMS_FACT]);
    else findings.add('not-proven', path);
  }
  return sums;
}

/** Each piece of evidence is what the ledger committed to when it was preserved. */
function checkPieces(
  check: PackageCheck,
  { payload, vkey }: { readonly payload: ReadonlyMap<string, string>; readonly vkey: string },
  findings: Findings,
): readonly string[] {
  const { reader } = check;
  const paths = [...payload.keys()];
  const proven = provenSums(check, { paths, vkey }, findings);
  const pieces: string[] = [];
  for (const path of paths.filter((each) => /^data\/evidence\/\d+\/SHA256SUMS$/.test(each))) {
    const folder = path.slice(0, -PIECE.sums.length - 1);
    pieces.push(folder);
    const bytes = reader.read(path);
    const listed = bytes && parseManifest(bytes);
    if (!bytes || !listed) {
      if (bytes) findings.add('malformed', path);
      continue;
    }
    if (!proven.has(hex(bytes))) findings.add('not-proven', path);
    const below = new Map([...listed].map(([name, hash]) => [`${folder}/${name}`, hash]));
    compareListed(reader, below, findings);
  }
  return pieces;
}

export function checkPackage(check: PackageCheck): PackageVerdict {
  const findings = new Findings();
  const vkey = keyOfPackage(check, findings);
  const sealed = checkSeal(check, vkey, findings);
  const lists = readLists(check, sealed, findings);
  checkDeclaration(check, findings);
  const files = checkNames(check, lists, findings);
  const { payload } = lists;
  if (payload) compareListed(check.reader, payload, findings);
  const pieces = payload && vkey ? checkPieces(check, { payload, vkey }, findings) : [];
  if (findings.list.length === 0 && typeof sealed !== 'string') {
    findings.add('not-sealed', SEAL.entry);
  }
  const origin = vkey === null ? null : check.prover.originOf(vkey);
  return { findings: findings.list, origin, files, pieces };
}
