/** Beneath a PDF: its properties, its notes and form fields, and the files attached to it. */
import { FileStop } from '../file-stop.ts';
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

/** What was left out is told: nobody may take it for clean. */
async function attachmentsOf(document: PdfDocument): Promise<Pick<Beneath, 'files' | 'rejected'>> {
  const attached = await document.getAttachments();
  const files: { name: string; bytes: Uint8Array }[] = [];
  const named = [...(attached ?? [])];
  const stop = new FileStop('output-limit', 'too-many-parts');
  const rejected = named.slice(MOST_FILES).map(([name]) => ({ name, stop }));
  for (const [id, { filename }] of named.slice(0, MOST_FILES)) {
    const bytes: unknown = await document.getAttachmentContent(id);
    if (bytes instanceof Uint8Array) files.push({ name: filename, bytes });
  }
  return { files, rejected };
}

export async function pdfBeneath(file: Buffer): Promise<Beneath> {
  const document = await openPdf(file);
  const lines = [...(await propertiesOf(document)), ...(await notesOf(document))];
  return { lines, ...(await attachmentsOf(document)) };
}
