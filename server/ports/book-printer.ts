/** Prints a register as a book: cover, then the ten columns on A4 (decree 63/2026, annex III). */
export type BookCover = {
  readonly superiorBody: string;
  readonly body: string;
  readonly title: string;
  readonly year: number;
  /** dd/MM/yyyy; empty while the book has no line. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly firstNumber: string;
  readonly lastNumber: string;
  readonly volume: number;
  /** What kind of print this is and that it is signed and bound by hand. */
  readonly notice: string;
};

export type Book = {
  readonly cover: BookCover;
  readonly columns: readonly { readonly code: string; readonly title: string }[];
  readonly lines: readonly {
    readonly cells: Readonly<Record<string, string>>;
    /** Reason of a voided number: its line is struck through and stays. */
    readonly voided: string | null;
  }[];
};

export interface BookPrinter {
  /** A PDF (PDF/A-2b), the same bytes for the same book. */
  printBook(book: Book): Promise<Uint8Array>;
}
