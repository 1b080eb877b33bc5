/** What somebody would take instead, behind one face, so that all are judged alike. */
import type { Case } from '../match-case/case.ts';
import type { Report } from '../match-judge/plagdet.ts';

/** `score`: higher is surer; what is below the threshold in force is not reported. */
export type Scored = Report & { readonly score: number };
export type Opened = {
  /** In the order of the texts; fewer when it would take too long. */
  find(texts: readonly string[]): Promise<readonly (readonly Scored[])[]>;
  /** Bytes on disk or in another process; memory of this one is measured outside. */
  readonly storedBytes?: number;
  close?(): Promise<void>;
};
export type Rival = {
  readonly title: string;
  /** Thresholds among which the best is taken, on the tuned half. */
  readonly thresholds: readonly number[];
  /** The threshold it comes with, if it is used as it comes. */
  readonly usual?: number;
  /** One in so many articles and pages: slow ones are judged on fewer. */
  readonly oneIn: number;
  /** Clock time instead of CPU time: the work is done by another process. */
  readonly byClock?: boolean;
  /** Says in words what is missing when it cannot run here. */
  open(bench: Case): Promise<Opened | string>;
};

/** Reports of one document that lie close on both sides become one; the highest score counts. */
export function joinNear(reports: readonly Scored[], near: number): Scored[] {
  const joined: Scored[] = [];
  const order = (one: Scored, other: Scored): number =>
    one.docId.localeCompare(other.docId) || one.articleStart - other.articleStart;
  for (const report of reports.toSorted(order)) {
    const last = joined.at(-1);
    const isNear =
      last?.docId === report.docId &&
      report.articleStart <= last.articleEnd + near &&
      report.docStart <= last.docEnd + near &&
      report.docEnd >= last.docStart - near;
    if (last && isNear) joined[joined.length - 1] = union(last, report);
    else joined.push(report);
  }
  return joined;
}

function union(one: Scored, other: Scored): Scored {
  return {
    docId: one.docId,
    articleStart: Math.min(one.articleStart, other.articleStart),
    articleEnd: Math.max(one.articleEnd, other.articleEnd),
    docStart: Math.min(one.docStart, other.docStart),
    docEnd: Math.max(one.docEnd, other.docEnd),
    score: Math.max(one.score, other.score),
  };
}
