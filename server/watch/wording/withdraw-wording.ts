/**
 * A judgement of common wording no longer counts: its wording alarms again, as far as the other
 * judgements do not suffice. By any officer who judges matches; who said it first stays on record.
 */
import type { Json } from '../../../core/common/canonical-json.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../../core/common/refusal.ts';
import type { Actor } from '../../ports/acts.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { relistSoon, type WordingParts } from './common-wording.ts';

export async function withdrawWording(
  parts: WordingParts & Pick<Parts, 'seal'>,
  actor: Actor,
  { judgementId, reason }: { readonly judgementId: string; readonly reason: string },
): Promise<Outcome<{ judgementId: string }>> {
  const done = await parts.acts.perform(
    actor,
    { verb: 'watch.withdraw-wording' },
    async (world) => {
      const eyes = { readers: world.mine, now: world.now };
      const officer = await admitGeneral(eyes, actor, { action: 'confirm-match' });
      if (!officer.ok) return officer;
      const judgement = await world.mine.wordings.loadJudgement(judgementId);
      if (!judgement) return refuse({ code: 'not-found' });
      const refusals: Refusal[] = [];
      if (judgement.withdrawn !== null) refusals.push({ code: 'already-done' });
      if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
      // The list is made anew from sealed words.
      if (parts.seal.status().state !== 'open') refusals.push({ code: 'vault-sealed' });
      if (refusals.length > 0) return { ok: false, refusals };
      const by = officer.value.personId;
      const withdrawn = { by, at: world.now, reason: reason.trim() } as unknown as Json;
      return permit({
        subject: { match: judgement.matchId },
        rows: [put('wording_judgement', { ...judgement, withdrawn })],
        value: { judgementId },
      });
    },
  );
  if (done.ok) await relistSoon(parts);
  return done;
}
