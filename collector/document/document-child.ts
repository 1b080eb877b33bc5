/**
 * In a process of its own: one file from standard input to its text on standard output, PDF by
 * pdf.js, Word (ECMA-376) by its paragraphs. Any failure is the process's end with another code.
 */
import { getDocumentProxy } from 'unpdf';
import { fromBufferPromise } from 'yauzl';
import { convertOldFonts } from '../../core/common/old-fonts.ts';
import { documentKind } from './document-kind.ts';

const MOST_PAGES = 2_000;
const MOST_CHARACTERS = 2_000_000;
const MOST_PARTS = 5_000;
const MOST_PART_BYTES = 30_000_000;
/** What a reader sees, in the order in which it stands. */
const WORD_PARTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;

async function input(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function pdfText(file: Buffer): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(file), {
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  let text = '';
  const last = Math.min(document.numPages, MOST_PAGES);
  for (let number = 1; number <= last && text.length < MOST_CHARACTERS; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    page.cleanup();
    text += '\n';
  }
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plainOf(xml: string): string {
  return xml.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The runs of text, a line for each paragraph, break and cell. One pass: each `<` is met once. */
function wordText(xml: string): string {
  let text = '';
  const runs = /<w:t(?: [^<>]{0,200})?>([^<]*)<|<\/w:p>|<w:(?:br|cr|tab)(?: [^<>]{0,200})?\/>/g;
  for (const [whole, run] of xml.matchAll(runs)) {
    if (run !== undefined) text += plainOf(run);
    else text += whole.startsWith('<w:tab') ? '\t' : '\n';
    if (text.length > MOST_CHARACTERS) break;
  }
  return text;
}

async function docxText(file: Buffer): Promise<string> {
  const zip = await fromBufferPromise(file, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > MOST_PARTS) throw new Error('too many parts');
  const texts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    if (!WORD_PARTS.test(entry.fileName) || texts.has(entry.fileName)) continue;
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > MOST_PART_BYTES) throw new Error('too large when unpacked');
      pieces.push(piece);
    }
    texts.set(entry.fileName, wordText(Buffer.concat(pieces).toString('utf8')));
  }
  if (texts.size === 0) throw new Error('no Word file');
  return [...texts.keys()]
    .toSorted()
    .map((name) => texts.get(name))
    .join('\n');
}

const READERS = { pdf: pdfText, docx: docxText } as const;

const file = await input();
const kind = documentKind(file);
if (kind === null) process.exit(1);
const read = (await READERS[kind](file)).slice(0, MOST_CHARACTERS).toWellFormed();
const text = convertOldFonts(read).text.replaceAll('\0', '').normalize('NFC');
process.stdout.write(text, () => process.exit(0));
