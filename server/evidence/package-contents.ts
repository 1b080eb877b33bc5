/**
 * What goes into a hand-over package: each piece from its evidence copy, the file of the incident,
 * the entries of the ledger with their proofs, the minutes, the checker.
 */
import { dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { BagPlan } from '../../core/evidence/bag.ts';
import type { EvidenceItem } from '../../core/evidence/evidence.ts';
import {
  ledgerEntry,
  ledgerProof,
  PACKAGE,
  PIECE,
  pieceFolder,
} from '../../core/evidence/package-layout.ts';
import { waczFiles } from '../../core/evidence/wacz.ts';
import { formatTlogProof } from '../../core/ledger/tlog-proof.ts';
import { namesOf } from '../ports/document-line.ts';
import { loadEntryProof } from '../ports/entry-proof.ts';
import type { Parts } from '../ports/parts.ts';
import type { KeptItem, Knower, StoredEntry } from '../ports/readers.ts';
import type {
  AgencyRow,
  EvidenceFindRow,
  EvidenceRow,
  EvidenceStepRow,
  IncidentRow,
} from '../ports/rows.ts';
import { FILE_OF_ITEM, loadItem } from './keep-items.ts';
import { type MinutesFile, minutesOf } from './package-minutes.ts';
import { readme } from './package-readme.ts';
import type { Receiver } from './view-custody.ts';

export type ContentParts = Pick<
  Parts,
  'acts' | 'store' | 'ledgerSigner' | 'paperPrinter' | 'timeStamper' | 'packageKit'
>;

export type Piece = {
  readonly row: EvidenceRow;
  /** Of a file that was added by hand. */
  readonly find: EvidenceFindRow | null;
  readonly items: readonly KeptItem[];
  readonly steps: readonly EvidenceStepRow[];
};

/** Everything that was read in the act that opened the evidence copies. */
export type Case = {
  readonly incident: IncidentRow;
  readonly pieces: readonly Piece[];
  readonly agency: AgencyRow | null;
  readonly giver: string;
  readonly at: Instant;
  readonly nameOf: (personId: string) => string;
};

type Files = Map<string, Uint8Array>;

const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** An incident's notes as its row keeps them. */
type Notes = {
  readonly notes: readonly (Readonly<Record<string, Json>> & { readonly by: string })[];
};

function findOf({ find }: Piece, { nameOf }: Case) {
  if (!find) return {};
  const { what, foundBy, addedBy, addedAt } = find;
  return { what, foundBy: nameOf(foundBy), addedBy: nameOf(addedBy), addedAt };
}

function kindOf({ row, find }: Piece): 'article' | 'added-file' | 'suspect-picture' {
  if (row.articleId !== null) return 'article';
  return find ? 'added-file' : 'suspect-picture';
}

/** What the moment of a piece is the moment of. */
const MOMENT_OF = {
  article: 'capturedAt',
  'added-file': 'foundAt',
  'suspect-picture': 'givenAt',
} as const;

function evidenceOf(piece: Piece, index: number, all: Case) {
  const { row } = piece;
  const kind = kindOf(piece);
  return {
    folder: pieceFolder(index + 1),
    evidence: row.id,
    kind,
    source: row.source,
    url: row.url,
    [MOMENT_OF[kind]]: row.capturedAt,
    sha256: row.sha256,
    // Until that moment, as the ledger had them then. A list, no accusation.
    heldOrReadUntilThen: (row.holders as unknown as readonly Knower[]).map(
      ({ personId, ...knower }) => ({ name: all.nameOf(personId), ...knower }),
    ),
    ...findOf(piece, all),
  };
}

/** For the minutes: whoever signs them reads how a file that nobody captured came here. */
function findLines(all: Case): string[] {
  return all.pieces.flatMap((piece, index) => {
    const { row, find } = piece;
    if (!find) return [];
    const [found, added] = [all.nameOf(find.foundBy), all.nameOf(find.addedBy)];
    const what = find.what === '' ? '' : ` (${find.what})`;
    return [
      `Chứng cứ ${index + 1}${what}: ${found} phát hiện lúc ${row.capturedAt} (UTC) tại ` +
        `${row.source}; ${added} đưa vào hồ sơ lúc ${find.addedAt} (UTC).`,
    ];
  });
}

function incidentFile(all: Case): Uint8Array {
  const { incident, pieces, nameOf } = all;
  const { id, kind, state, openedAt, openedBy, progress, documentId } = incident;
  const { notes } = progress as unknown as Notes; // Written by the verbs of `incident`.
  return json({
    incident: id,
    document: documentId,
    kind,
    state,
    openedAt,
    openedBy: nameOf(openedBy),
    notes: notes.map(({ by, ...note }) => ({ ...note, by: nameOf(by) })),
    evidence: pieces.map((piece, index) => evidenceOf(piece, index, all)),
  });
}

function custodyFile({ steps }: Piece, { nameOf }: Case): Uint8Array {
  return json(
    steps.map(({ step, kind, at, byId, toId, words }) => ({
      step,
      kind,
      at,
      by: nameOf(byId),
      ...(toId === null ? {} : { to: nameOf(toId) }),
      words,
    })),
  );
}

type Warc = { readonly bytes: Uint8Array; readonly createdAt: Instant };

/** For replay in an ordinary viewer; null where the capture has no address. */
function waczOf(
  { packageKit }: ContentParts,
  { row }: Piece,
  { bytes, createdAt }: Warc,
): Uint8Array | null {
  const files = waczFiles({ warc: bytes, title: row.source, createdAt });
  return files && packageKit.zip(files);
}

async function addPieces(files: Files, parts: ContentParts, all: Case): Promise<number[]> {
  const stamped: number[] = [];
  for (const [index, piece] of all.pieces.entries()) {
    const folder = pieceFolder(index + 1);
    for (const item of piece.items) {
      const bytes = await loadItem(parts.store, item);
      if (sha256(bytes).toHex() !== item.sha256) {
        throw corruption(`evidence_item ${item.id}`, 'its bytes are not what was kept');
      }
      files.set(`${folder}/${FILE_OF_ITEM[item.kind as EvidenceItem]}`, bytes);
      const wacz = item.kind === 'warc' && waczOf(parts, piece, { bytes, createdAt: all.at });
      if (wacz) files.set(`${folder}/${PIECE.wacz}`, wacz);
      if (item.kind === 'time-stamp') stamped.push(index + 1);
    }
    files.set(`${folder}/${PIECE.custody}`, custodyFile(piece, all));
    const { authority } = parts.timeStamper;
    const hasStamp = files.has(`${folder}/${PIECE.stamp}`);
    if (authority !== null && hasStamp) files.set(`${folder}/${PIECE.authority}`, utf8(authority));
  }
  return stamped;
}

/** One entry with its proof, under a checkpoint of its own moment. */
export async function provenEntry(
  { acts, ledgerSigner }: Pick<Parts, 'acts' | 'ledgerSigner'>,
  index: number,
): Promise<{ readonly entry: Uint8Array; readonly proof: Uint8Array }> {
  const found = await acts.read({ kind: 'clock' }, ({ ledger }) => loadEntryProof(ledger, index));
  if (!found) throw corruption('ledger_entry', `entry ${index} is missing`);
  const { head, body, proof } = found;
  const checkpoint = ledgerSigner.sign(head);
  return { entry: body, proof: utf8(formatTlogProof({ index, proof, checkpoint })) };
}

/** Some of the entries about an incident, in order: the newest of those below an index. */
export const entriesOn = (
  { acts }: Pick<Parts, 'acts'>,
  { documentId, id: incidentId }: IncidentRow,
  below?: number,
): Promise<readonly StoredEntry[]> =>
  acts.read({ kind: 'clock' }, ({ ledger }) =>
    ledger.listEntriesOf(documentId, { incidentId, ...(below === undefined ? {} : { below }) }),
  );

async function addLedger(files: Files, parts: ContentParts, { incident }: Case): Promise<void> {
  let some = await entriesOn(parts, incident);
  while (some.length > 0) {
    for (const { index } of some) {
      const { entry, proof } = await provenEntry(parts, index);
      files.set(ledgerEntry(index), entry);
      files.set(ledgerProof(index), proof);
    }
    some = await entriesOn(parts, incident, some[0]?.index);
  }
}

export async function contentsOf(
  parts: ContentParts,
  all: Case,
  receiver: Receiver & { readonly place: string },
): Promise<BagPlan> {
  const payload: Files = new Map([[PACKAGE.incident, incidentFile(all)]]);
  const stamped = await addPieces(payload, parts, all);
  await addLedger(payload, parts, all);
  const files: MinutesFile[] = [...payload]
    .filter(([path]) => !path.startsWith('ledger/'))
    .map(([path, bytes]) => ({ path: `data/${path}`, sha256: sha256(bytes).toHex() }));
  const { incident, agency, giver, at, pieces } = all;
  const stamps = stamped.map((number) => {
    const at = pieces[number - 1]?.items.find(({ kind }) => kind === 'time-stamp')?.madeAt;
    return `Chứng cứ ${number} có dấu thời gian lúc ${at ?? ''} (UTC).`;
  });
  const { vkey } = parts.ledgerSigner;
  const finds = findLines(all);
  const minutes = {
    agency,
    giver,
    receiver,
    incidentId: incident.id,
    at,
    files,
    vkey,
    stamps,
    finds,
  };
  payload.set(PACKAGE.minutes, await parts.paperPrinter.printPaper(minutesOf(minutes)));
  const name = agency?.name ?? '';
  const texts = readme({ agency: name, incidentId: incident.id, pieces: pieces.length, stamped });
  return {
    payload,
    tags: new Map([
      [PACKAGE.readmeVi, texts.vi],
      [PACKAGE.readmeEn, texts.en],
      [PACKAGE.checker, parts.packageKit.checker()],
    ]),
    about: [
      ['Source-Organization', name],
      ['External-Identifier', incident.id],
      ['Bagging-Date', dateInHanoi(at)],
      ['Bag-Software-Agent', 'Niem Phong'],
    ],
  };
}

/** Names for ids, from everybody the house knows. */
export const allNames = ({ acts }: Pick<Parts, 'acts'>) =>
  acts.read({ kind: 'clock' }, (readers) => namesOf(readers));
