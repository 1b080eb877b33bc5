/**
 * The file that was handed in, as it is: who decides on slides or a picture has to see them, not
 * their words alone. It goes to whom its words are shown; each taking is recorded as an opening.
 */
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { compareFor, touchesOf } from '../ports/reading/compare-for.ts';
import type { PublicationTextRow, VaultObjectRow } from '../ports/rows.ts';
import { admitSeeing } from './list-requests.ts';
import { isLetOut, stateOf } from './request-rows.ts';
import { openText } from './sealed-text.ts';
import type { RequestParts } from './submit.ts';

type Which = { readonly requestId: string; readonly textId: string };
type Found = {
  readonly text: PublicationTextRow;
  readonly object: VaultObjectRow;
  readonly words: string;
  /** Shown whatever it touches: to who wrote it, and when it was let out. */
  readonly isFree: boolean;
};

function find(
  { acts, clock, store, compareIndex }: RequestParts,
  actor: Actor,
  { requestId, textId }: Which,
): Promise<Outcome<Found>> {
  return acts.read(actor, async (readers) => {
    const admitted = await admitSeeing({ readers, now: clock.now() }, actor);
    if (!admitted.ok) return admitted;
    const row = await readers.publication.loadRequest(requestId);
    const texts = row ? await readers.publication.loadTexts(requestId) : [];
    const text = texts.find(({ id }) => id === textId);
    const objectId = text?.contentObjectId;
    const object = objectId ? await readers.publication.loadObject(objectId) : null;
    if (!row || !text || !object) return refuse({ code: 'not-found' });
    if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
    const state = stateOf(row);
    const isFree =
      row.submitterId === admitted.value.personId ||
      (isLetOut(state) && text.version === state.version);
    return permit({ text, object, isFree, words: await openText(store, readers, text) });
  });
}

export async function takeFile(
  parts: RequestParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
  const { requestId } = which;
  const found = await find(parts, actor, which);
  const compared = found.ok ? await compareFor(parts, actor, { text: found.value.words }) : null;
  const touches = compared ? await touchesOf(parts, actor, compared) : 'hidden';
  const attempt = { verb: 'publication.view', subject: { request: requestId } } as const;
  const entered = await parts.acts.perform(actor, attempt, async (world) => {
    const admitted = await admitSeeing({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    if (!found.ok) return found;
    const { isFree, text } = found.value;
    if (!isFree && touches === 'hidden') return refuse({ code: 'touches-protected' });
    return permit({ facts: { version: text.version, contents: 'file' }, value: null });
  });
  if (!entered.ok) return entered;
  if (!found.ok) return found;
  const { text, object } = found.value;
  const label = { documentId: requestId, version: object.version, kind: 'content' } as const;
  const bytes = await parts.store.get(label, object);
  // No word of the title: it may say what is not public yet.
  return permit({ bytes, fileName: `van-ban-${text.version}.${text.mediaKind ?? 'zip'}` });
}
