/**
 * Where everything stands in a hand-over package. `seal/` is made last: the ledger entry that keeps
 * the hash of the tag manifest, with its proof. It stands outside the manifests and proves itself.
 */
export const SEAL = {
  entry: 'seal/entry.json',
  proof: 'seal/entry.tlog-proof',
  vkey: 'seal/vkey',
  sums: 'seal/SHA256SUMS',
} as const;

export const PACKAGE = {
  checker: 'check.mjs',
  readmeVi: 'DOC-TRUOC.txt',
  readmeEn: 'README.txt',
  incident: 'incident.json',
  minutes: 'minutes.pdf',
} as const;

/** The files of one piece of evidence; `sums` lists the others and is what was time-stamped. */
export const PIECE = {
  original: 'original.bin',
  warc: 'capture.warc',
  /** Made from the WARC for the package, so `sums` does not list it; the bag does. */
  wacz: 'capture.wacz',
  pageImage: 'page.png',
  sums: 'SHA256SUMS',
  stamp: 'SHA256SUMS.tsr',
  authority: 'tsa-ca.pem',
  reading: 'mark-reading.json',
  custody: 'custody.json',
} as const;

/** `number` counts the pieces from 1. */
export const pieceFolder = (number: number): string => `evidence/${number}`;
export const ledgerEntry = (index: number): string => `ledger/entry-${index}.json`;
export const ledgerProof = (index: number): string => `ledger/entry-${index}.tlog-proof`;

/** The name of the fact, in the entry of a package, that keeps the hash of its tag manifest. */
export const TAG_MANIFEST_FACT = 'tagManifest';
/** The name of the fact, in the entry of a preservation, that keeps the hash of `SHA256SUMS`. */
export const SUMS_FACT = 'sums';
