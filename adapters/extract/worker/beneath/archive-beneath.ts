/**
 * Beneath an office document: every word of every XML part, and the files embedded in it. Of any
 * other archive (the export of a web site): its members, the simple ones read at once.
 */

import { detectKind } from '../file-kind.ts';
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { decodeText } from '../text/charset.ts';
import { plainText } from '../text/html-text.ts';
import { readZip, type ZipPart } from '../text/zip-archive.ts';
import type { Beneath } from './beneath.ts';
import { htmlBeneath } from './html-beneath.ts';
import { linesOfXml } from './xml-lines.ts';

/** Looks, not words. */
const NO_WORDS = [
  /(^|\/)(styles|theme\d*|settings|webSettings|fontTable|numbering)\.xml$/,
  /(^|\/)(presProps|viewProps|tableStyles)\.xml$/,
  /\.rels$|^\[Content_Types\]\.xml$/,
  /(^|\/)(slideLayouts|slideMasters|theme)\//,
];
const hasWords = (name: string): boolean =>
  XML.test(name) && !NO_WORDS.some((pattern) => pattern.test(name));
const PROPERTIES = /^docProps\/|^meta\.xml$|^customXml\//;
const PICTURE = /\.(png|jpe?g|tiff?|webp)$/i;
const XML = /\.xml$/i;
/** Each is opened in a process of its own and takes up to ten seconds. */
const MOST_FILES = 200;
/** A smaller picture is a bullet or a line. */
const LEAST_PICTURE_BYTES = 8_000;

const isOffice = (parts: readonly ZipPart[]): boolean =>
  parts.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');

function officeBeneath(parts: readonly ZipPart[]): Beneath {
  const lines = parts
    .filter(({ name }) => hasWords(name))
    .flatMap(({ name, bytes }) =>
      linesOfXml(bytes.toString('utf8'), { eachElement: PROPERTIES.test(name) }),
    );
  const files = parts.filter(
    ({ name, bytes }) =>
      /(^|\/)embeddings\/|^Object /.test(name) ||
      (PICTURE.test(name) && bytes.length >= LEAST_PICTURE_BYTES),
  );
  return bounded({ lines, files, rejected: [] });
}

/** What was left out is told: nobody may take it for clean. */
function bounded({ lines, files, rejected }: Beneath): Beneath {
  const left = files.slice(MOST_FILES).map(({ name }) => ({ name, stop: TOO_MANY }));
  return { lines, files: files.slice(0, MOST_FILES), rejected: [...rejected, ...left] };
}

const TOO_MANY = new FileStop('output-limit', 'too-many-parts');
/** What a web site has beside its words. */
const NO_TEXT = /\.(css|m?js|map|woff2?|ttf|otf|eot|ico|svg|gif|mp[34]|webm|avif)$/i;

function membersBeneath(parts: readonly ZipPart[]): Beneath {
  const lines: string[] = [];
  const files: ZipPart[] = [];
  const rejected: { name: string; stop: FileStop }[] = [];
  for (const part of parts) {
    if (part.bytes.length === 0 || NO_TEXT.test(part.name)) continue;
    const words = wordsOf(part);
    if (words instanceof FileStop) rejected.push({ name: part.name, stop: words });
    else if (words === null) files.push(part);
    else lines.push(`[${part.name}]`, ...words);
  }
  return bounded({ lines, files, rejected });
}

/** Null for a member that needs a process of its own. */
function wordsOf({ bytes }: ZipPart): string[] | FileStop | null {
  try {
    const kind = detectKind(bytes);
    if (kind === 'html') return [plainText(bytes), ...htmlBeneath(bytes).lines];
    return kind === 'txt' ? [decodeText(bytes).text] : null;
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
