/**
 * The span measure of PAN (Potthast and others, 2010): recall and precision by characters,
 * averaged over planted passages and over reports, divided by how often a passage is reported in
 * pieces.
 */
import type { Truth } from './match-leaks.ts';

export type Judged = { readonly truths: readonly Truth[]; readonly reports: readonly Truth[] };
export type SpanMeasure = {
  readonly found: number;
  readonly truths: number;
  readonly trueReports: number;
  readonly reports: number;
  readonly granularity: number;
  readonly spanRecall: number;
  readonly spanPrecision: number;
  readonly plagdet: number;
};

const overlap = (one: Truth, other: Truth): { article: number; document: number } => ({
  article:
    Math.min(one.articleEnd, other.articleEnd) - Math.max(one.articleStart, other.articleStart),
  document: Math.min(one.docEnd, other.docEnd) - Math.max(one.docStart, other.docStart),
});

/** Same document and characters in common on both sides. */
export function touches(one: Truth, other: Truth): boolean {
  if (one.docId !== other.docId) return false;
  const { article, document } = overlap(one, other);
  return article > 0 && document > 0;
}

function coveredLength(span: Truth, parts: readonly Truth[]): number {
  const length = (start: number, end: number, cuts: (readonly [number, number])[]): number => {
    let covered = 0;
    let reached = start;
    for (const [from, to] of cuts.sort((a, b) => a[0] - b[0])) {
      const [low, high] = [Math.max(from, reached), Math.min(to, end)];
      if (high > low) covered += high - low;
      reached = Math.max(reached, Math.min(to, end));
    }
    return covered;
  };
  const inArticle = parts.map((part) => [part.articleStart, part.articleEnd] as const);
  const inDocument = parts.map((part) => [part.docStart, part.docEnd] as const);
  return (
    length(span.articleStart, span.articleEnd, inArticle) +
    length(span.docStart, span.docEnd, inDocument)
  );
}

const sizeOf = (span: Truth): number =>
  span.articleEnd - span.articleStart + span.docEnd - span.docStart;

export function measureSpans(articles: readonly Judged[]): SpanMeasure {
  let [found, truths, trueReports, reports, pieces, recall, precision] = [0, 0, 0, 0, 0, 0, 0];
  for (const article of articles) {
    truths += article.truths.length;
    reports += article.reports.length;
    for (const truth of article.truths) {
      const hits = article.reports.filter((report) => touches(truth, report));
      if (hits.length > 0) found++;
      pieces += hits.length;
      recall += coveredLength(truth, hits) / sizeOf(truth);
    }
    for (const report of article.reports) {
      const hits = article.truths.filter((truth) => touches(truth, report));
      if (hits.length > 0) trueReports++;
      precision += coveredLength(report, hits) / sizeOf(report);
    }
  }
  const spanRecall = truths === 0 ? 0 : recall / truths;
  const spanPrecision = reports === 0 ? 0 : precision / reports;
  const granularity = found === 0 ? 1 : pieces / found;
  const sum = spanRecall + spanPrecision;
  const f1 = sum === 0 ? 0 : (2 * spanRecall * spanPrecision) / sum;
  const plagdet = f1 / Math.log2(1 + granularity);
  return { found, truths, trueReports, reports, granularity, spanRecall, spanPrecision, plagdet };
}
