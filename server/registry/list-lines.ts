/** The lines of a register that a person may see, highest number first. */
import type { z } from 'zod';
import type { listLines as contract } from '../../contract/registry.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { registerLine } from './line.ts';

type Input = z.output<typeof contract.params> & z.output<typeof contract.query>;

export async function listLines(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
  { register, year, below, limit }: Input,
): Promise<Outcome<z.output<typeof contract.response>>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const subject = await admitGeneral(eyes, actor, { action: 'see-register' });
    if (!subject.ok) return subject;
    const page = { register, year, limit: limit + 1, ...(below === undefined ? {} : { below }) };
    const rows = await readers.registry.listLines(page);
    const shown = rows.slice(0, limit);
    return permit({
      lines: shown.map((row) => registerLine(law, row)),
      next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
    });
  });
}
