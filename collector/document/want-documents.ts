/** What a page that was read links to, noted down for the end of the visit. */
import type { VisitParts } from '../source/visit.ts';
import type { MainText } from '../text/main-text.ts';
import { documentsOn } from './same-site.ts';

type Page = { readonly source: string; readonly url: string; readonly isNew: boolean };

/** Of a page that changed also what was taken before. */
export function wantDocuments(
  { state, limits }: VisitParts,
  { source, url, isNew }: Page,
  main: MainText,
): void {
  if (limits.documentsPerVisit === 0) return;
  for (const document of documentsOn(url, main)) {
    const isKnown = state.stampOf(source, document.url) !== null;
    if (isNew || !isKnown) state.want({ source, ...document });
  }
}
