/**
 * Word, Excel, PowerPoint (ECMA-376), OpenDocument (ISO 26300) and RTF to text. The library never
 * meets the archive as it came: parts are inflated under our count, checked, and handed over as a
 * new plain archive of XML parts alone, so macros, pictures and embedded files are not even there.
 */
import { OfficeParser } from 'officeparser';
import type { FileKind } from '../../../../core/common/extraction.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { tidy } from './charset.ts';
import { readZip, writeStoredZip, type ZipPart } from './zip-archive.ts';

export type OfficeKind = Extract<
  FileKind,
  'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'rtf'
>;

const OPEN_DOCUMENT: Readonly<Record<string, OfficeKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};
const OPEN_XML: readonly (readonly [string, OfficeKind])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['wordprocessingml.template.main+xml', 'docx'],
  ['ms-word.document.macroEnabled.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['ms-excel.sheet.macroEnabled.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
];

export async function readOfficeArchive(file: Buffer): Promise<{ kind: OfficeKind; text: string }> {
  const parts = await readZip(file, {
    totalBytes: LIMITS.inflatedBytes,
    partBytes: LIMITS.inflatedBytes,
    wants: (name) => name === 'mimetype' || /\.(xml|rels)$/i.test(name),
  });
  const kind = kindOfParts(parts);
  for (const part of parts) refuseDoctype(part);
  return { kind, text: await officeText(writeStoredZip(parts), kind) };
}

function kindOfParts(parts: readonly ZipPart[]): OfficeKind {
  const content = (name: string) =>
    parts.find((part) => part.name === name)?.bytes.toString('latin1') ?? '';
  const open = OPEN_DOCUMENT[content('mimetype').trim()];
  const types = content('[Content_Types].xml');
  const kind = open ?? OPEN_XML.find(([type]) => types.includes(type))?.[1];
  if (!kind) throw new FileStop('file-kind-unknown', 'archive');
  if (open && content('META-INF/manifest.xml').includes('encryption-data'))
    throw new FileStop('file-encrypted');
  return kind;
}

/**
 * Neither format uses a document type, and entities (expanding or external) cannot exist without
 * one. Searched in the three spellings an XML part can have.
 */
function refuseDoctype({ bytes }: ZipPart): void {
  for (const word of ['<!DOCTYPE', '<!ENTITY']) {
    const wide = Buffer.from(word, 'utf16le');
    const spellings = [Buffer.from(word), wide, Buffer.from(wide).swap16()];
    if (spellings.some((spelling) => bytes.includes(spelling)))
      throw new FileStop('file-unreadable', 'document-type-in-xml');
  }
}

export async function readRtf(file: Buffer): Promise<string> {
  refuseDeepGroups(file);
  return officeText(file, 'rtf');
}

function refuseDeepGroups(file: Buffer): void {
  const OPEN = 0x7b;
  const CLOSE = 0x7d;
  const ESCAPE = 0x5c;
  let depth = 0;
  for (let at = 0; at < file.length; at += 1) {
    const byte = file[at];
    if (byte === ESCAPE) at += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth > LIMITS.nesting) throw new FileStop('file-unreadable', 'nested-too-deep');
  }
}

async function officeText(file: Buffer, kind: OfficeKind): Promise<string> {
  const document = await OfficeParser.parseOffice(file, {
    fileType: kind,
    ocr: false,
    extractAttachments: false,
    includeRawContent: false,
    newlineDelimiter: '\n',
    decompressionLimits: {
      maxUncompressedBytes: LIMITS.inflatedBytes,
      maxZipEntries: LIMITS.zipEntries,
    },
  });
  const { value } = await document.to('text');
  return tidy(String(value));
}
