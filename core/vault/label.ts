/**
 * What a vault object is: which document (or article, or case), which of its contents, which
 * version. The label is bound into the object's header, so that a good object put in the place of
 * another good object is refused on reading. age (C2SP) has no associated data of its own.
 */
import { encodeCanonical } from '../common/canonical-json.ts';
import type { ObjectName } from '../common/id.ts';
import { invariant } from '../common/invariant.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export const OBJECT_KINDS = [
  'content',
  'text',
  'article',
  'evidence',
  'wording',
  'variant',
  'mark-secret',
  'suspect',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

export type ObjectLabel = {
  /** The random UUID of the document, article or evidence that owns the object. */
  readonly documentId: string;
  readonly kind: ObjectKind;
  readonly version: number;
};

/**
 * SHA-256 of the canonical label together with the object's own name: two objects written under
 * one label (a repeated upload) cannot be exchanged for each other either.
 */
export function labelHash(label: ObjectLabel, objectName: ObjectName): Uint8Array {
  invariant(Number.isSafeInteger(label.version) && label.version >= 0, 'a version is a count');
  const { documentId, kind, version } = label;
  return sha256(utf8(encodeCanonical({ documentId, kind, objectName, version })));
}

/** The compare index at rest, as part of a compartment: a file of one is refused in another. */
export function indexLabelHash(compartment: string): Uint8Array {
  return sha256(utf8(encodeCanonical({ compartment, kind: 'compare-index' })));
}
