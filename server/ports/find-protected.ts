/**
 * Which protected documents a text repeats. Whoever asks must not pass the answer on before
 * looking through the asker's own eyes: it names documents that the asker may not know.
 */
import { isDeclassified } from '../../core/access/access-facts.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Ground, groundAt, type ReleaseState } from '../../core/publication/release.ts';
import type { Actor } from './acts.ts';
import type { IndexMatch, TextSource } from './compare-index.ts';
import { findUncommon } from './desk/common-wording.ts';
import { factsOf } from './gate.ts';
import { loadPublicList, STOCK_LINES } from './lists/public-list.ts';
import type { Parts } from './parts.ts';
import type { DocumentFile, ListedText, Readers, TextPage } from './readers.ts';
import type { VaultObjectRow } from './rows.ts';
import type { Against, Span, Spans } from './spans.ts';
import { VaultSealed } from './vault.ts';

/** The product itself: for rules that do not depend on who asks. */
const HOUSE: Actor = { kind: 'clock' };
/** Enough to judge by; an article made of quotations must not grow a row without bound. */
const MOST_PASSAGES = 200;
const TEXTS_AT_ONCE = 10_000;

export type Found = {
  readonly documentId: string;
  readonly spans: Spans;
  /** Why these words might not be published at that moment. */
  readonly ground: Ground;
};
export type FindParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'compareIndex'>;

/** Stored texts keep a leading U+FEFF, else every offset after it would be one too high. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as it was stored. Throws when the vault is sealed or the object is damaged. */
export async function loadText(
  store: Parts['store'],
  ownerId: string,
  object: VaultObjectRow,
): Promise<string> {
  const label = { documentId: ownerId, kind: 'text', version: object.version } as const;
  return decoder.decode(await store.get(label, object));
}

type Report = (what: string, reason: unknown) => void;

/** Page by page: of millions of documents nobody holds the whole list for it. */
async function* listTexts(acts: Parts['acts']): AsyncGenerator<ListedText> {
  for (let after: string | null = null; ; ) {
    const page: TextPage = { ...(after === null ? {} : { after }), limit: TEXTS_AT_ONCE };
    const texts = await acts.read(HOUSE, ({ documents }) => documents.listTexts(page));
    yield* texts;
    after = texts.at(-1)?.documentId ?? null;
    if (after === null || texts.length < TEXTS_AT_ONCE) return;
  }
}

/**
 * Fills the compare index, from what rests sealed and from the vault, once per opening; later calls
 * only wait for it. One damaged text is reported by the id of its document and does not hold back
 * the rest; an index at rest that cannot be used is reported as `compare-index` and made anew.
 * `anew`: the public list changed.
 */
export function fillCompareIndex(
  { acts, store, compareIndex }: FindParts,
  report: Report = () => {},
  anew?: 'anew',
): Promise<void> {
  const source: TextSource<ListedText> = {
    listPublic: () => loadPublicList({ acts, store }, report),
    list: () => listTexts(acts),
    async load(object) {
      try {
        return await loadText(store, object.documentId, object);
      } catch (reason) {
        if (reason instanceof VaultSealed) throw reason;
        report(object.documentId, reason);
        return null;
      }
    },
    report: (reason) => report('compare-index', reason),
  };
  return compareIndex.fill(source, anew);
}

/** Neither declassified by its date nor found not secret; a draft given up stays as secret. */
function isSecret(file: DocumentFile, at: Instant): boolean {
  const { state } = file.protection;
  const isOpen = state === 'not-secret' || state === 'embargoed';
  return !isOpen && !isDeclassified(factsOf(file), at);
}

/** Null once publishing the document is lawful: not protected, or released by the calendar. */
async function groundOf(readers: Readers, file: DocumentFile, at: Instant): Promise<Ground | null> {
  const items = await readers.releases.listReleases(file.id);
  return groundAt(
    {
      secret: isSecret(file, at),
      embargoed: file.protection.state === 'embargoed',
      releases: items.map(({ progress }) => releaseOf(progress)),
    },
    at,
  );
}

export function releaseOf(stored: Json): ReleaseState {
  return stored as unknown as ReleaseState; // Written by the verbs of publication alone.
}

async function textVersionOf(readers: Readers, documentId: string): Promise<number | null> {
  const objects = await readers.documents.loadObjects(documentId);
  return objects.find(({ kind }) => kind === 'text')?.version ?? null;
}

export type FindOptions = {
  /** Compared with these documents alone, so that the answer is no echo of the others. */
  readonly among?: ReadonlySet<string>;
  /** When the words were made public; else they are about to be, now. */
  readonly at?: Instant;
};

/** By document, the best first. Throws `VaultSealed` while the vault is sealed. */
export async function findProtected(
  parts: FindParts,
  text: string,
  { among, at = parts.clock.now() }: FindOptions = {},
): Promise<readonly Found[]> {
  await fillCompareIndex(parts);
  const { matches, wordings } = await findUncommon(parts, text, among);
  if (matches.length === 0) return [];
  const byDocument = Map.groupBy(matches, ({ documentId }) => documentId);
  return parts.acts.read(HOUSE, async (readers) => {
    const found: Found[] = [];
    for (const [documentId, ofOne] of byDocument) {
      const file = await readers.documents.loadDocument(documentId);
      const textVersion = await textVersionOf(readers, documentId);
      const ground = file && (await groundOf(readers, file, at));
      if (!ground || textVersion === null) continue;
      const passages = ofOne.map(
        ({ documentId: _, score, against: __, ...places }): Span => ({
          ...places,
          score: Math.round(score * 1_000),
        }),
      );
      found.push({
        documentId,
        ground,
        spans: {
          textVersion,
          passages: passages.slice(0, MOST_PASSAGES),
          bits: passages.reduce((sum, { why }) => sum + (why?.bits ?? 0), 0),
          ground,
          against: againstOf(ofOne),
          ...(wordings > 0 ? { wordings } : {}),
        },
      });
    }
    return found.sort((one, other) => bestScore(other.spans) - bestScore(one.spans));
  });
}

function againstOf([first]: readonly IndexMatch[]): Against {
  const { version, texts } = first?.against ?? { version: 0, texts: 0 };
  return { publicList: version, publicTexts: texts, stockLines: STOCK_LINES.version };
}

export function bestScore({ passages }: Spans): number {
  return passages.reduce((best, { score }) => Math.max(best, score), 0);
}
