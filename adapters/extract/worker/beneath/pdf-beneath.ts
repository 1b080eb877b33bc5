/**
 * Beneath a PDF: its properties, its notes and form fields, what it said before it was changed, and
 * the files attached to it.
 */
import { FileStop } from '../file-stop.ts';
import { openPdf, type PdfDocument } from '../text/pdf-document.ts';
import { textsOf } from '../text/pdf-text.ts';
import type { Beneath } from './beneath.ts';
import { linesOfXml } from './xml-lines.ts';

const MOST_FILES = 50;
const MOST_REVISIONS = 20;
const END_OF_FILE = '%%EOF';
const HEAD_BYTES = 1_024;

const words = (found: unknown): readonly string[] =>
  typeof found === 'string' && found.trim() !== '' ? [found.replace(/\s+/g, ' ').trim()] : [];

/** Every word of the information dictionary, also of fields of somebody's own, and of XMP. */
async function propertiesOf(document: PdfDocument): Promise<readonly string[]> {
  const { info, metadata } = await document.getMetadata();
  const { Custom: custom, ...named } = info as Readonly<Record<string, unknown>>;
  const told = Object.entries({ ...named, ...(custom as object | undefined) })
    .filter(([name]) => !/Date$|Version$/.test(name))
    .flatMap(([, value]) => words(value));
  const xmp: unknown = metadata?.getRaw();
  const lines = typeof xmp === 'string' ? linesOfXml(xmp, { eachElement: true }) : [];
  return [...told, ...lines];
}

/** A change is written behind the end of what was there before (ISO 32000, 7.5.6). */
function earlierVersions(file: Buffer): readonly Buffer[] {
  const isFirstEndReal = !file.subarray(0, HEAD_BYTES).includes('/Linearized');
  const ends: number[] = [];
  for (let at = file.indexOf(END_OF_FILE); at >= 0; at = file.indexOf(END_OF_FILE, at + 1)) {
    ends.push(at + END_OF_FILE.length);
  }
  return ends.slice(isFirstEndReal ? 0 : 1, -1).map((end) => file.subarray(0, end));
}

async function earlierWords(file: Buffer): Promise<Pick<Beneath, 'lines' | 'rejected'>> {
  const versions = earlierVersions(file);
  const lines: string[] = [];
  for (const version of versions.slice(-MOST_REVISIONS)) {
    try {
      // A copy: the reader takes the bytes that it is given for its own.
      const document = await openPdf(Buffer.from(version));
      lines.push(...(await textsOf(document)), ...(await notesOf(document)));
    } catch {
      // The mark of an end stood in the middle of something else.
    }
  }
  const stop = new FileStop('output-limit', 'too-many-parts');
  const rejected = versions.length > MOST_REVISIONS ? [{ name: END_OF_FILE, stop }] : [];
  return { lines, rejected };
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
  const document = await openPdf(Buffer.from(file));
  const earlier = await earlierWords(file);
  const { files, rejected } = await attachmentsOf(document);
  return {
    lines: [...(await propertiesOf(document)), ...(await notesOf(document)), ...earlier.lines],
    files,
    rejected: [...rejected, ...earlier.rejected],
  };
}
