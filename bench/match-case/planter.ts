/** Articles with planted passages of every class, and decoys that hold no secret. */
import { CLASSES, type LeakClass } from './classes.ts';
import type { RealScan, Text } from './corpus.ts';
import { type Random, randomFrom } from './random.ts';
import { type Span, Spans, textOf, type Wording } from './spans.ts';

export type DocSpan = {
  readonly docId: string;
  readonly docStart: number;
  readonly docEnd: number;
};
/** Where a passage stands in the article and in the document it comes from; UTF-16 units. */
export type Truth = DocSpan & {
  readonly articleStart: number;
  readonly articleEnd: number;
  /** Where else the protected documents have the same wording: to name that is as right. */
  readonly others?: readonly DocSpan[];
};
export type Article = Text & { readonly kind: string; readonly truths: readonly Truth[] };

export type Ground = {
  readonly seed: number;
  readonly wording: Wording;
  readonly documents: Readonly<Record<LeakClass['from'], readonly Text[]>>;
  readonly hosts: Readonly<Record<'vietnamese' | 'english', readonly Text[]>>;
  readonly publicTexts: readonly Text[];
};

const SENTENCES_OF_HOST = 24;
const WORDS_FROM = 200;

export class Planter {
  private readonly ground: Ground;
  private readonly words: Readonly<Record<LeakClass['from'], readonly string[]>>;

  constructor(ground: Ground) {
    this.ground = ground;
    const { vietnamese, english } = ground.documents;
    const ordinary = wordsOf(vietnamese);
    this.words = { vietnamese: ordinary, family: ordinary, english: wordsOf(english) };
  }

  /** `each` articles of every class; no class depends on another's draws. */
  plant(each: number): Article[] {
    return Object.entries(CLASSES).flatMap(([kind, row]) =>
      Array.from({ length: each }, (_, round) => this.plantOne(`${kind}-${round}`, kind, row)),
    );
  }

  scans(scans: readonly RealScan[]): Article[] {
    const byId = new Map(this.ground.documents.vietnamese.map((doc) => [doc.id, doc]));
    return scans.flatMap(({ docId, start, end, severity, ocr }, at) => {
      const doc = byId.get(docId);
      if (!doc) return [];
      const kind = `ocr-real-${severity}`;
      const placing = { ...this.placing(`${kind}-${at}`, 'vietnamese'), kind, gap: 1 };
      return [place(placing, [ocr], [{ doc, start, end }])];
    });
  }

  decoys(each: number): Article[] {
    const kinds = { header, footer, quotation: (random: Random) => this.quotation(random) };
    return Object.entries(kinds).flatMap(([name, make]) =>
      Array.from({ length: each }, (_, round) => {
        const kind = `decoy-${name}`;
        const placing = { ...this.placing(`${kind}-${round}`, 'vietnamese'), kind, gap: 1 };
        return place(placing, [make(placing.random)], []);
      }),
    );
  }

  private plantOne(id: string, kind: string, row: LeakClass): Article {
    const { ground, words } = this;
    const language = row.from === 'english' ? 'english' : 'vietnamese';
    const placing = { ...this.placing(id, language), kind, gap: row.gap };
    const { random } = placing;
    const spans = row.draw(new Spans(ground.documents[row.from], ground.wording, random));
    const beside = random.pick(ground.hosts[language]).text;
    const means = { random, words: words[row.from], beside };
    return place(
      placing,
      spans.map((span) => row.rewrite(textOf(span), means)),
      spans,
    );
  }

  private placing(id: string, language: 'vietnamese' | 'english'): Omit<Placing, 'kind' | 'gap'> {
    const random = randomFrom(this.ground.seed * 7919 + hashOf(id));
    return { id, random, host: random.pick(this.ground.hosts[language]) };
  }

  private quotation(random: Random): string {
    const { text } = random.pick(this.ground.publicTexts);
    const start = random.below(Math.max(1, text.length - 900));
    return text.slice(text.indexOf(' ', start) + 1, start + 300 + random.below(500));
  }
}

function header(random: Random): string {
  return (
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n' +
    `Số: ${random.below(900)}/QĐ-UBND\n` +
    `Hà Nội, ngày ${1 + random.below(28)} tháng 5 năm 2024\nQUYẾT ĐỊNH`
  );
}

function footer(): string {
  return (
    'Nơi nhận:\n- Như Điều 3;\n- Thủ tướng Chính phủ (để báo cáo);\n' +
    '- Các bộ, cơ quan ngang bộ;\n- UBND các tỉnh, thành phố trực thuộc trung ương;\n' +
    '- Lưu: VT, PC.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG'
  );
}

type Placing = {
  readonly id: string;
  readonly kind: string;
  readonly random: Random;
  readonly host: Text;
  readonly gap: number;
};

/** Puts the passages between sentences of the host. */
function place(
  { id, kind, random, host, gap }: Placing,
  passages: readonly string[],
  spans: readonly Span[],
): Article {
  const sentences = host.text.split(/(?<=[.\n])\s+/).slice(0, SENTENCES_OF_HOST);
  let next = random.below(Math.max(1, sentences.length + 1 - passages.length * gap));
  let text = sentences.slice(0, next).join(' ');
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
    const filler = sentences.slice(next, next + gap).join(' ');
    if (filler !== '') text += `\n${filler}`;
    next += gap;
  }
  text += `\n${sentences.slice(next).join(' ')}`;
  return { id, kind, text, truths };
}

function wordsOf(documents: readonly Text[]): string[] {
  const sample = documents.slice(0, WORDS_FROM).map(({ text }) => text.slice(0, 4000));
  return sample.join(' ').match(/\p{L}+/gu) ?? [];
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash;
}
