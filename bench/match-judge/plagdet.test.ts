import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Judged, measureSpans, type Report } from './plagdet.ts';

type Place = readonly [from: number, to: number, docFrom: number, docTo: number];

const span = ([articleStart, articleEnd, docStart, docEnd]: Place, docId = 'one'): Report => ({
  docId,
  articleStart,
  articleEnd,
  docStart,
  docEnd,
});

function judged(truths: readonly Place[], reports: readonly Place[]): Judged {
  return { truths: truths.map((each) => span(each)), reports: reports.map((each) => span(each)) };
}

/** Draws the same numbers every time. */
function* numbers(): Generator<number, never> {
  for (let state = 12_345; ; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield state >>> 8;
  }
}

/** The definition of 2010 word for word, over sets of characters. */
function byDefinition(articles: readonly Judged[]): Record<string, number> {
  const characters = (article: number, { docId, ...at }: Report): Set<string> => {
    const all = new Set<string>();
    for (let c = at.articleStart; c < at.articleEnd; c++) all.add(`${article} here ${c}`);
    for (let c = at.docStart; c < at.docEnd; c++) all.add(`${article} ${docId} ${c}`);
    return all;
  };
  const meet = (one: Report, other: Report): boolean =>
    one.docId === other.docId &&
    one.articleStart < other.articleEnd &&
    other.articleStart < one.articleEnd &&
    one.docStart < other.docEnd &&
    other.docStart < one.docEnd;
  const shares = (of: 'truths' | 'reports', by: 'truths' | 'reports'): number[] =>
    articles.flatMap((article, at) =>
      article[of].map((each) => {
        const own = characters(at, each);
        const others = article[by].filter((other) => meet(each, other));
        const union = others.reduce(
          (all, other) => all.union(characters(at, other)),
          new Set<string>(),
        );
        return own.intersection(union).size / own.size;
      }),
    );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const pieces = articles.flatMap(({ truths, reports }) =>
    truths.map((truth) => reports.filter((report) => meet(truth, report)).length),
  );
  const [recall, precision] = [shares('truths', 'reports'), shares('reports', 'truths')].map(mean);
  const granularity = mean(pieces.filter((count) => count > 0));
  const f1 = (2 * (recall ?? 0) * (precision ?? 0)) / ((recall ?? 0) + (precision ?? 0));
  return {
    spanRecall: recall ?? 0,
    spanPrecision: precision ?? 0,
    granularity,
    plagdet: f1 / Math.log2(1 + granularity),
  };
}

test('the measure is the one of PAN, on any overlapping, split, missed and false reports', () => {
  const drawn = numbers();
  const below = (limit: number): number => drawn.next().value % limit;
  const place = (): Place => {
    const [start, docStart] = [below(60), below(60)];
    return [start, start + 1 + below(30), docStart, docStart + 1 + below(30)];
  };
  const places = (): Place[] => Array.from({ length: below(4) }, place);
  const articles = Array.from({ length: 200 }, () => judged(places(), places()));
  const measured = measureSpans(articles);
  for (const [name, value] of Object.entries(byDefinition(articles))) {
    const got = measured[name as 'plagdet'];
    assert.ok(Math.abs(got - value) < 1e-9, `${name}: ${got}, by definition ${value}`);
  }
});

test('a passage reported in two pieces has perfect spans and pays for the pieces', () => {
  const measured = measureSpans([
    judged(
      [[0, 100, 0, 100]],
      [
        [0, 50, 0, 50],
        [50, 100, 50, 100],
      ],
    ),
  ]);
  assert.equal(measured.spanRecall, 1);
  assert.equal(measured.spanPrecision, 1);
  assert.equal(measured.granularity, 2);
  assert.equal(measured.plagdet, 1 / Math.log2(3));
});
