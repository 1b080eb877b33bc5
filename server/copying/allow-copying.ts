/**
 * The competent person allows copying (law art. 11; decree 26/2020 art. 3): who makes how many
 * copies for whom, within some days. Never to themselves, never of what may not be copied. What was
 * allowed is withdrawn by whoever could allow it.
 */
import { isGrantInForce } from '../../core/access/access-facts.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../core/common/refusal.ts';
import { lastDayOf, MOST_COPIES_PERMITTED, stateOfPermit } from '../../core/copy/copying-permit.ts';
import { receiverRefusals } from '../../core/custody/hand-over.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import {
  type AdmittedCopying,
  admitAllowing,
  findPermit,
  permitOf,
  type WhichPermit,
} from './permit.ts';

type Input = {
  readonly documentId: string;
  readonly executorId: string;
  readonly copies: number;
  readonly recipient: string;
};
type Done = Promise<Outcome<{ permitId: string }>>;

/** What speaks against this person making copies: they could not read what they print. */
async function againstExecutor(
  world: World,
  { determined, grants }: AdmittedCopying,
  executorId: string,
): Promise<readonly Refusal[]> {
  const executor = await world.mine.people.loadSubject(executorId);
  if (!executor) return [{ code: 'invalid-input', facts: { field: 'executorId' } }];
  const knows = grants.some(
    (grant) => grant.personId === executor.personId && isGrantInForce(grant, world.now),
  );
  return [
    ...receiverRefusals(executor, determined.level, world.today),
    ...(knows ? [] : ([{ code: 'no-need-to-know' }] as const)),
  ];
}

export function allowCopying(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: Input,
): Done {
  const { documentId, copies } = input;
  const executorId = input.executorId as PersonId;
  const subject = { document: documentId, person: executorId };
  return acts.perform(actor, { verb: 'copying.allow', subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitAllowing(eyes, actor, { law, documentId, executorId });
    if (!admitted.ok) return admitted;
    const recipient = input.recipient.trim().toWellFormed().replaceAll('\0', '');
    if (recipient === '') return refuse({ code: 'invalid-input', facts: { field: 'recipient' } });
    if (copies < 1 || copies > MOST_COPIES_PERMITTED) {
      const facts = { copies, max: MOST_COPIES_PERMITTED };
      return refuse({ code: 'copies-out-of-range', facts });
    }
    const against = await againstExecutor(world, admitted.value, executorId);
    if (against.length > 0) return { ok: false, refusals: against };
    const permitId = world.newId<string>();
    const row = put('copying_permit', {
      id: permitId,
      documentId,
      allowedBy: admitted.value.subject.personId,
      authority: admitted.value.authority as unknown as Json,
      allowedAt: world.now,
      executorId,
      copies,
      recipient,
      untilOn: lastDayOf(world.today),
      made: [],
      withdrawn: null,
    });
    return permit({ facts: { permit: permitId, copies }, rows: [row], value: { permitId } });
  });
}

export function withdrawCopying(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  which: WhichPermit,
): Done {
  const { documentId, permitId } = which;
  const attempt = { verb: 'copying.withdraw', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const asked = { law, documentId, executorId: null };
    const admitted = await admitAllowing(eyes, actor, asked);
    if (!admitted.ok) return admitted;
    const row = await findPermit(eyes, which);
    if (!row) return refuse({ code: 'not-found' });
    if (stateOfPermit(permitOf(row), world.today) !== 'open')
      return refuse({ code: 'permit-ended' });
    const withdrawn = { by: admitted.value.subject.personId, at: world.now };
    return permit({
      facts: { permit: permitId },
      rows: [put('copying_permit', { ...row, withdrawn })],
      value: { permitId },
    });
  });
}
