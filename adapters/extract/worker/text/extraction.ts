/** One file to the text of its pages, by its kind. */
import type { ExtractionWarning, FileKind } from '../../../../core/common/extraction.ts';
import type { Send } from '../child-pipe.ts';
import { detectKind } from '../file-kind.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { layOut } from '../page/page-layout.ts';
import { type Decoded, decodeText, withoutOldFont } from './charset.ts';
import { isPicture } from './picture-size.ts';

export type Pages = {
  readonly kind: FileKind;
  readonly pageTexts: readonly string[];
  readonly warnings: readonly ExtractionWarning[];
  /** The page without text that is next, counted among these; absent when none is left. */
  readonly next?: number | undefined;
  /** Pages that this process tried and could not read. */
  readonly unread?: number;
};

/** Which pages without text are recognised in this process: from one on, at most so many. */
export type Scan = { readonly from: number; readonly most: number };
type Order = Scan & { readonly file: Buffer };

/** Libraries are loaded only for the kind at hand: less code that a file can reach. */
export async function extract({ file, ...scan }: Order, send: Send): Promise<void> {
  const kind = detectKind(file);
  if (kind === 'pdf') return (await import('./pdf-text.ts')).extractPdf(file, scan, send);
  if (isPicture(kind))
    return (await import('./picture-text.ts')).extractPicture({ file, kind }, send);
  return sendPages(send, await readRunningText(file), { final: true });
}

/** Kinds without fixed pages: their text, laid out. Also what the page drawing starts from. */
export async function readRunningText(file: Buffer): Promise<Pages> {
  const kind = detectKind(file);
  if (kind === 'zip') {
    const office = await (await import('./office-document.ts')).readOfficeArchive(file);
    return laidOut(office.kind, withoutOldFont(office.text));
  }
  if (kind === 'rtf')
    return laidOut(
      'rtf',
      withoutOldFont(await (await import('./office-document.ts')).readRtf(file)),
    );
  if (kind === 'html')
    return laidOut('html', withoutOldFont((await import('./html-text.ts')).plainText(file)));
  // Two bytes a letter at most: more bytes cannot become a text within the limit.
  if (file.length > 2 * LIMITS.textBytes) throw new FileStop('output-limit');
  return laidOut('txt', decodeText(file));
}

function laidOut(kind: FileKind, { text, old }: Decoded): Pages {
  const warnings: ExtractionWarning[] = old ? [old] : [];
  if (Buffer.byteLength(text) > LIMITS.textBytes) throw new FileStop('output-limit');
  const pageTexts = layOut(text).map((lines) => lines.join('\n'));
  return { kind, pageTexts, warnings: [...warnings, 'pages-estimated'] };
}

/** Not `final`: holds when the process is ended while it still recognises words in pictures. */
export async function sendPages(
  send: Send,
  pages: Pages,
  { final }: { final: boolean },
): Promise<void> {
  const bodies = pages.pageTexts.map((text) => Buffer.from(text.normalize('NFC'), 'utf8'));
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
  if (bytes > LIMITS.textBytes) throw new FileStop('output-limit');
  const { kind, warnings, next, unread = 0 } = pages;
  const pageBytes = bodies.map((body) => body.length);
  const header = { kind, warnings, pageBytes, next, unread, final };
  await send({ type: 'extraction', ...header }, Buffer.concat(bodies));
}
