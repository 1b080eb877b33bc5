/**
 * The document page: everything that somebody who may see the document may know of it, and for
 * each action whether it is open to them, with every reason when it is not. A refused look leaves
 * an entry, whether the document exists or not: the answer and the time it takes are the same.
 */
import type { DocumentView } from '../../contract/access.ts';
import { isGrantInForce } from '../../core/access/access-facts.ts';
import { DOCUMENT_ACTIONS } from '../../core/access/action.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { type Custody, holderOf } from '../../core/copy/copy.ts';
import type { DocumentState } from '../../core/document/document.ts';
import type { Actor } from '../ports/acts.ts';
import { documentLine, namesOf } from '../ports/document-line.ts';
import { type Admitted, admit, factsOf } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { Readers } from '../ports/readers.ts';
import type { AccessGrantRow, CopyRow } from '../ports/rows.ts';
import { timelineOf } from '../ports/timeline.ts';

type NameOf = (personId: string) => string;

function termsOf(state: DocumentState): DocumentView['terms'] {
  if (state.state === 'determined') return state as unknown as DocumentView['terms'];
  return 'proposal' in state ? (state.proposal as unknown as DocumentView['terms']) : null;
}

function decisionOf(state: DocumentState) {
  const decided = state.state === 'determined' || state.state === 'not-secret';
  return {
    decidedOn: decided ? state.decidedOn : null,
    delegationNo:
      decided && state.authority.by === 'delegation' ? state.authority.documentNo : null,
    reason: 'reason' in state ? state.reason : null,
  };
}

function incomingOf(state: DocumentState): DocumentView['incoming'] {
  if (state.state !== 'received') return null;
  const { issuingBody, receivedOn, opened } = state;
  return { issuingBody, receivedOn, opened };
}

function copyView(row: CopyRow, nameOf: NameOf): DocumentView['copies'][number] {
  const custody = row.custody as unknown as Custody;
  const holder = holderOf(custody);
  const outside = custody.state === 'sent' ? custody.recipient : null;
  const since =
    custody.state === 'held' ? custody.since : custody.state === 'sent' ? custody.sentOn : null;
  return {
    copyId: row.id,
    number: row.number,
    of: row.ofTotal,
    kind: row.kind as DocumentView['copies'][number]['kind'],
    state: custody.state,
    holder:
      holder === null
        ? outside
        : holder.kind === 'person'
          ? nameOf(holder.personId)
          : holder.placeId,
    holderId: row.holderId,
    since,
  };
}

function grantView(row: AccessGrantRow, nameOf: NameOf, now: Instant) {
  const { id, personId, fromAt, untilAt, revokedAt } = row;
  const kind = row.kind as DocumentView['grants'][number]['kind'];
  return {
    grantId: id,
    person: { personId, name: nameOf(personId) },
    kind,
    fromAt,
    untilAt,
    revokedAt,
    inForce: isGrantInForce({ ...row, kind } as never, now),
  };
}

function mayOf({ subject, file, grants }: Admitted, at: Instant): DocumentView['may'] {
  const object = factsOf(file);
  const answers = DOCUMENT_ACTIONS.map((action) => {
    const may = mayPerform({ action, subject, object, grants, at });
    return [action, may.ok ? [] : [...may.refusals]] as const;
  });
  return Object.fromEntries(answers) as DocumentView['may'];
}

async function viewOf(readers: Readers, admitted: Admitted, now: Instant): Promise<DocumentView> {
  const { file } = admitted;
  const nameOf = await namesOf(readers);
  const named = (personId: string | null) =>
    personId === null ? null : { personId, name: nameOf(personId) };
  const objects = await readers.documents.loadObjects(file.id);
  const content = objects.find(({ kind }) => kind === 'content');
  const grants = await readers.access.loadGrants(file.id);
  const copies = await readers.documents.loadCopies(file.id);
  return {
    line: documentLine(file, now),
    terms: termsOf(file.protection),
    drafter: named(file.drafterId),
    decider: named(file.deciderId),
    ...decisionOf(file.protection),
    incoming: incomingOf(file.protection),
    content: content
      ? { version: content.version, kind: content.mediaKind, pages: content.pages }
      : null,
    copies: copies.map((row) => copyView(row, nameOf)),
    grants: grants.map((row) => grantView(row, nameOf, now)),
    timeline: timelineOf(await readers.ledger.listEntriesOf(file.id), nameOf),
    may: mayOf(admitted, now),
  };
}

export async function viewDocument(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  documentId: string,
): Promise<Outcome<DocumentView>> {
  const view = await acts.read(actor, async (readers) => {
    const now = clock.now();
    const admitted = await admit({ readers, now }, actor, { action: 'see', documentId });
    return admitted.ok ? permit(await viewOf(readers, admitted.value, now)) : admitted;
  });
  if (view.ok) return view;
  const attempt = { verb: 'access.look', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async () => view);
}
