/**
 * PDF and Word files that watched pages link to. A page only says which it wants; they are taken
 * after the visit, some at each, by the same visitor: robots.txt, pauses and address filter hold
 * for them as for pages. The original is kept as it came, its text beside it.
 */
import { FetchFailure } from '../fetch/get.ts';
import { askIfChanged, keepPage, keyOf, SourceFailure, type VisitParts } from '../source/visit.ts';
import type { Wanted } from '../state/state.ts';
import { documentKind } from './document-kind.ts';
import { isSameSite } from './same-site.ts';

/** Then it is given up, until its page names it anew. */
const MOST_TRIES = 5;
const NEVER = ['robots-forbid', 'address-forbidden', 'address-bad', 'too-large', 'refused-by-site'];

async function takeOne(parts: VisitParts, { source, url, title }: Wanted): Promise<boolean> {
  const { state, limits, documents } = parts;
  const from = new URL(url); // As it was noted down.
  const within = (to: URL): boolean => isSameSite(to, from);
  const asked = await askIfChanged(parts, url, { maxBytes: limits.documentBytes, within });
  if (asked === 'unchanged') return false;
  const { answer } = asked;
  // A page that asks to sign in, in the document's place.
  if (documentKind(answer.body) === null) throw new SourceFailure('refused-by-site');
  const stamp = keyOf(answer.body);
  const isNew = state.stampOf(source, url) !== stamp;
  if (isNew) {
    const text = (await documents.read(answer.body)) ?? '';
    const article = { source, url: answer.url, title, publishedAt: null, text: text || title };
    keepPage(parts, { answer, article }, { key: url, stamp });
  }
  asked.remember();
  return isNew;
}

/** How many are new. One that fails is asked for again at the next visits. */
export async function takeDocuments(parts: VisitParts, source: string): Promise<number> {
  const { state, limits, signal } = parts;
  let taken = 0;
  for (const wanted of state.listWanted(source, limits.documentsPerVisit)) {
    if (signal.aborted) break;
    try {
      if (await takeOne(parts, wanted)) taken += 1;
      state.settleWanted(wanted, 'done');
    } catch (reason) {
      if (!(reason instanceof FetchFailure || reason instanceof SourceFailure)) throw reason;
      const isOver = NEVER.includes(reason.code) || wanted.tries + 1 >= MOST_TRIES;
      if (isOver) noteNever(parts, wanted);
      state.settleWanted(wanted, isOver ? 'done' : 'tried');
    }
  }
  return taken;
}

/** Known from now on: a page that stays as it is does not want it again. */
function noteNever({ state, clock }: VisitParts, { source, url }: Wanted): void {
  if (state.stampOf(source, url) !== null) return;
  state.markSeen({ source, key: url, stamp: '', takenAt: clock.now() });
}
