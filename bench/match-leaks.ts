/** Articles with planted passages of every class, and decoys that hold no secret. */
import type { Corpus, Text } from './match-corpus.ts';
import * as disguise from './match-disguise.ts';
import { type Random, randomFrom } from './match-random.ts';

export type Truth = {
  readonly docId: string;
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly docStart: number;
  readonly docEnd: number;
};
export type Planted = Text & { readonly kind: string; readonly truths: readonly Truth[] };

type Span = { readonly doc: Text; readonly start: number; readonly end: number };
type Rewrite = (text: string, random: Random, words: readonly string[]) => string;

const sub =
  (share: number): Rewrite =>
  (text, random, words) =>
    disguise.substituted(text, { share, words, random });
const ocr =
  (share: number): Rewrite =>
  (text, random) =>
    disguise.misprinted(text, share, random);
const shuffled =
  (cut: RegExp): Rewrite =>
  (text, random) =>
    random.shuffled(text.split(cut)).join(' ');
const same: Rewrite = (text) => text;

const PARAGRAPHS: Readonly<Record<string, Rewrite>> = {
  paragraph: same,
  nfd: disguise.decomposed,
  tone: disguise.otherTonePlaces,
  nodiac: disguise.withoutDiacritics,
  upper: disguise.upperCase,
  hidden: disguise.hiddenCharacters,
  telex: disguise.telex,
  vni: disguise.vni,
  ocr02: ocr(0.02),
  ocr05: ocr(0.05),
  ocr10: ocr(0.1),
  sub10: sub(0.1),
  sub20: sub(0.2),
  sub30: sub(0.3),
  edit15: (text, random, words) => disguise.edited(text, { share: 0.15, words, random }),
  'nodiac-sub10-ocr02': (text, random, words) =>
    ocr(0.02)(sub(0.1)(disguise.withoutDiacritics(text), random, words), random, words),
  'shuffle-sentences': shuffled(/(?<=[.;:\n])\s+/),
  'shuffle-clauses': shuffled(/(?<=[,.;:\n])\s+/),
};
const SENTENCES: Readonly<Record<string, Rewrite>> = {
  'verbatim-sentence': same,
  'sentence-nodiac': disguise.withoutDiacritics,
  'sentence-sub10': sub(0.1),
  'sentence-ocr05': ocr(0.05),
};
const SNIPPETS = [12, 16, 20, 30];

/** Wording of public law is no leak: a span that is mostly that is drawn again. */
type IsSecret = (text: string) => boolean;

export class Planter {
  private readonly random: Random;
  private readonly corpus: Corpus;
  private readonly isSecret: IsSecret;
  private readonly words: string[];
  private used = 0;

  constructor(corpus: Corpus, seed: number, isSecret: IsSecret) {
    this.corpus = corpus;
    this.random = randomFrom(seed);
    this.isSecret = isSecret;
    const sample = corpus.documents.slice(0, 200).map(({ text }) => text.slice(0, 4000));
    this.words = sample.join(' ').match(/\p{L}+/gu) ?? [];
  }

  /** `each` articles of every class; the hosts are used round and round. */
  plant(each: number): Planted[] {
    const planted: Planted[] = [];
    for (let round = 0; round < each; round++) {
      for (const [kind, rewrite] of Object.entries(PARAGRAPHS)) {
        planted.push(this.insert(kind, [this.span(60, 180)], rewrite));
      }
      for (const [kind, rewrite] of Object.entries(SENTENCES)) {
        planted.push(this.insert(kind, [this.span(18, 45)], rewrite));
      }
      for (const length of SNIPPETS)
        planted.push(this.insert(`snip${length}`, [this.snip(length)], same));
      planted.push(this.insert('interleaved', this.neighbours(), same));
      planted.push(this.insert('whole-doc', [this.whole()], same));
    }
    return [...planted, ...this.scans()];
  }

  decoys(each: number): Planted[] {
    const header = (): string =>
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n' +
      `Số: ${this.random.below(900)}/QĐ-UBND\n` +
      `Hà Nội, ngày ${1 + this.random.below(28)} tháng 5 năm 2024\nQUYẾT ĐỊNH`;
    const footer = (): string =>
      'Nơi nhận:\n- Như Điều 3;\n- Thủ tướng Chính phủ (để báo cáo);\n' +
      '- Các bộ, cơ quan ngang bộ;\n- UBND các tỉnh, thành phố trực thuộc trung ương;\n' +
      '- Lưu: VT, PC.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG';
    const quotation = (): string => {
      const { text } = this.random.pick(this.corpus.publicTexts);
      const start = this.random.below(Math.max(1, text.length - 900));
      return text.slice(text.indexOf(' ', start) + 1, start + 300 + this.random.below(500));
    };
    const kinds = { header, footer, quotation };
    return Object.entries(kinds).flatMap(([kind, make]) =>
      Array.from({ length: each }, () => this.place(`decoy-${kind}`, [make()], [])),
    );
  }

  private insert(kind: string, spans: readonly Span[], rewrite: Rewrite): Planted {
    const passages = spans.map(({ doc, start, end }) =>
      rewrite(doc.text.slice(start, end), this.random, this.words),
    );
    return this.place(kind, passages, spans);
  }

  private place(kind: string, passages: readonly string[], spans: readonly Span[]): Planted {
    const host = this.corpus.hosts[this.used++ % this.corpus.hosts.length] as Text;
    const sentences = host.text.split(/(?<=[.\n])\s+/).slice(0, 24);
    const first = this.random.below(sentences.length + 1);
    let text = sentences.slice(0, first).join(' ');
    const truths: Truth[] = [];
    for (const [at, passage] of passages.entries()) {
      text += text === '' ? '' : '\n';
      const span = spans[at];
      const articleStart = text.length;
      text += passage;
      if (span) {
        const { doc, start, end } = span;
        const range = { docStart: start, docEnd: end, articleStart, articleEnd: text.length };
        truths.push({ docId: doc.id, ...range });
      }
      const filler = sentences[first + at];
      if (filler !== undefined) text += `\n${filler}`;
    }
    text += `\n${sentences.slice(first + passages.length).join(' ')}`;
    return { id: `${kind}-${this.used}`, kind, text, truths };
  }

  /** A span of whole sentences with so many syllables. */
  private span(least: number, most: number): Span {
    for (;;) {
      const doc = this.random.pick(this.corpus.documents);
      const breaks = [...doc.text.matchAll(/[.;:\n]\s+/g)].map(
        ({ index, 0: cut }) => index + cut.length,
      );
      if (breaks.length < 3) continue;
      const first = this.random.below(breaks.length - 1);
      const start = breaks[first] as number;
      for (let last = first + 1; last < breaks.length; last++) {
        const end = breaks[last] as number;
        const words = syllables(doc.text.slice(start, end));
        if (words > most) break;
        if (words < least) continue;
        const span = trimmed({ doc, start, end });
        if (this.isSecret(doc.text.slice(span.start, span.end))) return span;
        break;
      }
    }
  }

  private snip(length: number): Span {
    for (;;) {
      const { doc, start, end } = this.span(length + 4, 200);
      const places = [...doc.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)];
      const first = this.random.below(places.length - length);
      const [from, to] = [places[first], places[first + length - 1]];
      if (!from || !to) continue;
      const span = { doc, start: start + from.index, end: start + to.index + to[0].length };
      if (this.isSecret(doc.text.slice(span.start, span.end))) return span;
    }
  }

  /** Three to four following sentences of one document. */
  private neighbours(): Span[] {
    const { doc, start, end } = this.span(80, 180);
    const cuts = [...doc.text.slice(start, end).matchAll(/[.;:\n]\s+/g)].map(
      ({ index, 0: cut }) => start + index + cut.length,
    );
    const borders = [start, ...cuts, end];
    const spans: Span[] = [];
    let from = start;
    for (const border of borders) {
      if (syllables(doc.text.slice(from, border)) < 20) continue;
      spans.push(trimmed({ doc, start: from, end: border }));
      from = border;
    }
    return spans;
  }

  private whole(): Span {
    const short = this.corpus.documents.filter(
      ({ text }) => text.length > 1500 && text.length < 12_000,
    );
    const doc = this.random.pick(short);
    return { doc, start: 0, end: doc.text.length };
  }

  private scans(): Planted[] {
    const byId = new Map(this.corpus.documents.map((doc) => [doc.id, doc]));
    return this.corpus.scans.flatMap(({ docId, start, end, severity, ocr: read }) => {
      const doc = byId.get(docId);
      return doc ? [this.place(`ocr-real-${severity}`, [read], [{ doc, start, end }])] : [];
    });
  }
}

const syllables = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

function trimmed({ doc, start, end }: Span): Span {
  const text = doc.text.slice(start, end);
  return {
    doc,
    start: start + text.length - text.trimStart().length,
    end: start + text.trimEnd().length,
  };
}
