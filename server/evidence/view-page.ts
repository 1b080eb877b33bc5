/**
 * Looking at a page of evidence on the screen: the picture that was made of a captured page, or a
 * page of a file that was given. Each is an act, in the ledger before anything is opened. What is
 * drawn from a given file is drawn in the bounded process: its own bytes reach no browser.
 */
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import type { KeptItem, Readers } from '../ports/readers.ts';
import type { EvidenceRow, VaultObjectRow } from '../ports/rows.ts';
import { type AdmittedPiece, admitPiece, type Which } from './admit-evidence.ts';
import { loadGiven } from './given-file.ts';
import { loadItem } from './keep-items.ts';

type WhichPage = Which & { readonly page: number };
type ViewParts = Pick<Parts, 'acts' | 'store' | 'seal' | 'extractor'>;
type Opened =
  | { readonly kind: 'image'; readonly item: KeptItem }
  | { readonly kind: 'given'; readonly piece: EvidenceRow; readonly object: VaultObjectRow };

/** Small print of an A4 page stays readable when it is enlarged. */
export const SHOWN_WIDTH_PX = 1_654;

async function find(
  readers: Readers,
  { piece, chain }: AdmittedPiece,
  page: number,
): Promise<Outcome<Opened>> {
  if (piece.articleId === null) {
    const object = await readers.watch.loadArticleObject(piece.originalObjectId);
    if (!object) throw corruption(`evidence ${piece.id}`, 'its contents have no row');
    return permit({ kind: 'given', piece, object });
  }
  if (chain.length === 0) return refuse({ code: 'evidence-not-kept' });
  const items = await readers.incidents.listItems(piece.id);
  const item = items.find(({ kind }) => kind === 'page-image');
  return item && page === 1 ? permit({ kind: 'image', item }) : refuse({ code: 'not-found' });
}

export async function viewPage(
  { acts, store, seal, extractor }: ViewParts,
  actor: Actor,
  which: WhichPage,
): Promise<Outcome<{ bytes: Uint8Array }>> {
  const { incidentId, page } = which;
  const attempt = { verb: 'incident.view-evidence', subject: { incident: incidentId } } as const;
  const begun = await acts.perform<Opened>(actor, attempt, async (world) => {
    const admitted = await admitPiece({ readers: world.mine, now: world.now }, actor, which);
    if (!admitted.ok) return admitted;
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const found = await find(world.mine, admitted.value, page);
    if (!found.ok) return found;
    const { incident, piece } = admitted.value;
    const { articleId } = piece;
    return permit({
      subject: {
        document: incident.documentId,
        ...(articleId === null ? {} : { article: articleId }),
      },
      facts: { part: 'page', page, evidence: piece.id },
      value: found.value,
    });
  });
  if (!begun.ok) return begun;
  const opened = begun.value;
  if (opened.kind === 'image') return permit({ bytes: await loadItem(store, opened.item) });
  const file = await loadGiven(store, opened.piece, opened.object);
  const drawn = await extractor.renderPage(file, { page, widthPx: SHOWN_WIDTH_PX, mark: [] });
  if (drawn.ok) return permit({ bytes: drawn.value.png });
  return refuse({ code: 'file-unreadable', facts: { code: drawn.code } });
}
