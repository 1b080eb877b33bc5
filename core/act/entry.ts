/**
 * The ledger entry: what was done, by whom, when, on what, and a salted digest of every row that
 * the act wrote. Encoded as canonical JSON (RFC 8785), at most 65,535 bytes (C2SP tlog-tiles).
 *
 * An entry never holds a summary, a text, a file name or a person's name: ids are random, and rows
 * enter only as digests with a secret salt kept in the row. Destroying a row therefore never
 * breaks the tree, and the tree never tells what the row said.
 */
import type { Instant } from '../common/calendar-date.ts';
import { encodeCanonical, type Json } from '../common/canonical-json.ts';
import { corruption } from '../common/fault.ts';
import type { PersonId } from '../common/id.ts';
import { invariant } from '../common/invariant.ts';
import type { RefusalCode } from '../common/refusal-code.ts';
import { sha256, utf8 } from '../common/sha256.ts';
import { VERBS, type Verb } from './verb.ts';

/** A person, the operator at the machine's console, or the passing of time. */
export type EntryActor = PersonId | 'console' | 'clock';

/** What an act is about: ids only. `document` decides who may see the entry. */
export type EntrySubject = {
  readonly document?: string;
  readonly copy?: string;
  readonly person?: string;
  readonly article?: string;
  readonly match?: string;
  readonly incident?: string;
  /** A request to publish, or an item of the release calendar. */
  readonly request?: string;
  readonly release?: string;
};

/** `[table, row id, base64 digest]`; a null digest says that the row was removed. */
export type RowDigest = readonly [table: string, id: string, digest: string | null];

export type Entry = {
  readonly v: 1;
  readonly at: Instant;
  readonly actor: EntryActor;
  readonly verb: Verb;
  readonly subject: EntrySubject;
  readonly facts: { readonly [name: string]: Json };
  /** Present when the attempt was refused: nothing was written, the attempt is on record. */
  readonly refused?: readonly RefusalCode[];
  readonly rows: readonly RowDigest[];
};

export const ENTRY_MAX_BYTES = 65_535;

export function encodeEntry(entry: Entry): Uint8Array {
  const bytes = utf8(encodeCanonical(entry as unknown as Json));
  invariant(bytes.length <= ENTRY_MAX_BYTES, 'a ledger entry fits 65,535 bytes');
  return bytes;
}

/** Reads a stored entry; anything that this program cannot have written is corruption. */
export function decodeEntry(bytes: Uint8Array): Entry {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const entry = JSON.parse(text) as Entry;
  const known = entry.v === 1 && entry.verb in VERBS && Array.isArray(entry.rows);
  if (!known) throw corruption('ledger_entry', 'an entry of unknown form');
  return entry;
}

/** Digest of one row: SHA-256 of a 16-byte secret salt and the row in canonical JSON. */
export function digestRow(salt: Uint8Array, row: { readonly [column: string]: Json }): Uint8Array {
  invariant(salt.length === 16, 'a row salt has 16 bytes');
  return sha256(salt, utf8(encodeCanonical(row)));
}
