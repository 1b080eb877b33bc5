/**
 * Passages of a document beside the words that repeat them, for those who may read the document;
 * the others learn whom to ask. Showing a passage is a reading, and is in the ledger before its
 * first word leaves the vault.
 */

import type { AccessGrant } from '../../core/access/access-facts.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import type { EntrySubject } from '../../core/act/entry.ts';
import { permit } from '../../core/common/refusal.ts';
import type { Duty } from '../../core/person/duty.ts';
import type { Actor } from './acts.ts';
import { type DocumentLine, documentLine } from './document-line.ts';
import { loadText } from './find-protected.ts';
import { admit, type Eyes, factsOf, subjectOfActor } from './gate.ts';
import type { Parts } from './parts.ts';
import { backgroundOf, type RareWords, type Span, type Spans } from './spans.ts';

const CONTEXT_CHARACTERS = 80;
const ADVISING_DUTIES: readonly Duty[] = ['registrar', 'press-officer'];

export type Passage = Omit<Span, 'why'> & {
  readonly articleText: string;
  readonly documentBefore: string;
  readonly documentText: string;
  readonly documentAfter: string;
  readonly rare: RareWords[];
};
export type Shared = {
  readonly line: DocumentLine;
  readonly passages: Passage[];
  readonly background: ReturnType<typeof backgroundOf>;
};

export type Adviser = {
  readonly personId: string;
  readonly name: string;
  readonly positionTitle: string;
  readonly duties: Duty[];
};

/** A passage with the words of both sides and some of the document around it. */
export function passageOf(span: Span, articleText: string, documentText: string): Passage {
  const { articleStart, articleEnd, docStart, docEnd } = span;
  return {
    articleStart,
    articleEnd,
    docStart,
    docEnd,
    score: span.score / 1_000,
    articleText: articleText.slice(articleStart, articleEnd),
    documentBefore: documentText.slice(Math.max(0, docStart - CONTEXT_CHARACTERS), docStart),
    documentText: documentText.slice(docStart, docEnd),
    documentAfter: documentText.slice(docEnd, docEnd + CONTEXT_CHARACTERS),
    rare: (span.why?.rare ?? []).filter(
      ({ start, end }) => start >= articleStart && end <= articleEnd,
    ),
  };
}

export type Wanted = {
  readonly documentId: string;
  readonly articleText: string;
  readonly spans: Spans;
  /** What else the reading is about. */
  readonly about?: EntrySubject | undefined;
};

/** Null, and nothing in the ledger, for a person who may not read the document. */
export async function readShared(
  { acts, clock, store }: Pick<Parts, 'acts' | 'clock' | 'store'>,
  actor: Actor,
  wanted: Wanted,
): Promise<Shared | null> {
  const { documentId, articleText, spans, about } = wanted;
  const reading = { action: 'read', documentId } as const;
  const may = await acts.read(actor, (readers) =>
    admit({ readers, now: clock.now() }, actor, reading),
  );
  if (!may.ok) return null;
  const subject = { ...about, document: documentId };
  const begun = await acts.perform(actor, { verb: 'access.read', subject }, async (world) => {
    const admitted = await admit({ readers: world.mine, now: world.now }, actor, reading);
    if (!admitted.ok) return admitted;
    const objects = await world.mine.documents.loadObjects(documentId);
    const object = objects.find(
      ({ kind, version }) => kind === 'text' && version === spans.textVersion,
    );
    const line = documentLine(admitted.value.file, world.now);
    const facts = { passages: spans.passages.length, version: spans.textVersion };
    return permit({ facts, value: { line, object } });
  });
  if (!begun.ok) return null;
  const { line, object } = begun.value;
  const text = object ? await loadText(store, documentId, object) : null;
  const passages = spans.passages.map((span) => passageOf(span, articleText, text ?? ''));
  return { line, passages: text === null ? [] : passages, background: backgroundOf(spans) };
}

/**
 * The line of each document that these eyes may see (or read); null for the others. Asks the
 * database as often for a hundred documents as for one.
 */
export async function linesOf(
  { readers, now }: Eyes,
  actor: Actor,
  wanted: { readonly action: 'see' | 'read'; readonly documentIds: readonly string[] },
): Promise<ReadonlyMap<string, DocumentLine | null>> {
  const ids = [...new Set(wanted.documentIds)];
  const lines = new Map<string, DocumentLine | null>(ids.map((id) => [id, null]));
  const subject = await subjectOfActor({ readers, now }, actor);
  if (!subject || ids.length === 0) return lines;
  const files = await readers.documents.listDocuments({ ids, limit: ids.length });
  const rows = await readers.access.listGrantsOn(subject.personId, ids);
  const grants = rows as unknown as readonly AccessGrant[]; // Same members; ids are branded.
  for (const file of files) {
    const question = { action: wanted.action, subject, object: factsOf(file), grants, at: now };
    if (mayPerform(question).ok) lines.set(file.id, documentLine(file, now));
  }
  return lines;
}

/** Whom to ask about protected material: the registrars and those who speak to the press. */
export async function listAdvisers({ readers }: Eyes, actor: Actor): Promise<Adviser[]> {
  const people = await readers.names.listOnDuty(ADVISING_DUTIES);
  return people
    .filter(({ personId }) => actor.kind !== 'person' || actor.personId !== personId)
    .map(({ fullName: name, duties, ...person }) => ({ ...person, name, duties: [...duties] }));
}
