/**
 * The way every verb enters: who asks, what about, and core's one answer. A document that the
 * actor may not see and one that does not exist leave here with the same refusal.
 */
import type { AccessGrant, DocumentFacts, Subject } from '../../core/access/access-facts.ts';
import type { DocumentAction, GeneralAction } from '../../core/access/action.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { DocumentId, PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { levelOf, type SecretDocument } from '../../core/document/document.ts';
import type { Level } from '../../core/level/level.ts';
import type { Actor } from './acts.ts';
import type { DocumentFile, Readers } from './readers.ts';

export type Eyes = { readonly readers: Readers; readonly now: Instant };

export type Admitted = {
  readonly subject: Subject;
  readonly file: DocumentFile;
  readonly document: SecretDocument;
  readonly grants: readonly AccessGrant[];
};

export function factsOf(file: DocumentFile): DocumentFacts {
  const { protection } = file;
  return {
    documentId: file.id as DocumentId,
    level: levelOf(protection),
    state: protection.state,
    origin: file.origin,
    protectedUntil: 'protectedUntil' in protection ? protection.protectedUntil : null,
    drafterId: file.drafterId as PersonId | null,
    registered: file.registered,
  };
}

export function documentOf(file: DocumentFile): SecretDocument {
  return {
    ...file.protection,
    documentId: file.id as DocumentId,
    origin: file.origin,
    drafterId: file.drafterId as PersonId | null,
  };
}

export async function subjectOfActor(eyes: Eyes, actor: Actor): Promise<Subject | null> {
  return actor.kind === 'person' ? eyes.readers.people.loadSubject(actor.personId) : null;
}

/** For an action on one document. */
export async function admit(
  eyes: Eyes,
  actor: Actor,
  wanted: { readonly action: DocumentAction; readonly documentId: string },
): Promise<Outcome<Admitted>> {
  const subject = await subjectOfActor(eyes, actor);
  const file = await eyes.readers.documents.loadDocument(wanted.documentId);
  if (!subject || !file) return refuse({ code: 'not-found' });
  const rows = await eyes.readers.access.loadGrants(file.id);
  const grants = rows as unknown as readonly AccessGrant[]; // Same members; ids are branded.
  const object = factsOf(file);
  const may = mayPerform({ action: wanted.action, subject, object, grants, at: eyes.now });
  return may.ok ? permit({ subject, file, document: documentOf(file), grants }) : may;
}

/** For an action that concerns no single document. */
export async function admitGeneral(
  eyes: Eyes,
  actor: Actor,
  wanted: { readonly action: GeneralAction; readonly level?: Level },
): Promise<Outcome<Subject>> {
  const subject = await subjectOfActor(eyes, actor);
  if (!subject) return refuse({ code: 'not-your-duty' });
  const may = mayPerform({ ...wanted, subject, at: eyes.now });
  return may.ok ? permit(subject) : may;
}
