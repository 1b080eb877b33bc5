/** A number given by mistake is voided: it stays in the book with its reason, never reused. */
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { voidNumber as decideVoid } from '../../core/numbering/series.ts';
import type { Actor } from '../ports/acts.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type RowChange } from '../ports/rows.ts';
import type { Voided } from './line.ts';

export function voidNumber(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  input: { readonly lineId: string; readonly reason: string },
): Promise<Outcome<{ lineId: string }>> {
  const { lineId } = input;
  return acts.perform(actor, { verb: 'registry.void-number' }, async (world) => {
    const line = await world.mine.registry.loadLine(lineId);
    if (!line) return refuse({ code: 'not-found' });
    const eyes = { readers: world.mine, now: world.now };
    const { documentId } = line;
    const admitted = await admit(eyes, actor, { action: 'void-number', documentId });
    if (!admitted.ok) return admitted;
    const given = { number: line.number, voided: line.voided as unknown as Voided | null };
    const next = decideVoid(given, { on: world.today, reason: input.reason });
    if (!next.ok) return next;
    const rows: RowChange[] = [
      put('register_line', { ...line, voided: next.value.voided as unknown as Json }),
    ];
    const { file } = admitted.value;
    // The document itself can be numbered again; its copies were never handed over under it.
    if (file.protection.state === 'determined') {
      const protection = { ...file.protection, issue: null } as unknown as Json;
      rows.push(put('document', { ...file, registered: false, protection }));
    }
    return permit({
      subject: { document: documentId },
      facts: { register: line.register, year: line.year, number: line.number },
      rows,
      value: { lineId },
    });
  });
}
