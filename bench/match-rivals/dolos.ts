/**
 * Dolos of Ghent University, the published TypeScript library: its fingerprint index over folded
 * words. Not a dependency of the project: put it anywhere with
 * `npm install --prefix FOLDER @dodona/dolos-core@1.2.1` and name the folder in `DOLOS_FOLDER`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Case } from '../match-case/case.ts';
import { foldWords } from '../match-case/folded-rows.ts';
import type { Opened, Rival, Scored } from './rival.ts';

type Region = { readonly startCol: number; readonly endCol: number };
type File = { readonly path: string };
type Fragment = {
  readonly leftSelection: Region;
  readonly rightSelection: Region;
  readonly pairs: readonly unknown[];
};
type Shared = { files(): readonly File[]; readonly ignored: boolean };
type Entry = { readonly file: File; readonly shared: ReadonlySet<Shared> };
type Index = {
  addIgnoredFile(file: File): void;
  addFiles(files: readonly File[]): unknown;
  entries(): readonly Entry[];
  getPair(one: File, other: File): { buildFragments(least?: number): readonly Fragment[] };
};
type Dolos = {
  readonly File: new (path: string, content: string) => File;
  readonly TokenizedFile: new (file: File, tokens: string[], mapping: Region[]) => File;
  readonly Region: new (row: number, column: number, endRow: number, endColumn: number) => Region;
  readonly FingerprintIndex: new (k: number, w: number, data?: boolean, most?: number) => Index;
};

type Settings = { readonly k: number; readonly w: number; readonly helped: boolean };
const MOST_FILES = 8;

export function dolos(settings: Settings): Rival {
  const { k, w, helped } = settings;
  const help = helped ? ', public law ignored, at most 8 files' : ', its default';
  return {
    title: `Dolos core 1.2.1, folded words, k ${k}, w ${w}${help}`,
    thresholds: [1, 2, 3, 4, 6],
    oneIn: 10,
    open: (bench) => open(bench, settings),
  };
}

async function open(bench: Case, { k, w, helped }: Settings): Promise<Opened | string> {
  const folder = process.env.DOLOS_FOLDER;
  const main = join(folder ?? '', 'node_modules/@dodona/dolos-core/dist/index.js');
  if (folder === undefined || !existsSync(main)) return 'no @dodona/dolos-core in DOLOS_FOLDER';
  const library = (await import(pathToFileURL(main).href)) as Dolos;
  const asFile = (path: string, text: string): File => tokenised(library, path, text);
  const index = new library.FingerprintIndex(k, w, false, helped ? MOST_FILES : undefined);
  if (helped) for (const { id, text } of bench.public) index.addIgnoredFile(asFile(id, text));
  index.addFiles(bench.protected.map(({ id, text }) => asFile(`held:${id}`, text)));
  /** It has no question without entry: the articles become part of the index. */
  const find = async (texts: readonly string[]): Promise<Scored[][]> => {
    const articles = texts.map((text, at) => asFile(`article:${at}`, text));
    index.addFiles(articles);
    const entries = new Map(index.entries().map((entry) => [entry.file, entry]));
    return articles.map((article) => reportsOf(article, entries.get(article), index));
  };
  return { find };
}

function tokenised(library: Dolos, path: string, text: string): File {
  const { hashes, starts, ends, count } = foldWords(text);
  const tokens: string[] = [];
  const mapping: Region[] = [];
  for (let at = 0; at < count; at++) {
    tokens.push(((hashes[at] as number) >>> 0).toString(36));
    mapping.push(new library.Region(0, starts[at] as number, 0, ends[at] as number));
  }
  return new library.TokenizedFile(new library.File(path, text), tokens, mapping);
}

function reportsOf(article: File, entry: Entry | undefined, index: Index): Scored[] {
  const held = new Set<File>();
  for (const shared of entry?.shared ?? []) {
    if (shared.ignored) continue;
    for (const file of shared.files()) if (file.path.startsWith('held:')) held.add(file);
  }
  return [...held].flatMap((file) =>
    index
      .getPair(article, file)
      .buildFragments()
      .map(({ leftSelection, rightSelection, pairs }) => ({
        docId: file.path.slice('held:'.length),
        articleStart: leftSelection.startCol,
        articleEnd: leftSelection.endCol,
        docStart: rightSelection.startCol,
        docEnd: rightSelection.endCol,
        score: pairs.length,
      })),
  );
}
