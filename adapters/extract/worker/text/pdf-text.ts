/** The text of each page of a PDF; words of scanned pages while there is time for them. */
import { extractImages, getResolvedPDFJS } from 'unpdf';
import type { ExtractionWarning } from '../../../../core/common/extraction.ts';
import type { Send } from '../child-pipe.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { tidy, withoutOldFont } from './charset.ts';
import { type Pages, type Scan, sendPages } from './extraction.ts';
import { greyMap } from './grey-map.ts';
import { lettersLookBroken } from './letters.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';
import { openRecognition } from './recognition.ts';

/** A page with fewer letters is taken for a picture of a page (a stamp may add a few). */
const LETTERS_OF_A_TEXT_PAGE = 12;

export async function extractPdf(file: Buffer, scan: Scan, send: Send): Promise<void> {
  const document = await openPdf(file);
  const written = (await textsOf(document)).map(withoutOldFont);
  const pageTexts = written.map(({ text }) => text);
  const bare = pageTexts.flatMap((text, at) =>
    letterCount(text) < LETTERS_OF_A_TEXT_PAGE ? [at] : [],
  );
  const broken: ExtractionWarning[] = lettersLookBroken(pageTexts.join(' '))
    ? ['letters-look-broken']
    : [];
  if (written.some(({ old }) => old !== null)) broken.push('old-font');
  const pages: Pages = { kind: 'pdf', pageTexts, warnings: broken };
  if (bare.length <= scan.from) return sendPages(send, pages, { final: true });
  const unread: ExtractionWarning[] = [...broken, 'no-text-layer'];
  await sendPages(send, { ...pages, warnings: unread, next: scan.from }, { final: false });
  const { read, ...found } = await recognisePages(document, { pageTexts, bare, scan });
  const warnings: ExtractionWarning[] = [...broken];
  if (found.next !== undefined || found.unread > 0) warnings.push('no-text-layer');
  if (found.recognised > 0) warnings.push('text-by-ocr');
  return sendPages(send, { kind: 'pdf', pageTexts: read, warnings, ...found }, { final: true });
}

function letterCount(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

export async function textsOf(document: PdfDocument): Promise<string[]> {
  const texts: string[] = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    page.cleanup();
    chars += text.length;
    if (chars > LIMITS.textBytes) throw new FileStop('output-limit');
    texts.push(tidy(text));
  }
  return texts;
}

type Bare = {
  readonly pageTexts: readonly string[];
  /** Pages without text. */
  readonly bare: readonly number[];
  readonly scan: Scan;
};
type Recognised = {
  readonly read: string[];
  readonly recognised: number;
  readonly unread: number;
  readonly next: number | undefined;
};

async function recognisePages(
  document: PdfDocument,
  { pageTexts, bare, scan }: Bare,
): Promise<Recognised> {
  const read = [...pageTexts];
  const recognition = await openRecognition();
  let [recognised, unread, tried] = [0, 0, scan.from];
  for (const at of bare.slice(scan.from)) {
    if (recognised === scan.most || !recognition.hasTime()) break;
    tried += 1;
    const picture = await largestPicture(document, at + 1);
    if (picture) {
      read[at] = `${pageTexts[at]}\n${recognition.recognise(picture)}`.trim();
      recognised += 1;
    } else if (!(await isBare(document, at + 1))) unread += 1;
  }
  return { read, recognised, unread, next: tried < bare.length ? tried : undefined };
}

const PAINTING = /^(paint.*Image|stroke|closeStroke|fill|eoFill|closeFill|shadingFill|rawFill)/;

/** Nothing is drawn on the page but the letters that were read. */
async function isBare(document: PdfDocument, page: number): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const painting = new Set<unknown>(
    Object.entries(OPS).flatMap(([name, operator]) => (PAINTING.test(name) ? [operator] : [])),
  );
  const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList();
  // A path carries what becomes of it: filled, stroked, or only a bound of what follows.
  return !fnArray.some((operator: number, at: number) =>
    painting.has(operator === OPS.constructPath ? argsArray[at]?.[0] : operator),
  );
}

/** A scan is one picture that fills the page; as the portable pixmap that recognition takes. */
async function largestPicture(document: PdfDocument, page: number): Promise<Buffer | undefined> {
  try {
    const pictures = await extractImages(document, page);
    const [largest] = pictures.sort((a, b) => b.width * b.height - a.width * a.height);
    if (!largest || largest.width * largest.height < 100_000) return undefined;
    return greyMap(largest);
  } catch {
    // A broken picture leaves the page without text; the other pages stand.
    return undefined;
  }
}
