/**
 * What is kept of one piece of evidence, apart from the copy that people work with: the bytes as
 * captured, the capture as WARC 1.1 (ISO 28500), a picture of the page, the list of hashes, and
 * the time-stamp (RFC 3161) over that list; of a suspect picture, what was read of its copy mark.
 * The order is part of the labels in the vault: a new kind goes to the end.
 */
export const EVIDENCE_ITEMS = [
  'original',
  'warc',
  'page-image',
  'sums',
  'time-stamp',
  'mark-reading',
] as const;
export type EvidenceItem = (typeof EVIDENCE_ITEMS)[number];

/** What could not be made, and why; recorded, never silently left out. */
export const EVIDENCE_WARNINGS = [
  'no-browser',
  'page-not-shown',
  'page-shortened',
  'resources-missing',
  'no-authority',
  'authority-silent',
] as const;
export type EvidenceWarning = (typeof EVIDENCE_WARNINGS)[number];
