/** The lists that wording is measured against, and the words of a listed public text. */
import type { ListsView, PublicText } from '../../../contract/watch/lists.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { LEAST_DAYS, LEAST_SOURCES } from '../../../core/watch/background.ts';
import { LIST_CHANGES, stateOfText } from '../../../core/watch/public-list.ts';
import type { Actor } from '../../ports/acts.ts';
import { namesOf } from '../../ports/document-line.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { PublicTextRow } from '../../ports/lists/lists.ts';
import { loadPublicText, STOCK_LINES, SYLLABLES } from '../../ports/lists/public-list.ts';
import type { Parts } from '../../ports/parts.ts';
import type { Said } from './public-text.ts';

const LOOKING = { action: 'see-incidents' } as const;
type NameOf = (personId: string) => string;
const personOf = (personId: string, nameOf: NameOf) => ({ personId, name: nameOf(personId) });

function textView(row: PublicTextRow, nameOf: NameOf): PublicText {
  const { id, name, published, sha256, characters, touches, reason, addedBy, addedAt } = row;
  const confirmed = row.confirmed as unknown as Said | null;
  const removed = row.removed as unknown as (Said & { reason: string }) | null;
  return {
    textId: id,
    name,
    published,
    sha256,
    characters,
    state: stateOfText(row),
    touches,
    reason,
    added: { by: personOf(addedBy, nameOf), at: addedAt },
    confirmed: confirmed && { ...confirmed, by: personOf(confirmed.by, nameOf) },
    removed: removed && { ...removed, by: personOf(removed.by, nameOf) },
  };
}

export function viewLists(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<ListsView>> {
  return acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, LOOKING);
    if (!admitted.ok) return admitted;
    const nameOf = await namesOf(readers);
    const texts = await readers.lists.listTexts();
    const names = new Map(texts.map(({ id, name }) => [id, name]));
    const versions = await readers.lists.listVersions();
    const [wording] = await readers.wordings.listVersions();
    return permit({
      stockLines: STOCK_LINES,
      syllables: SYLLABLES,
      background: { texts: 0, leastSources: LEAST_SOURCES, leastDays: LEAST_DAYS },
      commonWording: wording
        ? { version: wording.version, pieces: wording.pieces, madeAt: wording.madeAt }
        : null,
      publicVersions: versions.map(({ version, madeAt, madeBy, change, textId, ...contents }) => ({
        version,
        made: { by: personOf(madeBy, nameOf), at: madeAt },
        texts: contents.texts,
        sha256: contents.sha256,
        change: LIST_CHANGES.find((one) => one === change) ?? 'added',
        name: names.get(textId) ?? '',
      })),
      publicTexts: texts.map((row) => textView(row, nameOf)),
    });
  });
}

export async function viewPublic(
  { acts, clock, store, seal }: Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>,
  actor: Actor,
  { textId }: { readonly textId: string },
): Promise<Outcome<{ name: string; text: string }>> {
  const found = await acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, LOOKING);
    if (!admitted.ok) return admitted;
    const text = (await readers.lists.listTexts()).find(({ id }) => id === textId);
    return text ? permit(text) : refuse({ code: 'not-found' });
  });
  if (!found.ok) return found;
  if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
  return permit({ name: found.value.name, text: await loadPublicText(store, found.value) });
}
