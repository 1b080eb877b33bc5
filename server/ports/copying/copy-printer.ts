/**
 * Prints a copy on A4 to be stamped and signed by hand: each page as the picture that was drawn of
 * it, the copy's number beside the page so that nothing is covered, and the sheet that a copy ends
 * with (practice of circular 104/2021/TT-BCA: the copy number top right on the first page; on the
 * last the form, time, quantity, recipient, authority).
 */
export type PrintedCopy = {
  /** PNG, one a page. */
  readonly pages: readonly Uint8Array[];
  /** `Bản sao số: 01`. */
  readonly name: string;
  readonly level: string;
  /** Under every page; empty for none. */
  readonly notice: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** Who allowed it. */
  readonly signer: { readonly role: string; readonly name: string };
  readonly remark: string;
};

export interface CopyPrinter {
  /** A PDF (PDF/A-2b), the same bytes for the same copy. */
  printCopy(copy: PrintedCopy): Promise<Uint8Array>;
}
