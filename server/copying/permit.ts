/** What the verbs of copying ask before anything else: the document, who allows, the permission. */
import { isDeclassified } from '../../core/access/access-facts.ts';
import type { Authority } from '../../core/authority/may-decide.ts';
import { dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { type CopyingPermit, mayMakeCopy } from '../../core/copy/copying-permit.ts';
import { mayAllowCopying } from '../../core/copy/may-allow-copying.ts';
import type { Determined } from '../../core/document/document.ts';
import type { Actor } from '../ports/acts.ts';
import type { CopyingPermitRow } from '../ports/copying/permits.ts';
import { type Admitted, admit, type Eyes, factsOf } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { VaultObjectRow } from '../ports/rows.ts';

export type MadeCopy = { readonly copyId: string; readonly at: Instant };

// The verbs of copying alone write both.
export const madeOf = ({ made }: CopyingPermitRow) => made as unknown as readonly MadeCopy[];
export const authorityOf = ({ authority }: CopyingPermitRow) => authority as unknown as Authority;

export function permitOf(row: CopyingPermitRow): CopyingPermit {
  const { executorId, copies, untilOn } = row;
  return {
    executorId,
    copies,
    untilOn,
    made: madeOf(row).length,
    withdrawn: row.withdrawn !== null,
  };
}

/** Each page is drawn in a process of its own, all of them before the answer. */
const MOST_PAGES = 40;

export type AdmittedCopying = Admitted & {
  readonly determined: Determined;
  readonly content: VaultObjectRow;
};

/**
 * An own document that is issued and still protected, to who may read it. Of one from elsewhere the
 * house does not know whether its body allowed copying.
 */
export async function admitCopying(
  eyes: Eyes,
  actor: Actor,
  documentId: string,
): Promise<Outcome<AdmittedCopying>> {
  const admitted = await admit(eyes, actor, { action: 'read', documentId });
  if (!admitted.ok) return admitted;
  const { file, document } = admitted.value;
  const { state } = document;
  if (state !== 'determined' || !file.registered) {
    return refuse({ code: 'state-forbids', facts: { state } });
  }
  if (isDeclassified(factsOf(file), eyes.now)) return refuse({ code: 'state-forbids' });
  const objects = await eyes.readers.documents.loadObjects(documentId);
  const content = objects.find(({ kind }) => kind === 'content');
  if (!content) return refuse({ code: 'file-unreadable', facts: { code: 'page-missing' } });
  const { pages } = content;
  if (pages > MOST_PAGES) {
    return refuse({ code: 'too-many-pages', facts: { pages, max: MOST_PAGES } });
  }
  return permit({ ...admitted.value, determined: document, content });
}

/** `executorId`: null while nobody is named. Who makes the copies does not allow them. */
export async function admitAllowing(
  eyes: Eyes,
  actor: Actor,
  {
    law,
    documentId,
    executorId,
  }: Pick<Parts, 'law'> & {
    readonly documentId: string;
    readonly executorId: PersonId | null;
  },
): Promise<Outcome<AdmittedCopying & { readonly authority: Authority }>> {
  const admitted = await admitCopying(eyes, actor, documentId);
  if (!admitted.ok) return admitted;
  const { subject: person, determined: document } = admitted.value;
  const on = dateInHanoi(eyes.now);
  const may = mayAllowCopying({ law, document, person, requestedBy: executorId, on });
  return may.ok ? permit({ ...admitted.value, authority: may.value }) : may;
}

export type WhichPermit = { readonly documentId: string; readonly permitId: string };
export type AdmittedPermit = AdmittedCopying & { readonly row: CopyingPermitRow };

export async function findPermit(
  { readers }: Eyes,
  { documentId, permitId }: WhichPermit,
): Promise<CopyingPermitRow | null> {
  const rows = await readers.permits.listPermits(documentId);
  return rows.find(({ id }) => id === permitId) ?? null;
}

/** To make one more copy by this permission. What the document says counts still. */
export async function admitMaking(
  eyes: Eyes,
  actor: Actor,
  which: WhichPermit,
): Promise<Outcome<AdmittedPermit>> {
  const admitted = await admitCopying(eyes, actor, which.documentId);
  if (!admitted.ok) return admitted;
  const row = await findPermit(eyes, which);
  if (!row) return refuse({ code: 'not-found' });
  const { subject, determined } = admitted.value;
  if (!determined.copyingAllowed) return refuse({ code: 'copying-forbidden' });
  const asked = { by: subject.personId, on: dateInHanoi(eyes.now) };
  const may = mayMakeCopy(permitOf(row), asked);
  return may.ok ? permit({ ...admitted.value, row }) : may;
}
