/**
 * Prints an official paper (decree 30/2020 annex I: heads of both sides, number and day, title,
 * body, signatures) as a PDF to be completed and signed by hand.
 */
export type PaperBlock =
  | { readonly kind: 'text'; readonly heading: string | null; readonly lines: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    };

export type Paper = {
  readonly superiorBody: string;
  readonly body: string;
  /** `Số: …/BC-…`; its gaps are dots to be filled by hand. */
  readonly number: string;
  readonly placeAndDay: string;
  readonly title: string;
  readonly subtitle: string;
  /** `Kính gửi: …`; null for minutes. */
  readonly to: string | null;
  readonly blocks: readonly PaperBlock[];
  /** One column each. */
  readonly signatures: readonly { readonly role: string; readonly name: string }[];
  /** In small type under everything: what kind of print this is. */
  readonly notice: string;
};

export interface PaperPrinter {
  /** A PDF (PDF/A-2b), the same bytes for the same paper. */
  printPaper(paper: Paper): Promise<Uint8Array>;
}
