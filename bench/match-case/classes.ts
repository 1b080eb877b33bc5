/**
 * The classes of leak, as data: from where the passage is taken and how it is disguised. The `main`
 * classes are the ones whose recall is the goal; `further` ones show how far it carries.
 */
import * as disguise from './disguise.ts';
import { caption, printedLines, quotedInPieces, tableCells, twoColumns } from './layout.ts';
import { countFigures, figuresInWords } from './number-words.ts';
import type { Random } from './random.ts';
import type { Span, Spans } from './spans.ts';

/** `words`: of the same language; `beside`: other text of the article's kind. */
export type Means = {
  readonly random: Random;
  readonly words: readonly string[];
  readonly beside: string;
};
export type Rewrite = (text: string, means: Means) => string;
export type LeakClass = {
  readonly group: 'main' | 'further';
  readonly from: 'vietnamese' | 'english' | 'family';
  readonly draw: (spans: Spans) => readonly Span[];
  readonly rewrite: Rewrite;
  /** Sentences of the host between the pieces. */
  readonly gap: number;
};

const same: Rewrite = (text) => text;
const plain =
  (rewrite: (text: string) => string): Rewrite =>
  (text) =>
    rewrite(text);
const replaced =
  (share: number): Rewrite =>
  (text, { random, words }) =>
    disguise.substituted(text, { share, words, random });
const edited =
  (share: number): Rewrite =>
  (text, { random, words }) =>
    disguise.edited(text, { share, words, random });
const misread =
  (share: number): Rewrite =>
  (text, { random }) =>
    disguise.misprinted(text, share, random);
const shuffled =
  (cut: RegExp): Rewrite =>
  (text, { random }) =>
    random.shuffled(text.split(cut)).join(' ');
const chance =
  (rewrite: (text: string, random: Random) => string): Rewrite =>
  (text, { random }) =>
    rewrite(text, random);
/** One after the other. */
const all =
  (...rewrites: readonly Rewrite[]): Rewrite =>
  (text, means) =>
    rewrites.reduce((rewritten, rewrite) => rewrite(rewritten, means), text);

const bare = plain(disguise.withoutDiacritics);
const hidden = chance(disguise.hiddenCharacters);
const telex = plain(disguise.telex);
const columns: Rewrite = (text, { beside, random }) => twoColumns(text, beside, random);
const sentencesShuffled = shuffled(/(?<=[.;:\n])\s+/);
const clausesShuffled = shuffled(/(?<=[,.;:\n])\s+/);

const MAIN_PARAGRAPHS: Readonly<Record<string, Rewrite>> = {
  paragraph: same,
  nfd: plain(disguise.decomposed),
  'nfd-mixed': chance(disguise.mixedForms),
  tone: plain(disguise.otherTonePlaces),
  nodiac: bare,
  upper: plain(disguise.upperCase),
  hidden,
  'look-alikes': plain(disguise.lookAlikes),
  invisible: chance(disguise.invisibles),
  'full-width': plain(disguise.fullWidth),
  telex,
  vni: plain(disguise.vni),
  ocr02: misread(0.02),
  ocr05: misread(0.05),
  ocr10: misread(0.1),
  sub10: replaced(0.1),
  sub20: replaced(0.2),
  sub30: replaced(0.3),
  edit15: edited(0.15),
  'nodiac-sub10-ocr02': all(bare, replaced(0.1), misread(0.02)),
  'shuffle-sentences': sentencesShuffled,
  'shuffle-clauses': clausesShuffled,
  'table-cells': chance(tableCells),
  'two-columns': columns,
  'printed-lines': chance(printedLines),
  pieces: chance(quotedInPieces),
};
const FURTHER_PARAGRAPHS: Readonly<Record<string, Rewrite>> = {
  'upper-nodiac-edit15': all(plain(disguise.upperCase), bare, edited(0.15)),
  'telex-ocr02': all(telex, misread(0.02)),
  'hidden-sub20': all(replaced(0.2), hidden),
  'shuffle-sub10': all(sentencesShuffled, replaced(0.1)),
  'table-nodiac': all(bare, chance(tableCells)),
  'columns-ocr02': all(misread(0.02), columns),
  'pieces-nodiac': all(bare, chance(quotedInPieces)),
  'columns-sub10-hidden': all(replaced(0.1), columns, hidden),
  torn10: chance((text, random) => disguise.torn(text, 0.1, random)),
  torn30: chance((text, random) => disguise.torn(text, 0.3, random)),
  digits20: chance((text, random) => disguise.digitsForLetters(text, 0.2, random)),
};
const MAIN_SENTENCES: Readonly<Record<string, Rewrite>> = {
  'verbatim-sentence': same,
  'sentence-nodiac': bare,
  'sentence-sub10': replaced(0.1),
  'sentence-ocr05': misread(0.05),
  caption: chance(caption),
};
const FURTHER_SENTENCES: Readonly<Record<string, Rewrite>> = {
  'sentence-hidden': hidden,
  'sentence-telex': telex,
  'sentence-edit15': edited(0.15),
  'caption-ocr02': all(chance(caption), misread(0.02)),
};
const ENGLISH: Readonly<Record<string, Rewrite>> = {
  'english-paragraph': same,
  'english-sub20': replaced(0.2),
  'english-ocr05': misread(0.05),
};

const paragraph = (spans: Spans): Span[] => [spans.sentences(60, 180)];
const sentence = (spans: Spans): Span[] => [spans.sentences(18, 45)];
const fourFigures = (text: string): boolean => countFigures(text) >= 4;
const threeFigures = (text: string): boolean => countFigures(text) >= 3;

type Table = Readonly<Record<string, LeakClass>>;
type Draw = LeakClass['draw'];

function rows(
  group: LeakClass['group'],
  draw: Draw,
  rewrites: Readonly<Record<string, Rewrite>>,
): Table {
  const row = (rewrite: Rewrite): LeakClass => ({ ...PLAIN, group, draw, rewrite });
  return Object.fromEntries(Object.entries(rewrites).map(([name, each]) => [name, row(each)]));
}

const PLAIN: LeakClass = {
  group: 'main',
  from: 'vietnamese',
  draw: paragraph,
  rewrite: same,
  gap: 1,
};

const snippet = (length: number): LeakClass => ({
  ...PLAIN,
  draw: (spans) => [spans.snippet(length)],
});
const english = (draw: Draw, rewrite: Rewrite): LeakClass => ({
  ...PLAIN,
  group: 'further',
  from: 'english',
  draw,
  rewrite,
});

export const CLASSES: Table = {
  ...rows('main', paragraph, MAIN_PARAGRAPHS),
  ...rows('main', sentence, MAIN_SENTENCES),
  snip12: snippet(12),
  snip16: snippet(16),
  snip20: snippet(20),
  snip30: snippet(30),
  interleaved: { ...PLAIN, draw: (spans) => spans.neighbours(20) },
  'whole-doc': { ...PLAIN, draw: (spans) => [spans.whole()] },
  'figures-in-words': {
    ...PLAIN,
    draw: (spans) => [spans.sentences(60, 180, fourFigures)],
    rewrite: plain(figuresInWords),
  },
  ...rows('further', paragraph, FURTHER_PARAGRAPHS),
  ...rows('further', sentence, FURTHER_SENTENCES),
  'sentence-figures': {
    ...PLAIN,
    group: 'further',
    draw: (spans) => [spans.sentences(12, 30, threeFigures)],
    rewrite: plain(figuresInWords),
  },
  strewn: { ...PLAIN, group: 'further', draw: (spans) => spans.strewn(4), gap: 3 },
  family: { ...PLAIN, group: 'further', from: 'family' },
  'english-sentence': english(sentence, same),
  ...Object.fromEntries(
    Object.entries(ENGLISH).map(([name, rewrite]) => [name, english(paragraph, rewrite)]),
  ),
};

/** Real scans are planted as they came; see `planter.ts`. */
export const isMain = (kind: string): boolean =>
  kind.startsWith('ocr-real') || CLASSES[kind]?.group === 'main';
/** A whole paragraph in one place, however disguised. */
export const isParagraph = (kind: string): boolean =>
  kind in MAIN_PARAGRAPHS || kind === 'figures-in-words' || kind.startsWith('ocr-real');
