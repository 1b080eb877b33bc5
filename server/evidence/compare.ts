/**
 * The words of a file that was given to an open incident beside the registered documents, as an
 * article of the watch is compared: by whoever may see incidents. The file is opened in the bounded
 * process (pictures by OCR), as public as it was when it was found. What the person may read is
 * shown side by side, of the rest only that something is touched. Of the words nothing is kept; of
 * the places those alone that repeat the document of the incident, in the row of the evidence.
 */
import type { FileVerdict } from '../../contract/publication/publication.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { FindParts } from '../ports/find-protected.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { answerFor, type Comparison, compareFor } from '../ports/reading/compare-for.ts';
import { type ReadText, readText } from '../ports/reading/read-text.ts';
import { put } from '../ports/rows.ts';
import { type AdmittedPiece, admitPiece, type Which } from './admit-evidence.ts';
import { loadGiven } from './given-file.ts';

type CompareParts = FindParts & Pick<Parts, 'extractor'>;
type Compared = { readonly read: ReadText; readonly found: Comparison };

/** An article was compared when it was taken in. */
async function admitComparing(
  eyes: Eyes,
  actor: Actor,
  which: Which,
): Promise<Outcome<AdmittedPiece>> {
  const admitted = await admitPiece(eyes, actor, which);
  if (!admitted.ok) return admitted;
  const { incident, piece } = admitted.value;
  if (piece.articleId !== null) return refuse({ code: 'not-found' });
  if (incident.state === 'open') return admitted;
  return refuse({ code: 'state-forbids', facts: { state: incident.state } });
}

async function compare(
  parts: CompareParts,
  actor: Actor,
  { piece }: AdmittedPiece,
): Promise<Outcome<Compared>> {
  const { acts, store, extractor } = parts;
  const object = await acts.read(actor, ({ watch }) =>
    watch.loadArticleObject(piece.originalObjectId),
  );
  if (!object) throw corruption(`evidence ${piece.id}`, 'its contents have no row');
  const read = await readText(extractor, await loadGiven(store, piece, object));
  if (!read.ok) return read;
  const asked = { text: read.value.text, at: piece.capturedAt };
  return permit({ read: read.value, found: await compareFor(parts, actor, asked) });
}

function keptRows({ incident, piece }: AdmittedPiece, { all }: Comparison) {
  const own = all.find(({ documentId }) => documentId === incident.documentId);
  return own ? [put('evidence', { ...piece, spans: own.spans as unknown as Json })] : [];
}

export async function compareEvidence(
  parts: CompareParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<FileVerdict>> {
  const { acts, clock, compareIndex } = parts;
  const early = await acts.read(actor, (readers) =>
    admitComparing({ readers, now: clock.now() }, actor, which),
  );
  const compared =
    early.ok && compareIndex.isOpen() ? await compare(parts, actor, early.value) : null;
  const { incidentId } = which;
  const attempt = { verb: 'evidence.compare', subject: { incident: incidentId } } as const;
  const entered = await acts.perform<Compared>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitComparing(eyes, actor, which);
    if (!admitted.ok) return admitted;
    if (!compared) return early.ok ? refuse({ code: 'vault-sealed' }) : early;
    if (!compared.ok) return compared;
    const { documentId } = admitted.value.incident;
    const { found, read } = compared.value;
    const touches = found.all.length + found.own.length > 0;
    return permit({
      subject: { document: documentId },
      facts: { evidence: which.evidenceId, characters: read.text.length, touches },
      rows: keptRows(admitted.value, found),
      value: compared.value,
    });
  });
  if (!entered.ok) return entered;
  const { read, found } = entered.value;
  const { text, warnings } = read;
  const about = { incident: incidentId };
  const verdict = await answerFor(parts, actor, { text, ...found, about });
  return permit({ ...verdict, text, warnings: [...warnings] });
}
