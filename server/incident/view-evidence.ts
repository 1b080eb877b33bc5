/**
 * Looking at evidence, and taking its original bytes: each is an act, in the ledger before the
 * first byte leaves the vault.
 */
import type { EvidenceContents } from '../../contract/incident.ts';
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { loadText } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import type { EvidenceRow, VaultObjectRow } from '../ports/rows.ts';
import { readShared } from '../ports/shared-passages.ts';
import { articleSpans, spansOf } from '../ports/spans.ts';
import { admitIncident } from './admit-incident.ts';

type Which = { readonly incidentId: string; readonly evidenceId: string };
type EvidenceParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;
type Opened = {
  readonly documentId: string;
  readonly evidence: EvidenceRow;
  readonly object: VaultObjectRow;
};

/** Enters the viewing and names the stored object: the original bytes, or their text. */
function beginViewing(
  { acts, seal }: EvidenceParts,
  actor: Actor,
  { incidentId, evidenceId, part }: Which & { readonly part: 'original' | 'text' },
): Promise<Outcome<Opened>> {
  const attempt = { verb: 'incident.view-evidence', subject: { incident: incidentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitIncident(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const all = await world.mine.incidents.loadEvidence(incidentId);
    const evidence = all.find(({ id }) => id === evidenceId);
    if (!evidence) return refuse({ code: 'not-found' });
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const { watch } = world.mine;
    const { articleId } = evidence;
    // A suspect picture has no text of its own.
    if (articleId === null && part === 'text') return refuse({ code: 'not-found' });
    const article = articleId === null ? null : await watch.loadArticle(articleId);
    const objectId = part === 'original' ? evidence.originalObjectId : article?.textObjectId;
    const object = objectId ? await watch.loadArticleObject(objectId) : null;
    if (!object) throw corruption(`evidence ${evidenceId}`, 'its contents have no row');
    const { documentId } = admitted.value.incident;
    return permit({
      subject: { document: documentId, ...(articleId === null ? {} : { article: articleId }) },
      facts: { part, evidence: evidenceId },
      value: { documentId, evidence, object },
    });
  });
}

export async function viewEvidence(
  parts: EvidenceParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<EvidenceContents>> {
  const begun = await beginViewing(parts, actor, { ...which, part: 'text' });
  if (!begun.ok) return begun;
  const { documentId, evidence, object } = begun.value;
  const articleText = await loadText(parts.store, evidence.articleId ?? evidence.id, object);
  const spans = spansOf(evidence.spans);
  const about = { incident: which.incidentId };
  const shared = await readShared(parts, actor, { documentId, articleText, spans, about });
  return permit({ articleText, spans: shared ? articleSpans(spans) : [], shared });
}

export async function downloadEvidence(
  parts: EvidenceParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
  const begun = await beginViewing(parts, actor, { ...which, part: 'original' });
  if (!begun.ok) return begun;
  const { evidence, object } = begun.value;
  const { version } = object;
  const label =
    evidence.articleId === null
      ? ({ documentId: evidence.id, kind: 'suspect', version } as const)
      : ({ documentId: evidence.articleId, kind: 'article', version } as const);
  const bytes = await parts.store.get(label, object);
  // Named by its hash: a name out of the capture is attacker-controlled, and `.html` would open.
  return permit({ bytes, fileName: `${evidence.sha256}.bin` });
}
