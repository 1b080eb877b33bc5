/**
 * What a check of the stored house can find, in the order in which it looks: the ledger, the rows
 * that it vouches for, the registers, copies, vault objects. Each names the one thing to look at.
 */
export type FsckFinding =
  | { readonly what: 'entry-missing' | 'entry-malformed'; readonly entry: number }
  /** The stored body is not the one whose hash is in the tree. */
  | { readonly what: 'entry-differs'; readonly entry: number }
  | { readonly what: 'column-differs'; readonly entry: number; readonly column: string }
  /** A stored subtree hash over the entries `from` to `to`. */
  | ({ readonly what: 'hash-missing' | 'hash-extra' | 'hash-differs' } & SubtreePlace)
  | { readonly what: 'head-differs'; readonly size: number; readonly derivedSize: number }
  /** Behind or beside a head that was signed before. */
  | { readonly what: 'signed-head-differs'; readonly size: number }
  /** No entry of the ledger wrote this row. */
  | { readonly what: 'row-unaccounted'; readonly table: string; readonly id: string }
  /** `entry`: the last one that wrote the row. */
  | ({ readonly what: 'row-differs' | 'row-missing' | 'row-entry-differs' } & RowPlace)
  | ({ readonly what: 'number-missing' | 'line-without-document' | 'line-differs' } & LinePlace)
  | { readonly what: 'registered-differs' | 'copies-incomplete'; readonly document: string }
  | ({ readonly what: 'object-missing' | 'object-damaged' } & ObjectPlace);

type SubtreePlace = {
  readonly level: number;
  readonly index: number;
  readonly from: number;
  readonly to: number;
};
type RowPlace = { readonly table: string; readonly id: string; readonly entry: number };
type LinePlace = { readonly register: string; readonly year: number; readonly number: number };
type ObjectPlace = { readonly id: string; readonly objectName: string };

/** Nothing is wrong, but somebody may want to know: sealed files that no row names. */
export type FsckNote = {
  readonly note: 'file-without-row' | 'file-left-behind' | 'temporary-left';
  readonly objectName: string;
};

/** What a check tells, one after the other; how much was looked at comes last. */
export type FsckItem = FsckFinding | FsckNote | { readonly looked: FsckCounts };

export type FsckStage = 'ledger' | 'rows' | 'books' | 'objects';
export type FsckCounts = {
  readonly entries: number;
  readonly rows: number;
  readonly lines: number;
  readonly copies: number;
  readonly objects: number;
};
