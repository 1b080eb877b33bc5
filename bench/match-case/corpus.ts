/**
 * The public texts of `../shared/data/`, outside the project, parted into a tuned and an untouched
 * half: protected stand-ins (circulars, decrees, office papers, some English pages), articles that
 * hosts leaks, clean pages. Background of one half are the public pages of the other.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { eachRow, foldWords, RowCounts } from './folded-rows.ts';

export type Text = { readonly id: string; readonly text: string };
export type Half = 0 | 1;
/** A passage of a document as a real scanner and its character recognition gave it. */
export type RealScan = {
  readonly docId: string;
  readonly start: number;
  readonly end: number;
  readonly severity: number;
  readonly ocr: string;
};
export const CLEAN_KINDS = ['news', 'law-questions', 'web', 'english'] as const;
export type CleanKind = (typeof CLEAN_KINDS)[number];
export type Corpus = {
  /** Leaks are taken from these. */
  readonly documents: readonly Text[];
  readonly englishDocuments: readonly Text[];
  /** The protected documents of the other half: nothing is leaked from them. */
  readonly otherDocuments: readonly Text[];
  readonly publicTexts: readonly Text[];
  readonly background: readonly Text[];
  readonly hosts: readonly Text[];
  readonly englishHosts: readonly Text[];
  readonly clean: Readonly<Record<CleanKind, readonly Text[]>>;
  readonly scans: readonly RealScan[];
};

type PanText = Text & { readonly kind: string };
type PanPair = { readonly susp: string; readonly src: string };

export const DATA_FOLDER = join(import.meta.dirname, '../../../shared/data');
const HOSTS = 2200;
const ENGLISH_DOCUMENTS = 60;
const ENGLISH_HOSTS = 60;
const ENGLISH_CLEAN = 200;

export function hasCorpus(): boolean {
  return existsSync(join(DATA_FOLDER, 'news-vi.jsonl.gz'));
}

export function loadLines<Line>(name: string): Line[] {
  const lines = gunzipSync(readFileSync(join(DATA_FOLDER, `${name}.jsonl.gz`))).toString('utf8');
  return lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
}

export function loadCorpus(half: Half): Corpus {
  const inHalf = <Item>(items: readonly Item[], wanted: number): Item[] =>
    items.filter((_, at) => at % 2 === wanted);
  const news = loadLines<Text>('news-vi');
  const questions = loadLines<Text>('lawqa-vi');
  const pages = loadLines<Text>('web-vi');
  const documents = [...loadLines<Text>('legal-vi'), ...loadLines<Text>('admin-vi')];
  const judged = inHalf(news, half);
  const english = loadEnglish(half);
  return {
    documents: inHalf(documents, half),
    englishDocuments: english.documents,
    otherDocuments: inHalf(documents, 1 - half),
    publicTexts: loadLines<Text>('law-vi'),
    background: [news, questions, pages].flatMap((texts) => inHalf(texts, 1 - half)),
    hosts: judged.slice(0, HOSTS),
    englishHosts: english.hosts,
    clean: {
      news: judged.slice(HOSTS),
      'law-questions': inHalf(questions, half),
      web: inHalf(pages, half),
      english: english.clean,
    },
    scans: loadLines<RealScan>('ocr-real-vi'),
  };
}

/** Words in a row that two English pages share when one has taken from the other. */
const KIN_ROW = 12;

/**
 * Pages of PAN-2013. No page stands beside a document it was paired with, or whose wording stands
 * in one it was paired with: pages of one shop say the same of it.
 */
function loadEnglish(half: Half): Record<'documents' | 'hosts' | 'clean', Text[]> {
  const pairs = loadLines<PanPair>('pan13-train-pairs');
  const texts = loadLines<PanText>('pan13-train-docs').filter((_, at) => at % 2 === half);
  const plain = ({ id, text }: Text): Text => ({ id, text });
  const documents = texts
    .filter(({ kind, text }) => kind === 'src' && text.length > 2000 && text.length < 20_000)
    .slice(0, ENGLISH_DOCUMENTS);
  const sources = sharing(documents, loadLines<PanText>('pan13-train-docs'));
  const kin = new Set(pairs.filter(({ src }) => sources.has(src)).map(({ susp }) => susp));
  const free = texts.filter(({ kind, id }) => kind === 'susp' && !kin.has(id)).map(plain);
  return {
    documents: documents.map(plain),
    hosts: free.slice(0, ENGLISH_HOSTS),
    clean: free.slice(ENGLISH_HOSTS, ENGLISH_HOSTS + ENGLISH_CLEAN),
  };
}

/** Which texts share a row of words with one of the documents: themselves at least. */
function sharing(documents: readonly Text[], texts: readonly Text[]): Set<string> {
  const rows = new RowCounts();
  for (const { text } of documents) rows.addText(foldWords(text), KIN_ROW);
  const found = new Set<string>();
  for (const { id, text } of texts) {
    eachRow(foldWords(text), KIN_ROW, (key, check) => {
      if (rows.countOf(key, check) > 0) found.add(id);
    });
  }
  return found;
}
