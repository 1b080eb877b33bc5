/** One round over all sources: several sites at once, each at its own pace, each failing alone. */
import type { CollectorClock } from './clock.ts';
import type { Config, Source } from './config.ts';
import { createDocumentReader } from './document/read-document.ts';
import { takeDocuments } from './document/take-documents.ts';
import { FetchFailure } from './fetch/get.ts';
import { createVisitor, ROBOT, type Visitor } from './fetch/polite.ts';
import { visitFeed } from './source/feed.ts';
import { visitJsonl } from './source/jsonl.ts';
import { visitMbox } from './source/mbox.ts';
import { visitPage } from './source/page.ts';
import { visitSitemap } from './source/sitemap.ts';
import { visitTelegram } from './source/telegram.ts';
import { SourceFailure, type VisitParts } from './source/visit.ts';
import type { State } from './state/state.ts';
import { createMainTextReader } from './text/main-text.ts';

export type VisitResult = {
  readonly source: string;
  readonly taken: number;
  /** Null when the visit succeeded. */
  readonly problem: string | null;
};

export type RoundOptions = {
  readonly config: Config;
  readonly state: State;
  readonly clock: CollectorClock;
  readonly signal: AbortSignal;
  readonly onVisit?: (result: VisitResult) => void;
};

const VISITS_AT_ONCE = 8;

export function visitorOf(
  { limits, contact, trialAddresses }: Config,
  clock: CollectorClock,
): Visitor {
  return createVisitor({
    allowed: { exceptions: trialAddresses },
    userAgent: `${ROBOT}/1 (+${contact.replace(/[^\x20-\x7e]/g, '')})`,
    maxBytes: limits.pageBytes,
    timeMs: limits.pageSeconds * 1_000,
    pauseMs: limits.pauseSeconds * 1_000,
    now: () => Date.parse(clock.now()),
    sleep: (ms) => clock.sleep(ms),
  });
}

async function visitSource(parts: VisitParts, source: Source): Promise<number> {
  switch (source.kind) {
    case 'feed':
      return visitFeed(parts, source);
    case 'sitemap':
      return visitSitemap(parts, source);
    case 'page':
      return visitPage(parts, source);
    case 'mbox':
      return visitMbox(parts, source);
    case 'telegram':
      return visitTelegram(parts, source);
    case 'jsonl':
      return visitJsonl(parts, source);
  }
}

/** A hostile site costs its own visit, never the round. */
async function visitSafely(parts: VisitParts, source: Source): Promise<VisitResult> {
  const { name } = source;
  try {
    const taken = (await visitSource(parts, source)) + (await takeDocuments(parts, name));
    return { source: name, taken, problem: null };
  } catch (reason) {
    const isKnown = reason instanceof FetchFailure || reason instanceof SourceFailure;
    return { source: name, taken: 0, problem: isKnown ? reason.code : 'unexpected' };
  }
}

/** Ends early, with everything taken so far kept, when `signal` is aborted. */
export async function collectRound(options: RoundOptions): Promise<readonly VisitResult[]> {
  const { config, state, clock, signal } = options;
  const reader = createMainTextReader();
  const visitor = visitorOf(config, clock);
  const documents = createDocumentReader();
  const { limits } = config;
  const parts: VisitParts = { visitor, reader, documents, state, clock, limits, signal };
  const waiting = [...config.sources];
  const results: VisitResult[] = [];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source && !signal.aborted; source = waiting.shift()) {
      const result = await visitSafely(parts, source);
      const { taken, problem } = result;
      // A visit that was cut short says nothing about the source.
      if (!signal.aborted) {
        state.noteVisit(source.name, { at: clock.now(), problem, isNews: taken > 0 });
      }
      results.push(result);
      options.onVisit?.(result);
    }
  };
  try {
    await Promise.all(Array.from({ length: VISITS_AT_ONCE }, work));
  } finally {
    await reader.close();
  }
  return results;
}
