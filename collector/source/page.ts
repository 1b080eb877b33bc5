/** One page, taken whenever its text is another than last time. */
import { utf8 } from '../../core/common/sha256.ts';
import type { SourceOf } from '../config.ts';
import { wantDocuments } from '../document/want-documents.ts';
import { askIfChanged, keepPage, keyOf, readPage, type VisitParts } from './visit.ts';

export async function visitPage(parts: VisitParts, source: SourceOf<'page'>): Promise<number> {
  const asked = await askIfChanged(parts, source.url);
  if (asked === 'unchanged') return 0;
  const { answer } = asked;
  const main = await readPage(parts, answer);
  const { title, publishedAt, text } = main;
  const seen = { key: source.url, stamp: keyOf(utf8(text)) };
  const isNew = parts.state.stampOf(source.name, seen.key) !== seen.stamp;
  if (isNew) {
    const article = { source: source.name, url: answer.url, title, publishedAt, text };
    keepPage(parts, { answer, article }, seen);
  }
  wantDocuments(parts, { source: source.name, url: answer.url, isNew }, main);
  asked.remember();
  return isNew ? 1 : 0;
}
