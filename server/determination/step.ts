/**
 * The one step that the verbs of determination share: enter through the gate, ask core for the
 * next state, write the document with the rows that follow from the step.
 */
import type { DocumentAction } from '../../core/access/action.ts';
import type { Verb } from '../../core/act/verb.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { type DocumentAct, decideDocument } from '../../core/document/decide-document.ts';
import type { DocumentState } from '../../core/document/document.ts';
import type { Actor, World } from '../ports/acts.ts';
import { type Admitted, admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type DocumentRow, put, type RowChange } from '../ports/rows.ts';

export type Step = {
  readonly verb: Verb;
  readonly action: DocumentAction;
  readonly documentId: string;
  readonly act: DocumentAct;
  /** Changes of the document row beside its state. */
  readonly changes?: Partial<Pick<DocumentRow, 'deciderId'>>;
  readonly alsoWrite?: (world: World, admitted: Admitted) => Promise<Outcome<readonly RowChange[]>>;
};

const NOTHING_MORE = async (): Promise<Outcome<readonly RowChange[]>> => permit([]);

export function takeStep(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  step: Step,
): Promise<Outcome<{ documentId: string }>> {
  const { verb, action, documentId, act } = step;
  const subject = { document: documentId };
  return acts.perform(actor, { verb, subject }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action, documentId });
    if (!admitted.ok) return admitted;
    const { document, file, subject: person } = admitted.value;
    const next = decideDocument({ law, document, act, actor: person, on: world.today });
    if (!next.ok) return next;
    const more = await (step.alsoWrite ?? NOTHING_MORE)(world, admitted.value);
    if (!more.ok) return more;
    const row = { ...file, ...step.changes, protection: asJson(next.value) };
    return permit({
      facts: { state: next.value.state },
      rows: [put('document', row), ...more.value],
      value: { documentId },
    });
  });
}

const asJson = (state: DocumentState): Json => state as unknown as Json;
