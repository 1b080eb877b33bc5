/**
 * The compare index: registered texts in the form that finds their reuse. As secret as the
 * documents: it exists in memory only while the vault is open and is rebuilt from the vault.
 */
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
};

export interface CompareIndex {
  isOpen(): boolean;
  /**
   * Loads the stored texts, once per opening: every call waits for the one loading. `offer` adds a
   * text unless the document has one by now. A loading that failed is tried again by the next call.
   */
  fill(load: (offer: (documentId: string, text: string) => void) => Promise<void>): Promise<void>;
  /** Adds the text, or puts it in the place of the document's former one. */
  put(documentId: string, text: string): void;
  remove(documentId: string): void;
  /**
   * Finds what was added; who needs an answer about everything stored awaits `fill` first. `among`:
   * as if no other documents had been added.
   */
  find(text: string, among?: ReadonlySet<string>): readonly IndexMatch[];
  /** Forgets everything: the vault was sealed. */
  close(): void;
  /** Starts empty: the vault was opened. */
  open(): void;
}
