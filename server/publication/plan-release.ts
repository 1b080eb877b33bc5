/**
 * Something goes on the release calendar: a date alone, a registered document, or material that is
 * no secret and becomes a document under embargo. For a document still protected the releaser must
 * have power over its level, and name the decision that publication rests on.
 */

import { isDeclassified } from '../../core/access/access-facts.ts';
import { mayDecide } from '../../core/authority/may-decide.ts';
import { type CalendarDate, type Instant, instantOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, type Refusal } from '../../core/common/refusal.ts';
import { levelOf } from '../../core/document/document.ts';
import type { ReleaseState } from '../../core/publication/release.ts';
import type { Actor, World } from '../ports/acts.ts';
import { loadText } from '../ports/find-protected.ts';
import { type Admitted, admit, admitGeneral, factsOf } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type ReleaseItemRow } from '../ports/rows.ts';
import type { CheckParts } from './check.ts';

export type PlanParts = CheckParts & Pick<Parts, 'law' | 'randomness'>;
export type Plan = {
  readonly title: string;
  readonly releaseAt: string;
  readonly releaserId: string;
  readonly basis: string;
  readonly templateCode?: string | undefined;
  readonly templateDay?: string | undefined;
};

export const PLAN = { action: 'plan-release' } as const;

export const asReleaseProgress = (state: ReleaseState): Json => state as unknown as Json;

export const momentOf = ({ releaseAt }: Plan): Instant => instantOf(Date.parse(releaseAt));

export async function planRefusals(
  { law }: PlanParts,
  world: World,
  { plan, about }: { readonly plan: Plan; readonly about: Admitted | null },
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const releaser = await world.mine.people.loadSubject(plan.releaserId);
  if (releaser?.status !== 'active') {
    return [{ code: 'invalid-input', facts: { field: 'releaserId' } }];
  }
  if (momentOf(plan) <= world.now) {
    refusals.push({ code: 'invalid-input', facts: { field: 'releaseAt' } });
  }
  if (!about) return refusals;
  const { document, file } = about;
  const isReader = about.grants.some(
    ({ personId, revokedAt, untilAt }) =>
      personId === plan.releaserId && revokedAt === null && world.now < untilAt,
  );
  if (!isReader) refusals.push({ code: 'no-need-to-know' });
  const level = levelOf(document);
  const isSecret = level !== null && !isDeclassified(factsOf(file), world.now);
  if (!isSecret) return refusals;
  const power = { power: 'determine', level, on: world.today, proposedBy: null } as const;
  const may = mayDecide({ law, person: releaser, ...power });
  if (!may.ok) refusals.push(...may.refusals);
  if (plan.basis.trim() === '') refusals.push({ code: 'reason-missing' });
  return refusals;
}

export type Item = Pick<ReleaseItemRow, 'documentId' | 'plannedBy'> & { readonly plan: Plan };

export function itemRow(world: World, { documentId, plannedBy, plan }: Item): ReleaseItemRow {
  return {
    id: world.newId(),
    title: plan.title.trim(),
    documentId,
    templateCode: plan.templateCode ?? null,
    templateDay: (plan.templateDay ?? null) as CalendarDate | null,
    basis: plan.basis.trim(),
    releaserId: plan.releaserId,
    plannedBy,
    plannedAt: world.now,
    progress: asReleaseProgress({ state: 'planned', releaseAt: momentOf(plan) }),
  };
}

/** A document found not secret is compared again from now on: it is under embargo. */
async function compareAgain(
  { acts, store, compareIndex }: PlanParts,
  actor: Actor,
  documentId: string,
): Promise<void> {
  if (!compareIndex.isOpen()) return;
  const object = await acts.read(actor, async ({ documents }) => {
    const objects = await documents.loadObjects(documentId);
    return objects.find(({ kind }) => kind === 'text');
  });
  if (object) compareIndex.put(documentId, await loadText(store, documentId, object));
}

export async function planRelease(
  parts: PlanParts,
  actor: Actor,
  { documentId, ...plan }: Plan & { readonly documentId: string | null },
): Promise<Outcome<{ releaseId: string }>> {
  const subject = documentId === null ? {} : { document: documentId };
  const attempt = { verb: 'publication.plan-release', subject } as const;
  const done = await parts.acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, PLAN);
    if (!admitted.ok) return admitted;
    const seen =
      documentId === null ? null : await admit(eyes, actor, { action: 'read', documentId });
    if (seen && !seen.ok) return seen;
    const refusals = await planRefusals(parts, world, { plan, about: seen?.value ?? null });
    if (refusals.length > 0) return { ok: false, refusals };
    const row = itemRow(world, { documentId, plannedBy: admitted.value.personId, plan });
    return permit({
      subject: { release: row.id },
      facts: { releaseAt: momentOf(plan) },
      rows: [put('release_item', row)],
      value: { releaseId: row.id },
    });
  });
  if (done.ok && documentId !== null) await compareAgain(parts, actor, documentId);
  return done;
}
