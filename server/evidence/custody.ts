/**
 * Evidence from hand to hand: offered by the custodian, accepted or declined by the receiver, or
 * taken back. Each step is a row and an entry; who keeps it is never in doubt.
 */
import { mayPerform } from '../../core/access/may-perform.ts';
import type { Verb } from '../../core/act/verb.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { type CustodyAct, decideCustody } from '../../core/evidence/custody-chain.ts';
import type { Actor } from '../ports/acts.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { admitPiece, knowersOf, type Which } from './admit-evidence.ts';

type Taken = { readonly evidenceId: string };
type Step = Which & {
  readonly verb: Verb;
  readonly text: string;
  act(eyes: Eyes): Promise<CustodyAct>;
};

function take({ acts }: Pick<Parts, 'acts'>, actor: Actor, step: Step): Promise<Outcome<Taken>> {
  const { incidentId, evidenceId, verb, text } = step;
  const attempt = { verb, subject: { incident: incidentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitPiece(eyes, actor, step);
    if (!admitted.ok) return admitted;
    const { incident, subject, piece, chain } = admitted.value;
    const act = await step.act(eyes);
    const by = subject.personId;
    const decided = decideCustody({ chain, act, by, knowers: knowersOf(piece) });
    if (!decided.ok) return decided;
    const toId = act.kind === 'offered' ? act.to : null;
    const { kind } = act;
    const words = { text: text.trim().toWellFormed().replaceAll('\0', '') };
    const row = { id: world.newId(), evidenceId, step: chain.length + 1, kind, at: world.now };
    return permit({
      subject: { document: incident.documentId, ...(toId === null ? {} : { person: toId }) },
      facts: { evidence: evidenceId, step: chain.length + 1 },
      rows: [put('evidence_step', { ...row, byId: by, toId, words })],
      value: { evidenceId },
    });
  });
}

export function offerEvidence(
  parts: Pick<Parts, 'acts'>,
  actor: Actor,
  { to, ...step }: Which & { readonly to: string; readonly text: string },
): Promise<Outcome<Taken>> {
  return take(parts, actor, {
    ...step,
    verb: 'evidence.offer',
    async act({ readers, now }) {
      const receiver = await readers.people.loadSubject(to);
      const receiverMaySee =
        receiver !== null && mayPerform({ action: 'see-incidents', subject: receiver, at: now }).ok;
      return { kind: 'offered', to, receiverMaySee };
    },
  });
}

export function acceptEvidence(
  parts: Pick<Parts, 'acts'>,
  actor: Actor,
  which: Which,
): Promise<Outcome<Taken>> {
  const act = async () => ({ kind: 'accepted' }) as const;
  return take(parts, actor, { ...which, text: '', verb: 'evidence.accept', act });
}

export function declineEvidence(
  parts: Pick<Parts, 'acts'>,
  actor: Actor,
  step: Which & { readonly text: string },
): Promise<Outcome<Taken>> {
  const act = async () => ({ kind: 'declined' }) as const;
  return take(parts, actor, { ...step, verb: 'evidence.decline', act });
}
