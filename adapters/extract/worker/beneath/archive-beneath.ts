/**
 * Beneath an office document: every word of every XML part, and the files embedded in it. Of any
 * other archive (the export of a web site): its members, the simple ones read at once.
 */

import { holdsNoWords } from '../../../../core/common/wordless-file.ts';
import { detectKind } from '../file-kind.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { decodeText } from '../text/charset.ts';
import { plainText } from '../text/html-text.ts';
import { readZip, type ZipPart } from '../text/zip-archive.ts';
import { type Beneath, NOTHING_BENEATH } from './beneath.ts';
import { htmlBeneath } from './html-beneath.ts';
import { escapedLines } from './said-in-code.ts';
import { linesOfXml } from './xml-lines.ts';

/** Looks, not words. */
const NO_WORDS = [
  /(^|\/)(styles|theme\d*|webSettings|fontTable|numbering)\.xml$/,
  /(^|\/)(presProps|viewProps|tableStyles)\.xml$/,
  /\.rels$|^\[Content_Types\]\.xml$/,
  /(^|\/)theme\//,
];
/** A slide shows what stands on its master, but for the places that wait for words. */
const MASTERS = /(^|\/)(slideLayouts|slideMasters|notesMasters|handoutMasters)\//;
const hasWords = (name: string): boolean =>
  XML.test(name) && !NO_WORDS.some((pattern) => pattern.test(name));
const PROPERTIES = /^docProps\/|^meta\.xml$|^customXml\//;
const PICTURE = /\.(png|jpe?g|tiff?|webp|gif|bmp)$/i;
/** Pictures that are not read, and programs: told, never taken for clean. */
const UNREADABLE = /\.(emf|wmf|pict|heic|avif)$|(^|\/)vbaProject\.bin$/i;
const XML = /\.(xml|svg)$/i;
/** Each is opened in a process of its own and takes up to ten seconds. */
const MOST_FILES = 200;
/** A smaller picture is a bullet or a line. */
const LEAST_PICTURE_BYTES = 8_000;

const isOffice = (parts: readonly ZipPart[]): boolean =>
  parts.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');

function officeBeneath(parts: readonly ZipPart[]): Beneath {
  const lines = parts
    .filter(({ name }) => hasWords(name))
    .flatMap(({ name, bytes }) => {
      const xml = bytes.toString('utf8');
      const shown = MASTERS.test(name) ? withoutPlaces(xml) : xml;
      return linesOfXml(shown, { eachElement: PROPERTIES.test(name) });
    });
  const files = parts.filter(
    ({ name, bytes }) =>
      /(^|\/)embeddings\/|^Object /.test(name) ||
      (PICTURE.test(name) && bytes.length >= LEAST_PICTURE_BYTES),
  );
  const rejected = parts
    .filter(({ name, bytes }) => UNREADABLE.test(name) && bytes.length >= LEAST_PICTURE_BYTES)
    .map(({ name }) => ({ name, stop: new FileStop('file-kind-unknown') }));
  return bounded({ lines, files, rejected });
}

const withoutPlaces = (xml: string): string =>
  xml
    .split(/(?=<p:sp>)/)
    .filter((shape) => !/<p:ph\b/.test(shape))
    .join('');

/** What was left out is told: nobody may take it for clean. */
function bounded({ lines, files, rejected }: Beneath): Beneath {
  const left = files.slice(MOST_FILES).map(({ name }) => ({ name, stop: TOO_MANY }));
  return { lines, files: files.slice(0, MOST_FILES), rejected: [...rejected, ...left] };
}

const TOO_MANY = new FileStop('output-limit', 'too-many-parts');

function membersBeneath(parts: readonly ZipPart[]): Beneath {
  const lines: string[] = [];
  const files: Beneath['files'][number][] = [];
  const rejected: { name: string; stop: FileStop }[] = [];
  for (const part of parts) {
    if (part.bytes.length === 0 || holdsNoWords(part.name)) continue;
    const found = memberBeneath(part);
    if (found instanceof FileStop) rejected.push({ name: part.name, stop: found });
    else if (found === null) files.push(part);
    else {
      lines.push(`[${part.name}]`, ...found.lines);
      files.push(...found.files);
    }
  }
  return bounded({ lines, files, rejected });
}

/** Null for a member that needs a process of its own. */
function memberBeneath({ bytes }: ZipPart): Beneath | FileStop | null {
  try {
    const kind = detectKind(bytes);
    if (kind === 'html') {
      const beneath = htmlBeneath(bytes);
      return { ...beneath, lines: [plainText(bytes), ...beneath.lines] };
    }
    if (kind !== 'txt') return null;
    const { text } = decodeText(bytes);
    return { ...NOTHING_BENEATH, lines: [text, ...escapedLines(text)] };
  } catch (error) {
    return error instanceof FileStop ? error : new FileStop('file-unreadable');
  }
}

export async function archiveBeneath(file: Buffer): Promise<Beneath> {
  const parts = await readZip(file, {
    totalBytes: LIMITS.inflatedBytes,
    partBytes: LIMITS.inflatedBytes,
    wants: () => true,
  });
  return isOffice(parts) ? officeBeneath(parts) : membersBeneath(parts);
}
