/** Releasing before the moment, moving it, cancelling it (`core/publication/release.ts`). */
import type { Verb } from '../../core/act/verb.ts';
import { instantOf } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRelease, type ReleaseAct } from '../../core/publication/release.ts';
import type { Actor } from '../ports/acts.ts';
import { releaseOf } from '../ports/find-protected.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { asReleaseProgress } from './plan-release.ts';

type ReleaseParts = Pick<Parts, 'acts'>;
type Done = Promise<Outcome<{ releaseId: string }>>;
type Step = { readonly verb: Verb; readonly releaseId: string; readonly act: ReleaseAct };

function takeStep({ acts }: ReleaseParts, actor: Actor, { verb, releaseId, act }: Step): Done {
  const attempt = { verb, subject: { release: releaseId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    // The releaser may hold any post: seeing the calendar is not asked, seeing the item is.
    const row = await world.mine.releases.loadRelease(releaseId);
    const person =
      actor.kind === 'person' ? await world.mine.people.loadSubject(actor.personId) : null;
    if (!row || person?.status !== 'active') return refuse({ code: 'not-found' });
    const isNamed = row.releaserId === person.personId;
    const admitted = isNamed
      ? permit(person)
      : await admitGeneral(eyes, actor, { action: 'plan-release' });
    if (!admitted.ok) return admitted;
    const next = decideRelease({
      item: releaseOf(row.progress),
      releaserId: row.releaserId as PersonId,
      plannedBy: row.plannedBy as PersonId,
      act,
      actorId: person.personId,
      at: world.now,
    });
    if (!next.ok) return next;
    const { state, releaseAt } = next.value;
    return permit({
      ...(row.documentId === null ? {} : { subject: { document: row.documentId } }),
      facts: { state, releaseAt },
      rows: [put('release_item', { ...row, progress: asReleaseProgress(next.value) })],
      value: { releaseId },
    });
  });
}

export function releaseNow(
  parts: ReleaseParts,
  actor: Actor,
  { releaseId }: { readonly releaseId: string },
): Done {
  return takeStep(parts, actor, {
    verb: 'publication.release',
    releaseId,
    act: { verb: 'release' },
  });
}

export function moveRelease(
  parts: ReleaseParts,
  actor: Actor,
  { releaseId, releaseAt }: { readonly releaseId: string; readonly releaseAt: string },
): Done {
  return takeStep(parts, actor, {
    verb: 'publication.move-release',
    releaseId,
    act: { verb: 'move', releaseAt: instantOf(Date.parse(releaseAt)) },
  });
}

export function cancelRelease(
  parts: ReleaseParts,
  actor: Actor,
  { releaseId, reason }: { readonly releaseId: string; readonly reason: string },
): Done {
  return takeStep(parts, actor, {
    verb: 'publication.cancel-release',
    releaseId,
    act: { verb: 'cancel', reason },
  });
}
