/**
 * What a text touches, for one pair of eyes. What the person may read is compared apart: places,
 * scores and even which documents are shown would else depend on documents that the person may
 * not know.
 */
import type { EntrySubject } from '../../../core/act/entry.ts';
import type { Ground } from '../../../core/publication/release.ts';
import type { Touches } from '../../../core/publication/request.ts';
import type { Actor } from '../acts.ts';
import { type FindOptions, type FindParts, type Found, findProtected } from '../find-protected.ts';
import {
  type Adviser,
  linesOf,
  listAdvisers,
  readShared,
  type Shared,
} from '../shared-passages.ts';

export type Comparison = { readonly all: readonly Found[]; readonly own: readonly Found[] };
export type TextVerdict = {
  readonly touchesProtected: boolean;
  /** Of the text, in UTF-16 units. */
  readonly characters: number;
  readonly documents: (Shared & { readonly ground: Ground })[];
  /** It (also) touches what this person may not read. */
  readonly hidden: boolean;
  readonly ask: Adviser[];
};
export const NOTHING_FOUND: Comparison = { all: [], own: [] };

/** The documents that the person was given: only one of these can be read. */
async function givenTo({ acts, clock }: FindParts, actor: Actor): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set();
  const grants = await acts.read(actor, ({ access }) => access.listGrantsOf(actor.personId));
  const now = clock.now();
  const inForce = grants.filter(
    ({ fromAt, untilAt, revokedAt }) =>
      fromAt <= now && now < untilAt && (revokedAt === null || now < revokedAt),
  );
  return new Set(inForce.map(({ documentId }) => documentId));
}

async function hidesSome(
  { acts, clock }: FindParts,
  actor: Actor,
  found: readonly Found[],
): Promise<boolean> {
  const documentIds = found.map(({ documentId }) => documentId);
  if (actor.kind !== 'person') return documentIds.length > 0;
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const lines = await linesOf(eyes, actor, { action: 'read', documentIds });
    return [...lines.values()].includes(null);
  });
}

/** `at`: when the words were made public; else they are about to be, now. */
type Asked = { readonly text: string } & Pick<FindOptions, 'at'>;

export async function compareFor(
  parts: FindParts,
  actor: Actor,
  { text, ...options }: Asked,
): Promise<Comparison> {
  const given = await givenTo(parts, actor);
  const among = { ...options, among: given };
  const own = given.size > 0 ? await findProtected(parts, text, among) : [];
  return { all: await findProtected(parts, text, options), own };
}

/** For the decision on a request: who decides must be able to read all that is touched. */
export async function touchesOf(
  parts: FindParts,
  actor: Actor,
  { all, own }: Comparison,
): Promise<Touches> {
  if (await hidesSome(parts, actor, all)) return 'hidden';
  return all.length + own.length > 0 ? 'seen' : 'nothing';
}

/** Shows passages (each showing is a reading, and recorded as one) or tells whom to ask. */
export async function answerFor(
  parts: FindParts,
  actor: Actor,
  { text, all, own, about }: { readonly text: string; readonly about?: EntrySubject } & Comparison,
): Promise<TextVerdict> {
  const documents: TextVerdict['documents'] = [];
  for (const { documentId, spans, ground } of own) {
    const shared = await readShared(parts, actor, { documentId, spans, articleText: text, about });
    if (shared) documents.push({ ...shared, ground });
  }
  const hidden = await hidesSome(parts, actor, all);
  const ask = hidden
    ? await parts.acts.read(actor, (readers) =>
        listAdvisers({ readers, now: parts.clock.now() }, actor),
      )
    : [];
  const touchesProtected = hidden || documents.length > 0;
  return { touchesProtected, characters: text.length, documents, hidden, ask };
}
