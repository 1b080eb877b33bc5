/** The paper printer on Typst: reports and minutes. */
import type { PaperPrinter } from '../../server/ports/evidence/paper-printer.ts';
import { typeset } from './typst.ts';

export function createPaperPrinter(): PaperPrinter {
  return {
    async printPaper(paper) {
      return typeset('paper.typ', { paper });
    },
  };
}
