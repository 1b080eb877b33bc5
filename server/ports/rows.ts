/**
 * Rows of the accountable tables, as a verb writes them. Keys are the columns in camel case; a
 * generated column is never written. The adapter adds the salt and the entry's index.
 */
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { ObjectName } from '../../core/common/id.ts';
import type { CopyMarkRows } from './copying/copy-marks.ts';
import type { PermitRows } from './copying/permits.ts';
import type { IntakeRows } from './intake/intake.ts';
import type { KeptRows } from './intake/kept.ts';
import type { ListRows } from './lists/lists.ts';

export type AgencyRow = {
  readonly id: string;
  readonly name: string;
  readonly superiorName: string;
  readonly place: string;
  readonly symbol: string;
  readonly demo: boolean;
};

export type UnitRow = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
};

export type PersonRow = {
  readonly id: string;
  readonly login: string;
  readonly fullName: string;
  readonly positionTitle: string;
  readonly unitId: string;
  readonly legalPost: string | null;
  readonly status: string;
};

export type CredentialRow = {
  readonly id: string;
  readonly passwordHash: string;
  readonly mustChange: boolean;
};

export type AssignmentRow = {
  readonly id: string;
  readonly personId: string;
  readonly duty: string;
  readonly decisionNo: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
};

export type ClearanceRow = {
  readonly id: string;
  readonly personId: string;
  readonly level: string;
  readonly decisionNo: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate | null;
};

export type CommitmentRow = {
  readonly id: string;
  readonly personId: string;
  readonly signedOn: CalendarDate;
  readonly untilOn: CalendarDate;
};

export type TrainingRow = {
  readonly id: string;
  readonly personId: string;
  readonly course: string;
  readonly passedOn: CalendarDate;
  readonly untilOn: CalendarDate;
};

export type DelegationRow = {
  readonly id: string;
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly power: string;
  readonly level: string;
  readonly documentNo: string;
  readonly scope: string;
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate;
  readonly revokedOn: CalendarDate | null;
};

export type DocumentRow = {
  readonly id: string;
  readonly origin: string;
  readonly drafterId: string | null;
  readonly deciderId: string | null;
  readonly registered: boolean;
  readonly createdAt: Instant;
  /** A `DocumentState` of core/document. */
  readonly protection: Json;
};

export type RegisterLineRow = {
  readonly id: string;
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly documentId: string;
  readonly registeredOn: CalendarDate;
  readonly line: Json;
  readonly voided: Json;
};

export type CopyRow = {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly ofTotal: number;
  readonly kind: string;
  readonly custody: Json;
  readonly holderId: string | null;
};

export type AccessGrantRow = {
  readonly id: string;
  readonly documentId: string;
  readonly personId: string;
  readonly kind: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly grantedBy: string | null;
  readonly reason: string;
  readonly revokedAt: Instant | null;
};

export type VaultObjectRow = {
  readonly id: string;
  readonly documentId: string | null;
  readonly incidentId: string | null;
  readonly kind: string;
  readonly version: number;
  readonly mediaKind: string;
  readonly pages: number;
  readonly objectName: ObjectName;
  readonly sizeBytes: number;
  readonly plainSizeBytes: number;
  readonly sha256: string;
  readonly storedAt: Instant;
};

export type ArticleRow = {
  readonly id: string;
  readonly source: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly publishedAt: Instant | null;
  readonly capturedAt: Instant;
  readonly sha256: string;
  readonly mediaType: string;
  readonly matched: boolean;
  readonly rawObjectId: string | null;
  readonly textObjectId: string | null;
};

export type MatchRow = {
  readonly id: string;
  readonly articleId: string;
  readonly documentId: string;
  readonly score: number;
  readonly spans: Json;
  readonly verdict: Json;
  readonly foundAt: Instant;
};

export type WordingJudgementRow = {
  readonly id: string;
  readonly matchId: string;
  readonly articleId: string;
  readonly documentId: string;
  readonly judgedBy: string;
  readonly judgedAt: Instant;
  readonly objectId: string;
  /** By whom, when, why; null while it counts. */
  readonly withdrawn: Json;
};

export type WordingListRow = {
  readonly id: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly judgements: number;
  readonly pieces: number;
  readonly objectId: string;
};

export type BaitRow = {
  readonly id: string;
  readonly documentId: string;
  readonly personId: string;
  readonly toldBy: string;
  readonly toldAt: Instant;
};

export type CopyVariantRow = {
  /** That of the copy. */
  readonly id: string;
  readonly documentId: string;
  readonly objectId: string;
  readonly keptBy: string;
  readonly keptAt: Instant;
};

export type IncidentRow = {
  readonly id: string;
  readonly kind: string;
  readonly documentId: string;
  readonly matchId: string | null;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly progress: Json;
  readonly state: string;
};

export type EvidenceRow = {
  /** Of a suspect picture: that of the request it came by. */
  readonly id: string;
  readonly incidentId: string;
  /** Null: a suspect picture, or a file that was found and added. */
  readonly articleId: string | null;
  readonly source: string;
  readonly url: string | null;
  readonly capturedAt: Instant;
  readonly sha256: string;
  readonly originalObjectId: string;
  readonly spans: Json;
  readonly holders: Json;
};

export type PublicationRequestRow = {
  readonly id: string;
  readonly submitterId: string;
  readonly medium: string;
  readonly title: string;
  readonly wantedOn: CalendarDate | null;
  readonly createdAt: Instant;
  /** A `RequestState` of core/publication. */
  readonly progress: Json;
};

export type PublicationTextRow = {
  readonly id: string;
  readonly requestId: string;
  readonly kind: string;
  readonly version: number;
  readonly sha256: string;
  readonly characters: number;
  readonly mediaKind: string | null;
  readonly warnings: Json;
  readonly touches: boolean;
  readonly textObjectId: string;
  readonly contentObjectId: string | null;
  readonly addedBy: string;
  readonly addedAt: Instant;
};

export type PublicationRecordRow = {
  readonly id: string;
  readonly requestId: string;
  readonly textId: string;
  readonly outlet: string;
  readonly url: string | null;
  readonly publishedAt: Instant;
  readonly comparison: string;
  readonly removedWords: number;
  readonly addedWords: number;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
};

export type ReleaseItemRow = {
  readonly id: string;
  readonly title: string;
  readonly documentId: string | null;
  readonly templateCode: string | null;
  readonly templateDay: CalendarDate | null;
  readonly basis: string;
  readonly releaserId: string;
  readonly plannedBy: string;
  readonly plannedAt: Instant;
  /** A `ReleaseState` of core/publication. */
  readonly progress: Json;
};

/** Of a file that was added by hand. */
export type EvidenceFindRow = {
  /** That of the evidence. */
  readonly id: string;
  readonly foundBy: string;
  readonly what: string;
  readonly addedBy: string;
  readonly addedAt: Instant;
  /** That can be shown; 0: none, and `unread` (an extraction code) says why. */
  readonly pages: number;
  readonly unread: string | null;
};

export type EvidenceItemRow = {
  readonly id: string;
  readonly evidenceId: string;
  readonly kind: string;
  readonly objectId: string;
  /** Of the bytes themselves. */
  readonly sha256: string;
  /** Of a time-stamp: the moment that the authority names. */
  readonly madeAt: Instant;
};

export type EvidenceStepRow = {
  readonly id: string;
  readonly evidenceId: string;
  /** From 1, without a gap. */
  readonly step: number;
  readonly kind: string;
  readonly at: Instant;
  readonly byId: string;
  readonly toId: string | null;
  readonly words: Json;
};

export type EvidencePackageRow = {
  readonly id: string;
  readonly incidentId: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** Of its tag manifest. */
  readonly sha256: string;
  readonly receiver: Json;
};

type RowsOfParts = CopyMarkRows & PermitRows & IntakeRows & KeptRows & ListRows;

export type Rows = RowsOfParts & {
  agency: AgencyRow;
  unit: UnitRow;
  person: PersonRow;
  credential: CredentialRow;
  assignment: AssignmentRow;
  clearance: ClearanceRow;
  commitment: CommitmentRow;
  training: TrainingRow;
  delegation: DelegationRow;
  document: DocumentRow;
  register_line: RegisterLineRow;
  copy: CopyRow;
  access_grant: AccessGrantRow;
  vault_object: VaultObjectRow;
  article: ArticleRow;
  match: MatchRow;
  wording_judgement: WordingJudgementRow;
  wording_list: WordingListRow;
  bait: BaitRow;
  copy_variant: CopyVariantRow;
  incident: IncidentRow;
  evidence: EvidenceRow;
  evidence_find: EvidenceFindRow;
  evidence_item: EvidenceItemRow;
  evidence_step: EvidenceStepRow;
  evidence_package: EvidencePackageRow;
  publication_request: PublicationRequestRow;
  publication_text: PublicationTextRow;
  publication_record: PublicationRecordRow;
  release_item: ReleaseItemRow;
};

export type TableName = keyof Rows;

/** One row to insert, or to put in the place of the row with its id. */
export type RowChange = {
  [T in TableName]: { readonly table: T; readonly row: Rows[T] };
}[TableName];

export function put<T extends TableName>(table: T, row: Rows[T]): RowChange {
  return { table, row } as RowChange;
}
