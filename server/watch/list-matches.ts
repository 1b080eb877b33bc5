/** The queue of matches, best score first (law art. 25.3). */
import type { z } from 'zod';
import type { listMatches as contract, MatchQueue } from '../../contract/watch.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { linesOf, listAdvisers } from '../ports/shared-passages.ts';
import { matchLine } from './match-line.ts';

export async function listMatches(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { state, level, minScore, limit }: z.output<typeof contract.query>,
): Promise<Outcome<MatchQueue>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
    if (!admitted.ok) return admitted;
    const found = await readers.watch.listMatches({
      ...(state ? { state } : {}),
      ...(level ? { level } : {}),
      minScore: Math.round(minScore * 1_000),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const documentIds = shown.map(({ documentId }) => documentId);
    const lines = await linesOf(eyes, actor, { action: 'read', documentIds });
    const matches = shown.map((match) => matchLine(match, lines.get(match.documentId) ?? null));
    const ask = matches.some(({ document }) => document === null)
      ? await listAdvisers(eyes, actor)
      : [];
    const articles = await readers.watch.countArticles();
    return permit({ matches, more: found.length > limit, articles, ask });
  });
}
