/** The text of each page of a PDF; words of scanned pages while there is time for them. */
import { extractImages } from 'unpdf';
import type { ExtractionWarning } from '../../../../core/common/extraction.ts';
import type { Send } from '../child-pipe.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { tidy } from './charset.ts';
import { type Pages, sendPages } from './extraction.ts';
import { greyMap } from './grey-map.ts';
import { lettersLookBroken } from './letters.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';
import { openRecognition } from './recognition.ts';

/** A page with fewer letters is taken for a picture of a page (a stamp may add a few). */
const LETTERS_OF_A_TEXT_PAGE = 12;

export async function extractPdf(file: Buffer, send: Send): Promise<void> {
  const document = await openPdf(file);
  const pageTexts = await textsOf(document);
  const bare = pageTexts.flatMap((text, at) =>
    letterCount(text) < LETTERS_OF_A_TEXT_PAGE ? [at] : [],
  );
  const broken: ExtractionWarning[] = lettersLookBroken(pageTexts.join(' '))
    ? ['letters-look-broken']
    : [];
  const pages: Pages = { kind: 'pdf', pageTexts, warnings: broken };
  if (bare.length === 0) return sendPages(send, pages, { final: true });
  const asFound: Pages = { ...pages, warnings: [...broken, 'no-text-layer'] };
  await sendPages(send, asFound, { final: false });
  const { read, left } = await recognisePages(document, { pageTexts, bare });
  const warnings: ExtractionWarning[] = [...broken];
  if (left > 0) warnings.push('no-text-layer');
  if (left < bare.length) warnings.push('text-by-ocr');
  return sendPages(send, { kind: 'pdf', pageTexts: read, warnings }, { final: true });
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

async function recognisePages(
  document: PdfDocument,
  { pageTexts, bare }: { pageTexts: readonly string[]; bare: readonly number[] },
): Promise<{ read: string[]; left: number }> {
  const read = [...pageTexts];
  const recognition = await openRecognition();
  let done = 0;
  for (const at of bare.slice(0, LIMITS.recognisedPages)) {
    if (!recognition.hasTime()) break;
    const picture = await largestPicture(document, at + 1);
    if (!picture) continue;
    read[at] = `${pageTexts[at]}\n${recognition.recognise(picture)}`.trim();
    done += 1;
  }
  return { read, left: bare.length - done };
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
