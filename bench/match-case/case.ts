/**
 * One case of the bench: what is protected, public and background, and the articles with what is
 * planted in them. Made once and kept under the folder for temporary files as JSON Lines that
 * `niemphong match` reads too; made anew when an option, the data or a file of this folder changes.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withOtherHolders } from './also-held.ts';
import {
  CLEAN_KINDS,
  type Corpus,
  DATA_FOLDER,
  type Half,
  loadCorpus,
  type Text,
} from './corpus.ts';
import { familyOf } from './families.ts';
import { foldWords, RowCounts } from './folded-rows.ts';
import { type Article, Planter } from './planter.ts';
import { randomFrom } from './random.ts';
import { ROW } from './spans.ts';
import { findTrueQuotations, type Quoted } from './true-quotations.ts';

export type CaseOptions = {
  readonly half: Half;
  readonly seed: number;
  /** Articles of every class. */
  readonly each: number;
  /** `own`: the documents of this half; `all`: those of the other half too. */
  readonly collection: 'own' | 'all';
};
export type CleanPage = Text & { readonly kind: string; readonly quoted: readonly Quoted[] };
export type Case = {
  readonly folder: string;
  readonly protected: readonly Text[];
  readonly public: readonly Text[];
  readonly background: readonly Text[];
  readonly leaks: readonly Article[];
  readonly decoys: readonly Article[];
  readonly clean: readonly CleanPage[];
};
type Lists = Omit<Case, 'folder'>;

const DECOYS = 60;
const FAMILIES = 4;
const PARTS = ['protected', 'public', 'background', 'leaks', 'decoys', 'clean'] as const;

export function loadCase(options: CaseOptions): Case {
  const folder = folderOf(options);
  if (!existsSync(folder)) write(folder, makeCase(options));
  const read = <Line>(part: (typeof PARTS)[number]): Line[] => {
    const lines = readFileSync(join(folder, `${part}.jsonl`), 'utf8').split('\n');
    return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Line]));
  };
  return {
    folder,
    protected: read('protected'),
    public: read('public'),
    background: read('background'),
    leaks: read('leaks'),
    decoys: read('decoys'),
    clean: read('clean'),
  };
}

function folderOf({ half, seed, each, collection }: CaseOptions): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(import.meta.dirname).sort()) {
    hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  for (const name of readdirSync(DATA_FOLDER).sort()) {
    hash.update(`${name} ${statSync(join(DATA_FOLDER, name)).size}`);
  }
  const label = `half${half}-seed${seed}-each${each}-${collection}`;
  return join(tmpdir(), 'niemphong-bench', `${label}-${hash.digest('hex').slice(0, 12)}`);
}

function write(folder: string, lists: Lists): void {
  const partial = `${folder}.${process.pid}.partial`;
  mkdirSync(partial, { recursive: true });
  for (const part of PARTS) {
    const lines = lists[part].map((line) => JSON.stringify(line));
    writeFileSync(join(partial, `${part}.jsonl`), `${lines.join('\n')}\n`);
  }
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
}

function makeCase({ half, seed, each, collection }: CaseOptions): Lists {
  const corpus = loadCorpus(half);
  const heads = familyHeads(corpus, seed);
  const family = makeFamilies(heads, seed);
  const own = [...corpus.documents, ...corpus.englishDocuments, ...family];
  const documents = collection === 'own' ? own : [...own, ...corpus.otherDocuments];
  const law = rowsOf(corpus.publicTexts);
  const pages = CLEAN_KINDS.flatMap((kind) =>
    corpus.clean[kind].map((page) => ({ ...page, kind })),
  );
  const open = rowsOf([...corpus.publicTexts, ...corpus.background, ...pages]);
  const held = rowsOf(documents);
  const planter = new Planter({
    seed,
    wording: { open, held: rowsOf([...corpus.documents, ...corpus.englishDocuments]) },
    documents: {
      vietnamese: corpus.documents.filter((one) => !heads.includes(one)),
      english: corpus.englishDocuments,
      family,
    },
    hosts: { vietnamese: corpus.hosts, english: corpus.englishHosts },
    publicTexts: corpus.publicTexts,
  });
  const leaks = [...planter.plant(each), ...planter.scans(corpus.scans)];
  return {
    protected: documents,
    public: corpus.publicTexts,
    background: corpus.background,
    leaks: withOtherHolders(leaks, documents),
    decoys: planter.decoys(DECOYS),
    clean: pages.map((page) => ({ ...page, quoted: findTrueQuotations(page.text, { held, law }) })),
  };
}

function rowsOf(texts: readonly Text[]): RowCounts {
  const rows = new RowCounts();
  for (const { text } of texts) rows.addText(foldWords(text), ROW);
  return rows;
}

/** Documents that get versions; only the class of families leaks from them. */
function familyHeads({ documents }: Corpus, seed: number): Text[] {
  const fit = documents.filter(({ text }) => text.length > 6000 && text.length < 16_000);
  return randomFrom(seed + 4211)
    .shuffled(fit)
    .slice(0, FAMILIES);
}

function makeFamilies(heads: readonly Text[], seed: number): Text[] {
  const random = randomFrom(seed + 4212);
  return heads.flatMap((document) => familyOf(document, random));
}
