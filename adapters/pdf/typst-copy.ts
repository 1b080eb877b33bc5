/** The copy printer on Typst. */
import type { CopyPrinter } from '../../server/ports/copying/copy-printer.ts';
import { typeset } from './typst.ts';

export function createCopyPrinter(): CopyPrinter {
  return {
    async printCopy({ pages, ...words }) {
      const pictures = pages.map((png, at) => [`page-${at + 1}.png`, png] as const);
      const copy = { ...words, pages: pages.length };
      return typeset('copy.typ', { copy }, new Map(pictures));
    },
  };
}
