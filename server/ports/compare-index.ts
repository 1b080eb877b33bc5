/**
 * The compare index: registered texts in the form that finds their reuse. As secret as the
 * documents: it is in memory only while the vault is open, and at rest only sealed by the vault.
 */
import type { Level } from '../../core/level/level.ts';
import type { PassageWhy } from './spans.ts';

export type IndexMatch = {
  readonly documentId: string;
  /** UTF-16 offsets in the text asked about, end excluded. */
  readonly articleStart: number;
  readonly articleEnd: number;
  /** UTF-16 offsets in the stored text of the document, end excluded. */
  readonly docStart: number;
  readonly docEnd: number;
  /** 0 to 1. */
  readonly score: number;
  readonly why: PassageWhy;
  readonly against: PublicListMark;
};

/** Wording that anyone may quote, as the house lists it. Version 0: there is no list. */
export type PublicList = { readonly version: number; readonly texts: readonly string[] };
/** The list that a match was weighed by. */
export type PublicListMark = { readonly version: number; readonly texts: number };

/** A document's text as the house has it now. */
export type StoredText = {
  readonly documentId: string;
  /** Another one for every version of the text. */
  readonly objectName: string;
  /** Null: not known, so kept as of the highest. */
  readonly level: Level | null;
};

/** Where the index learns what belongs into it. `Text`: what `load` needs to know of one. */
export type TextSource<Text extends StoredText> = {
  list(): AsyncIterable<Text>;
  listPublic(): Promise<PublicList>;
  /** Null: reported as damaged; the rest goes on. Throws `VaultSealed`. */
  load(text: Text): Promise<string | null>;
  /** Hears that the index at rest cannot be used; it is then made anew from the texts. */
  report(reason: unknown): void;
};

/** The index while the vault is sealed. */
export interface IndexRest {
  /**
   * Puts it in the place of the former one, whole or not at all. `compartment`: the highest level
   * of what it holds. Throws what `content` throws, `VaultSealed`, or Fault `storage-failed`.
   */
  save(compartment: Level, content: AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * False when there is none. A piece is authentic when it comes and overwritten after; the next
   * waits until `take` has it. Only the normal end says that it was complete. Throws
   * `VaultSealed`, Fault `vault-object-damaged` or `storage-failed`.
   */
  load(take: (piece: Uint8Array) => void | Promise<void>): Promise<boolean>;
  remove(): Promise<void>;
}

export interface CompareIndex {
  /** How many texts at the same time keep it busy. */
  readonly atOnce: number;
  isOpen(): boolean;
  /**
   * Makes the index hold exactly the texts of the source, once per opening: every call waits for
   * the one filling. What rests sealed is taken first, the rest is loaded. A filling that failed
   * is tried again by the next call. `anew`: the public list changed; another index is made beside
   * this one, which answers until that takes its place. Matchers of their own forget theirs, and
   * every call waits until they hold the other.
   */
  fill<Text extends StoredText>(source: TextSource<Text>, anew?: 'anew'): Promise<void>;
  /**
   * Adds the text, or puts it in the place of the document's former one. `objectName`: where the
   * text is stored; without it, the next opening loads the text once more.
   */
  put(documentId: string, text: string, objectName?: string): void;
  remove(documentId: string): void;
  /**
   * Finds what was added; who needs an answer about everything stored awaits `fill` first. `among`:
   * as if no other documents had been added. Throws `VaultSealed`, or Fault `matching-unavailable`
   * when matchers of their own hold the index and do not answer.
   */
  find(text: string, among?: ReadonlySet<string>): Promise<readonly IndexMatch[]>;
  /** Overwrites and forgets everything: the vault was sealed. */
  close(): void;
  /** Starts empty: the vault was opened. */
  open(): void;
}
