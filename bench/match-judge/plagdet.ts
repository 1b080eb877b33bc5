/**
 * The span measure of PAN (Potthast and others, 2010): recall and precision by characters,
 * averaged over planted passages and over reports, divided by how often a passage is reported in
 * pieces. Where several protected documents hold a passage, naming any of them is right.
 */
import type { Truth } from '../match-case/planter.ts';

export type Report = Omit<Truth, 'others'> & { readonly score?: number };
export type Judged = { readonly truths: readonly Truth[]; readonly reports: readonly Report[] };
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

/** A place of the passage, in its document or another, with characters in common on both sides. */
export function touches(truth: Truth, report: Report): boolean {
  return placeOf(truth, report) !== undefined;
}

/** The truth as it stands where the report says. */
function placeOf(truth: Truth, report: Report): Report | undefined {
  if (truth.docId === report.docId && meet(truth, report)) return truth;
  const { articleStart, articleEnd } = truth;
  return truth.others
    ?.filter(({ docId }) => docId === report.docId)
    .map((other) => ({ ...other, articleStart, articleEnd }))
    .find((place) => meet(place, report));
}

function meet(one: Report, other: Report): boolean {
  const inArticle =
    Math.min(one.articleEnd, other.articleEnd) - Math.max(one.articleStart, other.articleStart);
  const inDocument = Math.min(one.docEnd, other.docEnd) - Math.max(one.docStart, other.docStart);
  return inArticle > 0 && inDocument > 0;
}

type Range = readonly [start: number, end: number];

function coveredLength([start, end]: Range, cuts: readonly Range[]): number {
  let covered = 0;
  let reached = start;
  for (const [from, to] of [...cuts].sort((a, b) => a[0] - b[0])) {
    const [low, high] = [Math.max(from, reached), Math.min(to, end)];
    if (high > low) covered += high - low;
    reached = Math.max(reached, high);
  }
  return covered;
}

const inArticle = ({ articleStart, articleEnd }: Report): Range => [articleStart, articleEnd];
const inDocument = ({ docStart, docEnd }: Report): Range => [docStart, docEnd];

/** The share of a span's characters, on both sides, that the parts cover. */
function coveredShare(span: Report, parts: readonly Report[]): number {
  const size = span.articleEnd - span.articleStart + span.docEnd - span.docStart;
  const covered =
    coveredLength(inArticle(span), parts.map(inArticle)) +
    coveredLength(inDocument(span), parts.map(inDocument));
  return size === 0 ? 0 : covered / size;
}

type Place = { readonly place: Report; readonly reports: Report[] };

/** The reports of this passage by the place that they name. */
function reportsByPlace(truth: Truth, reports: readonly Report[]): Place[] {
  const places = new Map<string, Place>();
  for (const report of reports) {
    const place = placeOf(truth, report);
    if (!place) continue;
    const name = `${place.docId} ${place.docStart}`;
    const known = places.get(name);
    if (known) known.reports.push(report);
    else places.set(name, { place, reports: [report] });
  }
  return [...places.values()];
}

export function measureSpans(articles: readonly Judged[]): SpanMeasure {
  let [found, truths, trueReports, reports, pieces, recall, precision] = [0, 0, 0, 0, 0, 0, 0];
  for (const article of articles) {
    truths += article.truths.length;
    reports += article.reports.length;
    for (const truth of article.truths) {
      const places = reportsByPlace(truth, article.reports);
      if (places.length > 0) found++;
      pieces += Math.max(0, ...places.map((each) => each.reports.length));
      recall += Math.max(0, ...places.map((each) => coveredShare(each.place, each.reports)));
    }
    for (const report of article.reports) {
      const hits = article.truths.flatMap((truth) => placeOf(truth, report) ?? []);
      if (hits.length > 0) trueReports++;
      precision += coveredShare(report, hits);
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
