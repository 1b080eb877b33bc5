/**
 * Opens a PDF (ISO 32000) with pdf.js as `unpdf` bundles it. Never load `pdfjs-dist` in the same
 * process: two builds of pdf.js refuse each other. No script, no form program, no outside font or
 * address is followed, and there is no network to follow one.
 */
import { getDocumentProxy } from 'unpdf';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export async function openPdf(file: Buffer, drawing: object = {}): Promise<PdfDocument> {
  const document = await getDocumentProxy(
    new Uint8Array(file.buffer, file.byteOffset, file.length),
    {
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      maxImageSize: LIMITS.imagePixels,
      verbosity: 0,
      ...drawing,
    },
  );
  if (document.numPages > LIMITS.pages) throw new FileStop('output-limit', 'too-many-pages');
  return document;
}
