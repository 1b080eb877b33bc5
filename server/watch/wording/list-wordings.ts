/** The lists of common wording, version by version, and the judgements that they rest on. */
import type { WordingView } from '../../../contract/watch/wording.ts';
import type { Instant } from '../../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../../core/common/refusal.ts';
import type { Actor } from '../../ports/acts.ts';
import type { KeptJudgement } from '../../ports/desk/desk.ts';
import { type DocumentLine, namesOf } from '../../ports/document-line.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import { linesOf } from '../../ports/shared-passages.ts';

/** As `withdraw-wording.ts` wrote it. */
export type Withdrawal = {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
};

type JudgementView = WordingView['judgements'][number];

function viewOf(
  judgement: KeptJudgement,
  document: DocumentLine | null,
  nameOf: (personId: string) => string,
): JudgementView {
  const { id, matchId, judgedBy, judgedAt, source } = judgement;
  const withdrawn = judgement.withdrawn as unknown as Withdrawal | null;
  const named = (personId: string) => ({ personId, name: nameOf(personId) });
  return {
    judgementId: id,
    matchId,
    by: named(judgedBy),
    at: judgedAt,
    source,
    document,
    withdrawn: withdrawn && { ...withdrawn, by: named(withdrawn.by) },
  };
}

export function listWordings(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<WordingView>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, { action: 'see-incidents' });
    if (!admitted.ok) return admitted;
    const judgements = await readers.wordings.listJudgements();
    const documentIds = judgements.map(({ documentId }) => documentId);
    const lines = await linesOf(eyes, actor, { action: 'read', documentIds });
    const nameOf = await namesOf(readers);
    const versions = await readers.wordings.listVersions();
    return permit({
      versions: versions.map(({ version, madeAt, judgements: count, pieces }) => ({
        version,
        madeAt,
        judgements: count,
        pieces,
      })),
      judgements: judgements.map((one) => viewOf(one, lines.get(one.documentId) ?? null, nameOf)),
    });
  });
}
