/**
 * Need-to-know for one person on one document, with an end (law art. 10, 15): given by the
 * competent person, to somebody who is cleared, committed and trained; revoked by the same.
 */

import { mayReceiveGrant } from '../../core/access/may-grant.ts';
import { addDays, type CalendarDate, startOfDayInHanoi } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { receiverRefusals } from '../../core/custody/hand-over.ts';
import { levelOf } from '../../core/document/document.ts';
import type { Actor } from '../ports/acts.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';

type GrantInput = {
  readonly documentId: string;
  readonly personId: string;
  readonly untilOn: string;
  readonly reason: string;
};

export function grant(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: GrantInput,
): Promise<Outcome<{ grantId: string }>> {
  const { documentId, personId } = input;
  const untilOn = input.untilOn as CalendarDate;
  const subject = { document: documentId, person: personId };
  return acts.perform(actor, { verb: 'access.grant', subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'grant', documentId });
    if (!admitted.ok) return admitted;
    const reason = input.reason.trim();
    if (reason === '') return refuse({ code: 'reason-missing' });
    const receiver = await world.mine.people.loadSubject(personId);
    if (!receiver) return refuse({ code: 'invalid-input', facts: { field: 'personId' } });
    const level = levelOf(admitted.value.file.protection);
    const [fromAt, untilAt] = [world.now, startOfDayInHanoi(addDays(untilOn, 1))];
    const may = mayReceiveGrant({ receiver, level, fromAt, untilAt });
    const unready = receiverRefusals(receiver, level, world.today);
    const against = [...unready, ...(may.ok ? [] : may.refusals)];
    const reasons = against.filter(
      ({ code }, index) => against.findIndex((other) => other.code === code) === index,
    );
    if (reasons.length > 0) return { ok: false, refusals: reasons };
    const grantId = world.newId();
    const row = put('access_grant', {
      id: grantId,
      documentId,
      personId,
      kind: 'reader',
      fromAt,
      untilAt,
      grantedBy: admitted.value.subject.personId,
      reason,
      revokedAt: null,
    });
    return permit({ facts: { untilOn }, rows: [row], value: { grantId } });
  });
}

export function revoke(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { documentId, grantId }: { readonly documentId: string; readonly grantId: string },
): Promise<Outcome<{ grantId: string }>> {
  const attempt = { verb: 'access.revoke', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'grant', documentId });
    if (!admitted.ok) return admitted;
    const found = await world.mine.access.loadGrant(grantId);
    if (found?.documentId !== documentId) return refuse({ code: 'not-found' });
    if (found.revokedAt !== null) return refuse({ code: 'already-done' });
    return permit({
      subject: { person: found.personId },
      rows: [put('access_grant', { ...found, revokedAt: world.now })],
      value: { grantId },
    });
  });
}
