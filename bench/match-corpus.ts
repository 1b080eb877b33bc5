/**
 * The texts of the matching bench: public Vietnamese texts of `../shared/data/`, outside the
 * project. Circulars, decrees and office papers stand in for protected documents.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Text = { readonly id: string; readonly text: string };
export type RealScan = {
  readonly docId: string;
  readonly start: number;
  readonly end: number;
  readonly severity: number;
  readonly ocr: string;
};
export type Corpus = {
  readonly documents: readonly Text[];
  readonly publicTexts: readonly Text[];
  readonly background: readonly Text[];
  readonly hosts: readonly Text[];
  readonly clean: Readonly<Record<'news' | 'law-questions' | 'web', readonly Text[]>>;
  readonly scans: readonly RealScan[];
};

const FOLDER = join(import.meta.dirname, '../../shared/data');

export function hasCorpus(): boolean {
  return existsSync(join(FOLDER, 'news-vi.jsonl.gz'));
}

export function loadLines<Line>(name: string): Line[] {
  const lines = gunzipSync(readFileSync(join(FOLDER, `${name}.jsonl.gz`))).toString('utf8');
  return lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}

/** `half` 0 or 1: which half of the public pages is judged; the other half is background. */
export function loadCorpus(half: 0 | 1): Corpus {
  const inHalf = <Item>(items: readonly Item[], wanted: number): Item[] =>
    items.filter((_, at) => at % 2 === wanted);
  const news = loadLines<Text>('news-vi');
  const questions = loadLines<Text>('lawqa-vi');
  const pages = loadLines<Text>('web-vi');
  const judged = inHalf(news, half);
  return {
    documents: [...loadLines<Text>('legal-vi'), ...loadLines<Text>('admin-vi')],
    publicTexts: loadLines<Text>('law-vi'),
    background: [news, questions, pages].flatMap((texts) => inHalf(texts, 1 - half)),
    hosts: judged.slice(0, 2200),
    clean: {
      news: judged.slice(2200),
      'law-questions': inHalf(questions, half),
      web: inHalf(pages, half),
    },
    scans: loadLines<RealScan>('ocr-real-vi'),
  };
}
