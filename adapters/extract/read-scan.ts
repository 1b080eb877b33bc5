/**
 * A scan of many pages, some pages at a time, each time in a process of its own: recognition is
 * slow and one process has seconds. What the time of a whole file does not suffice for is told.
 */
import type { ExtractionWarning } from '../../core/common/extraction.ts';
import type { Extraction, Unread } from '../../server/ports/extractor.ts';
import { type ExtractionPart, wholeOf } from './answers.ts';
import { LIMITS } from './worker/limits.ts';

/** Pages without text, counted among these. */
export type Scan = { readonly from: number; readonly most: number };
type Part = { readonly ok: true; readonly value: ExtractionPart } | Unread;
type ReadPart = (scan: Scan) => Promise<Part>;

/** The recognised text of a page is longer than the bare one. */
const fuller = (one: readonly string[], other: readonly string[]): string[] =>
  one.map((text, at) => ((other[at]?.length ?? 0) > text.length ? (other[at] ?? '') : text));

/** A page that outlasts its process is given one alone, and is then left unread. */
function after({ from, most }: Scan, part: ExtractionPart): Scan | null {
  if (part.interim && most > 1) return { from, most: 1 };
  const next = part.interim ? from + 1 : part.next;
  if (next === null || next <= from) return null;
  return { from: next, most: LIMITS.recognisedPages };
}

function together(parts: readonly ExtractionPart[], isWhole: boolean): Extraction {
  const [first, ...rest] = parts;
  if (!first) throw new RangeError('a file is read at least once');
  const pageTexts = rest.reduce(
    (texts, part) => fuller(texts, part.pageTexts),
    [...first.pageTexts],
  );
  const all = new Set<ExtractionWarning>(parts.flatMap(({ warnings }) => warnings));
  const isCut = parts.some(({ interim }, at) => interim && parts[at - 1]?.interim);
  if (isWhole && !isCut && parts.every(({ unread }) => unread === 0)) all.delete('no-text-layer');
  return wholeOf({ kind: first.kind, pageTexts, warnings: [...all] });
}

export async function readScan(
  readPart: ReadPart,
): Promise<{ readonly ok: true; readonly value: Extraction } | Unread> {
  const begun = performance.now();
  const parts: ExtractionPart[] = [];
  let scan: Scan | null = { from: 0, most: LIMITS.recognisedPages };
  while (scan && performance.now() - begun < LIMITS.scanWallMs) {
    const part: Part = await readPart(scan);
    if (!part.ok && parts.length === 0) return part;
    if (!part.ok) break;
    parts.push(part.value);
    scan = part.value.kind === 'pdf' ? after(scan, part.value) : null;
  }
  const last = parts.at(-1);
  if (parts.length === 1 && last && !last.interim) {
    const { kind, pageTexts, warnings } = last;
    return { ok: true, value: wholeOf({ kind, pageTexts, warnings }) };
  }
  return { ok: true, value: together(parts, scan === null) };
}
