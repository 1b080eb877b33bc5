/** Finds where else a planted passage stands: in other protected documents, in its own again. */
import type { Text } from './corpus.ts';
import { eachRow, foldWords } from './folded-rows.ts';
import type { Article, DocSpan, Truth } from './planter.ts';
import { ROW } from './spans.ts';

/** A document with this share of a passage's rows close together holds the passage. */
const HELD_SHARE = 0.5;

type Asked = { readonly truth: Truth; readonly rows: Set<number> };
type Seen = { readonly start: number; readonly end: number; readonly row: number };

/** The articles with `others` filled in. */
export function withOtherHolders(
  articles: readonly Article[],
  documents: readonly Text[],
): Article[] {
  const texts = new Map(documents.map((doc) => [doc.id, doc.text]));
  const byRow = new Map<number, Asked[]>();
  for (const truth of articles.flatMap(({ truths }) => truths)) {
    const words = foldWords((texts.get(truth.docId) ?? '').slice(truth.docStart, truth.docEnd));
    const rows = new Set<number>();
    eachRow(words, ROW, (key, check) => rows.add(joined(key, check)));
    const one = { truth, rows };
    for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), one]);
  }
  const others = new Map<Truth, DocSpan[]>();
  for (const doc of documents) {
    for (const [one, seen] of rowsIn(doc, byRow)) {
      const spans = stretches(one, outside(one.truth, doc.id, seen));
      if (spans.length === 0) continue;
      const named = spans.map((span) => ({ docId: doc.id, ...span }));
      others.set(one.truth, [...(others.get(one.truth) ?? []), ...named]);
    }
  }
  return articles.map((article) => ({
    ...article,
    truths: article.truths.map((truth) => {
      const found = others.get(truth);
      return found ? { ...truth, others: found } : truth;
    }),
  }));
}

const joined = (key: number, check: number): number => key * 2 ** 20 + (check >>> 12);

function rowsIn(doc: Text, byRow: ReadonlyMap<number, readonly Asked[]>): Map<Asked, Seen[]> {
  const words = foldWords(doc.text);
  const seen = new Map<Asked, Seen[]>();
  eachRow(words, ROW, (key, check, at) => {
    const row = joined(key, check);
    for (const one of byRow.get(row) ?? []) {
      const place = {
        start: words.starts[at] as number,
        end: words.ends[at + ROW - 1] as number,
        row,
      };
      const places = seen.get(one);
      if (places) places.push(place);
      else seen.set(one, [place]);
    }
  });
  return seen;
}

/** Without the planted passage itself. */
function outside(truth: Truth, docId: string, seen: readonly Seen[]): readonly Seen[] {
  if (truth.docId !== docId) return seen;
  return seen.filter(({ start, end }) => end <= truth.docStart || start >= truth.docEnd);
}

type Stretch = { readonly docStart: number; readonly docEnd: number };

/** Stretches of the passage's own length, and half as much again, with most of its rows. */
function stretches(asked: Asked, seen: readonly Seen[]): Stretch[] {
  const { rows, truth } = asked;
  const width = (truth.docEnd - truth.docStart) * 1.5;
  const { count, first, last } = fullest(seen, width);
  const [from, to] = [seen[first], seen[last]];
  if (!from || !to || count === 0 || count < rows.size * HELD_SHARE) return [];
  return [
    ...stretches(asked, seen.slice(0, first)),
    { docStart: from.start, docEnd: to.end },
    ...stretches(asked, seen.slice(last + 1)),
  ];
}

/** The places no farther apart than `width` that hold the most different rows. */
function fullest(
  seen: readonly Seen[],
  width: number,
): { count: number; first: number; last: number } {
  const counts = new Map<number, number>();
  let best = { count: 0, first: 0, last: 0 };
  let first = 0;
  for (const [last, { row, end }] of seen.entries()) {
    counts.set(row, (counts.get(row) ?? 0) + 1);
    for (let left = seen[first]; left && end - left.start > width; left = seen[first]) {
      const rest = (counts.get(left.row) ?? 1) - 1;
      if (rest === 0) counts.delete(left.row);
      else counts.set(left.row, rest);
      first++;
    }
    if (counts.size > best.count) best = { count: counts.size, first, last };
  }
  return best;
}
