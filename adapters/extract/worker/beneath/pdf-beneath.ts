/** Beneath a PDF: its properties, its notes and form fields, and the files attached to it. */
import { openPdf, type PdfDocument } from '../text/pdf-document.ts';
import type { Beneath } from './beneath.ts';

const PROPERTIES = ['Title', 'Author', 'Subject', 'Keywords', 'Creator'];
const MOST_FILES = 50;

const words = (found: unknown): readonly string[] =>
  typeof found === 'string' && found.trim() !== '' ? [found.replace(/\s+/g, ' ').trim()] : [];

async function propertiesOf(document: PdfDocument): Promise<readonly string[]> {
  const { info } = await document.getMetadata();
  const named = info as Readonly<Record<string, unknown>>;
  return PROPERTIES.flatMap((name) => words(named[name]));
}

async function notesOf(document: PdfDocument): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    for (const annotation of await page.getAnnotations()) {
      const { contentsObj, titleObj, fieldValue } = annotation;
      lines.push(...words(titleObj?.str), ...words(contentsObj?.str), ...words(fieldValue));
    }
    page.cleanup();
  }
  return lines;
}

async function attachmentsOf(document: PdfDocument): Promise<Beneath['files']> {
  const attached: unknown = await document.getAttachments();
  if (typeof attached !== 'object' || attached === null) return [];
  return Object.values(attached).flatMap(({ filename, content }) =>
    content instanceof Uint8Array ? [{ name: String(filename), bytes: content }] : [],
  );
}

export async function pdfBeneath(file: Buffer): Promise<Beneath> {
  const document = await openPdf(file);
  const lines = [...(await propertiesOf(document)), ...(await notesOf(document))];
  const files = await attachmentsOf(document);
  return { lines, files: files.slice(0, MOST_FILES), rejected: [] };
}
