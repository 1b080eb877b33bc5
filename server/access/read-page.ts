/**
 * Reading: one page as a picture, marked with reader, copy and moment, nothing to download or copy
 * (law art. 26.1). The reading is in the ledger before the first byte of it leaves the vault. Where
 * the document's copies are marked, the picture bears the mark of the copy it shows.
 */
import { dateInHanoi, epochMs, printDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { printCopyName } from '../../core/copy/copy.ts';
import type { Actor, World } from '../ports/acts.ts';
import { NOTICE, pageCode, type ShownCopy, shownCopy } from '../ports/copying/shown-copy.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { CopyRow, VaultObjectRow } from '../ports/rows.ts';

type ReadParts = Pick<Parts, 'acts' | 'store' | 'extractor' | 'clock'>;
type Reading = {
  readonly object: VaultObjectRow;
  readonly mark: readonly string[];
  readonly shown: ShownCopy | null;
};

const WIDTH_PX = 1_240;
const DIGITAL = 'Bản điện tử';

/** `15:04:05 02/11/2026` in Hanoi. */
function printMoment(now: World['now']): string {
  const clock = new Date(epochMs(now) + 7 * 3_600_000).toISOString().slice(11, 19);
  return `${clock} ${printDate(dateInHanoi(now))}`;
}

/** What the visible mark calls the copy; of one on the screen, its number where it has one. */
function copyName(held: CopyRow | null, shown: ShownCopy | null): string {
  if (held) return printCopyName(held);
  return shown ? `${DIGITAL} số ${String(shown.copy.number).padStart(2, '0')}` : DIGITAL;
}

async function markFor(world: World, personId: string, copy: string): Promise<string[]> {
  const file = await world.mine.people.loadPerson(personId);
  return [file?.person.fullName ?? '', copy, printMoment(world.now)];
}

function beginReading(
  { acts }: ReadParts,
  actor: Actor,
  { documentId, page }: { readonly documentId: string; readonly page: number },
): Promise<Outcome<Reading>> {
  const attempt = { verb: 'access.read', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'read', documentId });
    if (!admitted.ok) return admitted;
    const objects = await world.mine.documents.loadObjects(documentId);
    const object = objects.find(({ kind }) => kind === 'content');
    if (!object || page > Math.max(1, object.pages)) return refuse({ code: 'not-found' });
    const { personId } = admitted.value.subject;
    const copies = await world.mine.documents.loadCopies(documentId);
    const held = copies.find(({ holderId }) => holderId === personId) ?? null;
    const shown = await shownCopy(world, admitted.value, held);
    const mark = await markFor(world, personId, copyName(held, shown));
    const marked = shown ? { markedCopy: shown.copy.number } : {};
    return permit({
      facts: { page, version: object.version, ...marked },
      rows: shown?.rows ?? [],
      value: { object, mark, shown },
    });
  });
}

export async function readPage(
  parts: ReadParts,
  actor: Actor,
  input: { readonly documentId: string; readonly page: number },
): Promise<Outcome<{ bytes: Uint8Array }>> {
  const begun = await beginReading(parts, actor, input);
  if (!begun.ok) return begun;
  const { object, mark, shown } = begun.value;
  const label = { documentId: input.documentId, kind: 'content', version: object.version } as const;
  const content = await parts.store.get(label, object);
  const { page } = input;
  const own = shown ? { code: await pageCode(parts.store, shown, page), notice: [NOTICE] } : {};
  const request = { page, widthPx: WIDTH_PX, mark, ...own };
  const picture = await parts.extractor.renderPage(content, request);
  if (picture.ok) return permit({ bytes: picture.value.png });
  return refuse({ code: 'file-unreadable', facts: { code: picture.code } });
}
