/**
 * The book printer on Typst. Words travel as JSON inputs, never as markup (attacker-controlled
 * text must not become source); the workspace holds nothing but the template; a missing font is an
 * error here, because Typst only warns and would print empty boxes.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { invariant } from '../../core/common/invariant.ts';
import type { Book, BookPrinter } from '../../server/ports/book-printer.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const FACES = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];

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

function fontBlobs(): Buffer[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/tinos')));
  return FACES.map((face) => readFileSync(join(folder, face)));
}

export function createBookPrinter(): BookPrinter {
  let compiler: NodeCompiler | null = null;
  return {
    async printBook(book: Book) {
      compiler ??= NodeCompiler.create({
        workspace: HERE,
        fontArgs: [{ fontBlobs: fontBlobs() }],
      });
      const widths = book.columns.map(({ code }) => WIDTHS[code] ?? 1);
      const compiled = compiler.compile({
        mainFilePath: join(HERE, 'book.typ'),
        inputs: { book: JSON.stringify(book), widths: JSON.stringify(widths) },
      });
      const { result } = compiled;
      invariant(result && !compiled.hasError(), 'the template of the book compiles');
      return new Uint8Array(
        compiler.pdf(result, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: 0 }),
      );
    },
  };
}
