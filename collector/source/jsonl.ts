/** Any other export: one JSON object a line, `{ "text", "url"?, "title"?, "publishedAt"? }`. */
import type { SourceOf } from '../config.ts';
import { readIfChanged } from './export-file.ts';
import { keepItem, keyOf, SourceFailure, type VisitParts } from './visit.ts';
import { asRecord, type Xml } from './xml.ts';

function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    const line = bytes.subarray(from, to);
    if (line.some((byte) => byte > 32)) yield line;
    from = to + 1;
  }
}

function parseLine(line: Buffer): Xml | null {
  try {
    return asRecord(JSON.parse(line.toString('utf8')));
  } catch {
    return null;
  }
}

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** True when it is new; null when the line is none of these objects. */
function takeLine(parts: VisitParts, source: string, line: Buffer): boolean | null {
  const seen = { key: keyOf(line), stamp: '' };
  if (parts.state.stampOf(source, seen.key) !== null) return false;
  const fields = parseLine(line);
  const text = word(fields?.text);
  if (fields === null || text === null) return null;
  const article = {
    source,
    url: word(fields.url),
    title: word(fields.title) ?? '',
    publishedAt: word(fields.publishedAt),
    text,
  };
  keepItem(parts, { bytes: line, contentType: 'application/json', article }, seen);
  return true;
}

export async function visitJsonl(parts: VisitParts, source: SourceOf<'jsonl'>): Promise<number> {
  const file = readIfChanged(parts, source.path);
  if (file === 'unchanged') return 0;
  let [taken, broken] = [0, 0];
  for (const line of linesOf(file.bytes)) {
    if (parts.signal.aborted) return taken;
    const isNew = takeLine(parts, source.name, line);
    if (isNew === null) broken += 1;
    else if (isNew) taken += 1;
  }
  if (broken > 0 && taken === 0) throw new SourceFailure('format-broken');
  file.remember();
  return taken;
}
