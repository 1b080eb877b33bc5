/** What a file is by its first bytes, whatever its name or the site says. */
export type DocumentKind = 'pdf' | 'docx';

const PDF_HEAD_BYTES = 1_024;

/** A Word file is any ZIP here; whether it holds a text shows when it is read. */
export function documentKind(bytes: Uint8Array): DocumentKind | null {
  const head = Buffer.from(bytes.subarray(0, PDF_HEAD_BYTES)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  return head.startsWith('PK\x03\x04') ? 'docx' : null;
}
