/**
 * The queue of the desk, one line for each story, by surprise and level (law art. 25.3). A bait
 * comes first, for those who know of it.
 */
import type { z } from 'zod';
import type { listMatches as contract, MatchQueue } from '../../contract/watch/watch.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { QueueLine, QueuePlace } from '../ports/desk/desk.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { linesOf, listAdvisers } from '../ports/shared-passages.ts';
import { type Known, matchLine } from './match-line.ts';

type Query = z.output<typeof contract.query>;

const printPlace = ({ bait, rank, id }: QueuePlace): string => `${Number(bait)}.${rank}.${id}`;

/** The contract has checked its form. */
function parsePlace(text: string): QueuePlace {
  const [bait = '', rank = '', id = ''] = text.split('.');
  return { bait: bait === '1', rank: Number(rank), id };
}

function lineOf({ match, bits, articles, outlets, firstAt }: QueueLine, known: Known) {
  const story = { articles, outlets, firstAt };
  return { ...matchLine(match, known), bits: known.document && bits, story };
}

export async function listMatches(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  { state, level, minScore, after, limit }: Query,
): Promise<Outcome<MatchQueue>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'watch' });
    if (!admitted.ok) return admitted;
    const found = await readers.desk.pageQueue({
      state,
      ...(level ? { level } : {}),
      ...(after ? { after: parsePlace(after) } : {}),
      minScore: Math.round(minScore * 1_000),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const documentIds = shown.map(({ match }) => match.documentId);
    const lines = await linesOf(eyes, actor, { action: 'read', documentIds });
    const matches = shown.map((line) =>
      lineOf(line, {
        document: lines.get(line.match.documentId) ?? null,
        bait: line.place.bait,
      }),
    );
    const ask = matches.some(({ document }) => document === null)
      ? await listAdvisers(eyes, actor)
      : [];
    const articles = await readers.watch.countArticles();
    const last = shown.at(-1);
    const next = found.length > limit && last ? printPlace(last.place) : null;
    return permit({ matches, next, articles, ask });
  });
}
