/**
 * Loose comparison: what in a public text resembles one document in other words, for a person who
 * may read that document. It opens no incident and keeps no word; the reading is in the ledger
 * before the words of the document leave the vault.
 */
import type { Resemblance } from '../../contract/publication/publication.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../core/common/refusal.ts';
import type { PairPassage } from '../../core/match/pair/compare-pair.ts';
import type { Actor } from '../ports/acts.ts';
import { loadText } from '../ports/find-protected.ts';
import { admit } from '../ports/gate.ts';
import type { PairStop } from '../ports/pair-comparer.ts';
import type { Parts } from '../ports/parts.ts';
import type { VaultObjectRow } from '../ports/rows.ts';
import { passageOf } from '../ports/shared-passages.ts';

export type LooseParts = Pick<Parts, 'acts' | 'store' | 'seal' | 'pairComparer'>;
export type ToCompare = { readonly documentId: string; readonly text: string };

/** Refuses `vault-sealed`, `not-found` also where there is no stored text, `comparison-stopped`. */
export async function compareLoosely(
  parts: LooseParts,
  actor: Actor,
  { documentId, text }: ToCompare,
): Promise<Outcome<{ passages: Resemblance[] }>> {
  if (parts.seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
  const begun = await beginReading(parts, actor, { documentId, text });
  if (!begun.ok) return begun;
  const asker = actor.kind === 'person' ? actor.personId : actor.kind;
  return parts.pairComparer.inTurn(asker, async (compare) => {
    const document = await loadText(parts.store, documentId, begun.value);
    const found = await compare({ document, text });
    if (!found.ok) return refuse(stoppedBy(found));
    return permit({ passages: found.value.map((each) => resemblanceOf(each, text, document)) });
  });
}

function stoppedBy({ code, most }: PairStop): Refusal {
  const facts = code === 'time-limit' ? { seconds: most } : { megabytes: most };
  return { code: 'comparison-stopped', facts };
}

function beginReading(
  { acts }: LooseParts,
  actor: Actor,
  { documentId, text }: ToCompare,
): Promise<Outcome<VaultObjectRow>> {
  const attempt = { verb: 'access.read', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'read', documentId });
    if (!admitted.ok) return admitted;
    const objects = await world.mine.documents.loadObjects(documentId);
    const object = objects.find(({ kind }) => kind === 'text');
    if (!object) return refuse({ code: 'not-found' });
    const facts = { characters: text.length, version: object.version };
    return permit({ facts, value: object });
  });
}

function resemblanceOf(found: PairPassage, text: string, document: string): Resemblance {
  const { kind, score, ...places } = found;
  const passage = passageOf({ ...places, score: Math.round(score * 1_000) }, text, document);
  if (kind === 'place') return { kind, ...passage };
  return { kind, ...passage, documentBefore: '', documentText: '', documentAfter: '' };
}
