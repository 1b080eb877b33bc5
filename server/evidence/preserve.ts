/**
 * The evidence copy: made once from the original as captured, sealed apart from the copy that
 * people work with, with a picture of the page, a WARC, the list of hashes, and the time-stamp
 * over that list. Whoever makes it is the first custodian. The entry keeps the hash of the list,
 * which holds random record ids: from an exported ledger nobody can guess which article it was.
 */
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import { decideCustody } from '../../core/evidence/custody-chain.ts';
import type { EvidenceWarning } from '../../core/evidence/evidence.ts';
import { SUMS_FACT } from '../../core/evidence/package-layout.ts';
import { encodeWarc } from '../../core/evidence/warc.ts';
import type { Actor } from '../ports/acts.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type EvidenceRow, put } from '../ports/rows.ts';
import { type AdmittedPiece, admitPiece, knowersOf, type Which } from './admit-evidence.ts';
import { loadGiven } from './given-file.ts';
import {
  destroyItems,
  itemRows,
  listed,
  type Made,
  type NewItem,
  sealItems,
} from './keep-items.ts';

type PreserveParts = Pick<
  Parts,
  'acts' | 'clock' | 'randomness' | 'store' | 'seal' | 'photographer' | 'timeStamper'
>;

async function admitKeeping(
  eyes: Eyes,
  actor: Actor,
  which: Which,
): Promise<Outcome<AdmittedPiece>> {
  const admitted = await admitPiece(eyes, actor, which);
  if (!admitted.ok) return admitted;
  const { subject, piece, chain } = admitted.value;
  const by = subject.personId;
  const decided = decideCustody({ chain, act: { kind: 'kept' }, by, knowers: knowersOf(piece) });
  return decided.ok ? admitted : decided;
}

/** The original as captured, from the working copy; throws when it is not that. */
async function loadCaptured({ acts, store }: PreserveParts, piece: EvidenceRow, articleId: string) {
  const found = await acts.read({ kind: 'clock' }, async ({ watch }) => ({
    article: await watch.loadArticle(articleId),
    object: await watch.loadArticleObject(piece.originalObjectId),
  }));
  const { article, object } = found;
  if (!article || !object) throw corruption(`evidence ${piece.id}`, 'its contents have no row');
  const label = { documentId: article.id, kind: 'article', version: object.version } as const;
  const bytes = await store.get(label, object);
  if (sha256(bytes).toHex() !== piece.sha256) {
    throw corruption(`evidence ${piece.id}`, 'the original is not what was captured');
  }
  return { bytes, mediaType: article.mediaType };
}

async function makeOfGiven(
  { acts, store, timeStamper }: PreserveParts,
  piece: EvidenceRow,
): Promise<Made> {
  const object = await acts.read({ kind: 'clock' }, ({ watch }) =>
    watch.loadArticleObject(piece.originalObjectId),
  );
  if (!object) throw corruption(`evidence ${piece.id}`, 'its contents have no row');
  const bytes = await loadGiven(store, piece, object);
  return listed(timeStamper, { items: [{ kind: 'original', bytes }], warnings: [] });
}

async function make(parts: PreserveParts, { piece }: AdmittedPiece): Promise<Made> {
  const { photographer, timeStamper, randomness } = parts;
  const { url, capturedAt, articleId } = piece;
  if (articleId === null) return makeOfGiven(parts, piece);
  const { bytes, mediaType } = await loadCaptured(parts, piece, articleId);
  const ids = { about: randomness.id(), capture: randomness.id() };
  const warc = encodeWarc({ bytes, mediaType, url, capturedAt, ids });
  const photo = await photographer.photograph({ bytes, mediaType, url });
  const items: NewItem[] = [
    { kind: 'original', bytes },
    { kind: 'warc', bytes: warc },
    ...(photo.png ? [{ kind: 'page-image', bytes: photo.png } as const] : []),
  ];
  return listed(timeStamper, { items, warnings: photo.warnings });
}

export async function preserveEvidence(
  parts: PreserveParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<{ warnings: EvidenceWarning[] }>> {
  const { acts, clock, store, seal } = parts;
  const first = await acts.read(actor, (readers) =>
    admitKeeping({ readers, now: clock.now() }, actor, which),
  );
  const isOpen = seal.status().state === 'open';
  const made = first.ok && isOpen ? await make(parts, first.value) : null;
  const sealed = made ? await sealItems(store, which.evidenceId, made.items) : [];
  const attempt = { verb: 'evidence.preserve', subject: { incident: which.incidentId } } as const;
  const done = await acts.perform<{ warnings: EvidenceWarning[] }>(
    actor,
    attempt,
    async (world) => {
      // Asked again: somebody else may have kept it while the page was pictured.
      const admitted = await admitKeeping({ readers: world.mine, now: world.now }, actor, which);
      if (!admitted.ok) return admitted;
      if (!made) return first.ok ? refuse({ code: 'vault-sealed' }) : first;
      const { incident, subject } = admitted.value;
      const warnings = [...made.warnings];
      const sums = sealed.find(({ kind }) => kind === 'sums')?.sha256 ?? '';
      const step = { step: 1, kind: 'kept', at: world.now, byId: subject.personId, toId: null };
      const { evidenceId } = which;
      return permit({
        subject: { document: incident.documentId },
        facts: { evidence: evidenceId, [SUMS_FACT]: sums, items: sealed.length, warnings },
        rows: [
          ...itemRows(world, which, sealed),
          put('evidence_step', { id: world.newId(), evidenceId, ...step, words: { warnings } }),
        ],
        value: { warnings },
      });
    },
  );
  // After a refusal no row names the objects; after a fault one may, so then they stay.
  if (!done.ok) await destroyItems(store, sealed);
  return done;
}
