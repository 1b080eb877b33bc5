/** The book printer on Typst. */
import type { BookPrinter } from '../../server/ports/book-printer.ts';
import { typeset } from './typst.ts';

/** Relative widths by column code; the summary and the recipients need the room. */
const WIDTHS: Readonly<Record<string, number>> = {
  line: 0.5,
  number: 0.6,
  'type-and-summary': 2.6,
  recipients: 1.7,
  receiver: 1.5,
  'issuing-body': 1.5,
  symbol: 1.2,
};

export function createBookPrinter(): BookPrinter {
  return {
    async printBook(book) {
      const widths = book.columns.map(({ code }) => WIDTHS[code] ?? 1);
      return typeset('book.typ', { book, widths });
    },
  };
}
