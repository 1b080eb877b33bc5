/**
 * When wording may count as common because public pages print it: on pages of several sources, on
 * several days, and never where a page with it touches protected wording: one outlet, one day or a
 * leak that is copied around would else teach the matcher to look away. Whatever learns from the
 * stream of articles must come through here; today nothing does.
 */
import { agreedPieces } from './agreed-pieces.ts';

export const LEAST_SOURCES = 3;
export const LEAST_DAYS = 3;

export type PublicPage = {
  readonly text: string;
  /** Whoever published it; copies of one agency's report name that agency. */
  readonly source: string;
  /** `yyyy-MM-dd`, of the publication. */
  readonly day: string;
  /** It matched a protected document. */
  readonly touches: boolean;
};

/** Whether pages that share some wording make it common together. */
export function isUsual(pages: readonly Omit<PublicPage, 'text'>[]): boolean {
  const distinct = (key: 'source' | 'day'): number => new Set(pages.map((page) => page[key])).size;
  return (
    pages.every(({ touches }) => !touches) &&
    distinct('source') >= LEAST_SOURCES &&
    distinct('day') >= LEAST_DAYS
  );
}

/** The wording of these pages that may enter the background. */
export function usualPieces(pages: readonly PublicPage[]): string[] {
  return agreedPieces(
    pages.map((page) => ({ by: page, text: page.text })),
    isUsual,
  );
}
