/**
 * One copy of the permitted number is made: numbered, in the hands of who makes it, its pages with
 * its own mark where the document's copies are marked, and the sheet that a copy ends with (law
 * art. 11; decree 26/2020 art. 3). The pages are drawn before the act, so that what cannot be
 * drawn makes no copy; nothing of them leaves before the entry is in the ledger. Given once:
 * printing it again would be one more copy.
 */
import { dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { type Custody, printCopyName } from '../../core/copy/copy.ts';
import { markedWidthPx } from '../../core/copy-mark/move-lines.ts';
import type { Actor, World } from '../ports/acts.ts';
import type { KeptMarking, MarkedCopyRow } from '../ports/copying/copy-marks.ts';
import { markingInForce, NOTICE, nextMarkNumber, pageCode } from '../ports/copying/shown-copy.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { type CopyRow, put, type RowChange } from '../ports/rows.ts';
import { lastSheet } from './last-sheet.ts';
import { type AdmittedPermit, admitMaking, madeOf, type WhichPermit } from './permit.ts';

type PrintParts = Pick<
  Parts,
  'acts' | 'clock' | 'store' | 'seal' | 'extractor' | 'randomness' | 'copyPrinter' | 'law'
>;
type Ids = { readonly copyId: string; readonly markId: string };
type Printed = { readonly bytes: Uint8Array; readonly fileName: string };
type Mark = { readonly marking: KeptMarking; readonly copy: MarkedCopyRow };
type Plan = {
  readonly admitted: AdmittedPermit;
  readonly copy: CopyRow;
  readonly mark: Mark | null;
};

/** Twice the width on the screen: some 300 dots an inch. */
const WIDTH_PX = markedWidthPx(2);

async function planCopy(
  eyes: Eyes,
  actor: Actor,
  { ids, ...which }: WhichPermit & { readonly ids: Ids },
): Promise<Outcome<Plan>> {
  const admitted = await admitMaking(eyes, actor, which);
  if (!admitted.ok) return admitted;
  const { documentId } = which;
  const { copyId, markId: id } = ids;
  const { personId } = admitted.value.subject;
  const copies = await eyes.readers.documents.loadCopies(documentId);
  const number = 1 + copies.filter(({ kind }) => kind === 'copy').length;
  const since = dateInHanoi(eyes.now);
  const custody: Custody = { state: 'held', by: { kind: 'person', personId }, since };
  const copy: CopyRow = {
    id: copyId,
    documentId,
    number,
    ofTotal: number,
    kind: 'copy',
    custody: custody as unknown as Json,
    holderId: personId,
  };
  const marking = await markingInForce(eyes.readers, documentId);
  if (!marking) return permit({ admitted: admitted.value, copy, mark: null });
  const known = await eyes.readers.copyMarks.listMarkedCopies(documentId);
  const numbers = { number: nextMarkNumber(known), firstAt: eyes.now };
  const marked: MarkedCopyRow = { id, documentId, copyId, grantId: null, ...numbers };
  return permit({ admitted: admitted.value, copy, mark: { marking, copy: marked } });
}

type Drawn = { readonly ok: true; readonly pages: Uint8Array[] } | { ok: false; code: string };

async function drawPages({ store, extractor }: PrintParts, plan: Plan): Promise<Drawn> {
  const { admitted, mark } = plan;
  const { id: documentId } = admitted.file;
  const { objectName, sha256, version, pages: count } = admitted.content;
  const label = { documentId, kind: 'content', version } as const;
  const content = await store.get(label, { objectName, sha256 });
  const pages: Uint8Array[] = [];
  for (let page = 1; page <= Math.max(1, count); page += 1) {
    const code = mark ? { code: await pageCode(store, mark, page) } : {};
    const picture = await extractor.renderPage(content, {
      page,
      widthPx: WIDTH_PX,
      mark: [],
      ...code,
    });
    if (!picture.ok) return { ok: false, code: picture.code };
    pages.push(picture.value.png);
  }
  return { ok: true, pages };
}

async function typesetCopy(parts: PrintParts, plan: Plan, pages: readonly Uint8Array[]) {
  const { acts, law, clock, copyPrinter } = parts;
  const words = await acts.read({ kind: 'clock' }, (readers) =>
    lastSheet({ readers, law }, { ...plan.admitted, now: clock.now() }),
  );
  const name = printCopyName(plan.copy);
  return copyPrinter.printCopy({ pages, name, notice: plan.mark ? NOTICE : '', ...words });
}

/** What was drawn is still what the act would enter. */
function isSame(one: Plan, other: Plan): boolean {
  return (
    one.copy.number === other.copy.number &&
    one.admitted.content.id === other.admitted.content.id &&
    one.mark?.marking.objectId === other.mark?.marking.objectId
  );
}

function rowsOf({ admitted, copy, mark }: Plan, at: Instant): RowChange[] {
  const { row } = admitted;
  const made = [...madeOf(row), { copyId: copy.id, at }];
  return [
    put('copy', copy),
    ...(mark ? [put('marked_copy', mark.copy)] : []),
    put('copying_permit', { ...row, made }),
  ];
}

export async function printCopy(
  parts: PrintParts,
  actor: Actor,
  which: WhichPermit,
): Promise<Outcome<Printed>> {
  const { acts, clock, seal, randomness } = parts;
  const asked = { ...which, ids: { copyId: randomness.id(), markId: randomness.id() } };
  const early = await acts.read(actor, (readers) =>
    planCopy({ readers, now: clock.now() }, actor, asked),
  );
  const isOpen = seal.status().state === 'open';
  const drawn = early.ok && isOpen ? await drawPages(parts, early.value) : null;
  const bytes = early.ok && drawn?.ok ? await typesetCopy(parts, early.value, drawn.pages) : null;
  const attempt = { verb: 'copying.print', subject: { document: which.documentId } } as const;
  return acts.perform<Printed>(actor, attempt, async (world: World) => {
    // Asked again: the permission may have been used or withdrawn while the pages were drawn.
    const plan = await planCopy({ readers: world.mine, now: world.now }, actor, asked);
    if (!plan.ok) return plan;
    if (!isOpen) return refuse({ code: 'vault-sealed' });
    if (!early.ok) return early;
    if (drawn && !drawn.ok) return refuse({ code: 'file-unreadable', facts: { code: drawn.code } });
    if (!bytes || !isSame(early.value, plan.value)) return refuse({ code: 'already-done' });
    const { copy, mark, admitted } = plan.value;
    const { number } = copy;
    const marked = mark ? { markedCopy: mark.copy.number } : {};
    const { version } = admitted.content;
    return permit({
      subject: { copy: copy.id },
      facts: { permit: which.permitId, number, version, ...marked },
      rows: rowsOf(plan.value, world.now),
      value: { bytes, fileName: `ban-sao-${number}.pdf` },
    });
  });
}
