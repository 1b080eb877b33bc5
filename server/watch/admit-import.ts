/** Who brings articles in: a watch officer, or the operator at the machine, who learns counts. */
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';

export async function admitImport(eyes: Eyes, actor: Actor): Promise<Outcome<true>> {
  if (actor.kind === 'console') return permit(true);
  const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
  return admitted.ok ? permit(true) : admitted;
}
