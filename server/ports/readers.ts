/**
 * What verbs and screens read. Every reader answers for the eyes it was made for: a document that
 * those eyes may not see is absent from loads, lists, counts and joins alike.
 */
import type { Subject } from '../../core/access/access-facts.ts';
import type { Entry } from '../../core/act/entry.ts';
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import type { DocumentState, Origin } from '../../core/document/document.ts';
import type { Level } from '../../core/level/level.ts';
import type { Duty } from '../../core/person/duty.ts';
import type { CopyMarkReader } from './copying/copy-marks.ts';
import type { PermitReader } from './copying/permits.ts';
import type { DeskReader, HandlingReader, WordingReader } from './desk/desk.ts';
import type { IntakeReader } from './intake/intake.ts';
import type { KeptReader } from './intake/kept.ts';
import type { PublicListReader } from './lists/lists.ts';
import type {
  AccessGrantRow,
  AgencyRow,
  ArticleRow,
  AssignmentRow,
  ClearanceRow,
  CommitmentRow,
  CopyRow,
  CredentialRow,
  DelegationRow,
  EvidenceFindRow,
  EvidenceItemRow,
  EvidencePackageRow,
  EvidenceRow,
  EvidenceStepRow,
  IncidentRow,
  MatchRow,
  PersonRow,
  PublicationRecordRow,
  PublicationRequestRow,
  PublicationTextRow,
  RegisterLineRow,
  ReleaseItemRow,
  TrainingRow,
  UnitRow,
  VaultObjectRow,
} from './rows.ts';

/** A person with everything that rules ask about. */
export type PersonFile = {
  readonly person: PersonRow;
  readonly assignments: readonly AssignmentRow[];
  readonly clearances: readonly ClearanceRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly trainings: readonly TrainingRow[];
  /** Made to this person. */
  readonly delegations: readonly (DelegationRow & { readonly fromPost: string | null })[];
  /** Made by this person. */
  readonly delegationsMade: readonly DelegationRow[];
};

export interface PeopleReader {
  loadAgency(): Promise<AgencyRow | null>;
  listUnits(): Promise<readonly UnitRow[]>;
  listPeople(): Promise<readonly PersonFile[]>;
  loadPerson(personId: string): Promise<PersonFile | null>;
  /** The person as a subject of rules, at the moment of these eyes. */
  loadSubject(personId: string): Promise<Subject | null>;
  findLogin(login: string): Promise<{ personId: string } | null>;
  loadCredential(personId: string): Promise<CredentialRow | null>;
}

export type PersonOnDuty = {
  readonly personId: string;
  readonly fullName: string;
  readonly positionTitle: string;
  /** Those that were asked for, as far as they are in force today. */
  readonly duties: readonly Duty[];
};

/** Of everybody the house knows, without their files: asked for at nearly every screen. */
export interface NameReader {
  listNames(): Promise<readonly { readonly personId: string; readonly fullName: string }[]>;
  /** Active people who have one of these duties today, by name. */
  listOnDuty(duties: readonly Duty[]): Promise<readonly PersonOnDuty[]>;
}

export type DocumentFile = {
  readonly id: string;
  readonly origin: Origin;
  readonly drafterId: string | null;
  readonly deciderId: string | null;
  readonly registered: boolean;
  readonly createdAt: Instant;
  readonly protection: DocumentState;
};

export type DocumentFilter = {
  readonly ids?: readonly string[];
  readonly states?: readonly string[];
  readonly level?: Level;
  readonly deciderId?: string;
  readonly drafterId?: string;
  readonly registered?: boolean;
  /** Protection ends within these days, both included. */
  readonly protectionEnds?: { readonly from: CalendarDate; readonly until: CalendarDate };
  /** Keyset: rows strictly before this one, newest first. */
  readonly before?: { readonly createdAt: Instant; readonly id: string };
  readonly limit: number;
};

export type ListedText = VaultObjectRow & {
  readonly documentId: string;
  readonly level: Level | null;
};

/** `after`: the last document of the page before. */
export type TextPage = { readonly after?: string; readonly limit: number };

export interface DocumentReader {
  loadDocument(documentId: string): Promise<DocumentFile | null>;
  listDocuments(filter: DocumentFilter): Promise<readonly DocumentFile[]>;
  loadCopies(documentId: string): Promise<readonly CopyRow[]>;
  loadCopy(copyId: string): Promise<CopyRow | null>;
  listCopiesHeldBy(personId: string): Promise<readonly CopyRow[]>;
  /** Newest version first. */
  loadObjects(documentId: string): Promise<readonly VaultObjectRow[]>;
  /** Stored texts of documents still protected or in work, newest version of each, by their ids. */
  listTexts(page: TextPage): Promise<readonly ListedText[]>;
}

export type LinePage = {
  readonly register: string;
  readonly year: number;
  /** Lines with a number below this one, highest first. */
  readonly below?: number;
  readonly limit: number;
};

export interface RegistryReader {
  /** The number that the next line of this register and year takes. */
  nextNumber(register: string, year: number): Promise<number>;
  listLines(page: LinePage): Promise<readonly RegisterLineRow[]>;
  /** Lines in the order of the book, for printing. */
  streamLines(register: string, year: number): AsyncIterable<RegisterLineRow>;
  loadLine(lineId: string): Promise<RegisterLineRow | null>;
  loadLineOf(documentId: string): Promise<RegisterLineRow | null>;
}

export type Knower = {
  readonly personId: string;
  /** Held a copy or the file, or read. */
  readonly way: 'held' | 'read';
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};

export interface AccessReader {
  loadGrants(documentId: string): Promise<readonly AccessGrantRow[]>;
  loadGrant(grantId: string): Promise<AccessGrantRow | null>;
  listGrantsOf(personId: string): Promise<readonly AccessGrantRow[]>;
  /** Of one person, on these documents. */
  listGrantsOn(
    personId: string,
    documentIds: readonly string[],
  ): Promise<readonly AccessGrantRow[]>;
  /** Who held or read the document up to a moment, from the ledger. */
  listKnowers(documentId: string, until: Instant): Promise<readonly Knower[]>;
}

export type MatchFile = MatchRow & { readonly article: ArticleRow };

export type MatchFilter = {
  readonly state?: string;
  readonly articleId?: string;
  readonly documentId?: string;
  /** Thousandths. */
  readonly minScore?: number;
  /** Only documents of this level, as far as these eyes see them. */
  readonly level?: Level;
  readonly limit: number;
};

export interface WatchReader {
  findArticle(sha256: string): Promise<ArticleRow | null>;
  loadArticle(articleId: string): Promise<ArticleRow | null>;
  /** Best score first. */
  listMatches(filter: MatchFilter): Promise<readonly MatchFile[]>;
  loadMatch(matchId: string): Promise<MatchFile | null>;
  /** Dismissed before a moment, with places or reasons still in the row. */
  listDismissed(before: Instant, limit: number): Promise<readonly MatchFile[]>;
  /** `taken`: by estimate, once they are many. */
  countArticles(): Promise<{ readonly taken: number; readonly matched: number }>;
  loadArticleObject(objectId: string): Promise<VaultObjectRow | null>;
}

/** A kept item with the object that holds it. */
export type KeptItem = EvidenceItemRow & { readonly object: VaultObjectRow };

export interface IncidentReader {
  listIncidents(): Promise<readonly IncidentRow[]>;
  loadIncident(incidentId: string): Promise<IncidentRow | null>;
  loadEvidence(incidentId: string): Promise<readonly EvidenceRow[]>;
  /** Of its evidence that was added by hand. */
  loadFinds(incidentId: string): Promise<readonly EvidenceFindRow[]>;
  listItems(evidenceId: string): Promise<readonly KeptItem[]>;
  /** In order. */
  listSteps(evidenceId: string): Promise<readonly EvidenceStepRow[]>;
  listPackages(incidentId: string): Promise<readonly EvidencePackageRow[]>;
}

export type StoredEntry = { readonly index: number; readonly entry: Entry };

export type EntryFilter = {
  /** Those about this incident alone. */
  readonly incidentId?: string;
  /** Those below an index. */
  readonly below?: number;
};

export interface LedgerReader {
  head(): Promise<{ readonly size: number; readonly root: Uint8Array }>;
  /** Entries below an index, newest first, as far as these eyes see. */
  listEntries(page: { below?: number; limit: number }): Promise<readonly StoredEntry[]>;
  /** The newest thousands of a document, in order. */
  listEntriesOf(documentId: string, filter?: EntryFilter): Promise<readonly StoredEntry[]>;
  loadEntry(index: number): Promise<StoredEntry | null>;
  /** Raw bodies in order, `count` from `start`. */
  loadBodies(start: number, count: number): Promise<readonly Uint8Array[]>;
  loadHashes(
    subtrees: readonly { readonly level: number; readonly index: number }[],
  ): Promise<readonly Uint8Array[]>;
}

export type RequestFilter = {
  readonly states?: readonly string[];
  readonly submitterId?: string;
  /** Only those of which no publication is recorded. */
  readonly unrecorded?: true;
  readonly limit: number;
};

export interface PublicationReader {
  /** Newest first. */
  listRequests(filter: RequestFilter): Promise<readonly PublicationRequestRow[]>;
  loadRequest(requestId: string): Promise<PublicationRequestRow | null>;
  /** Oldest first. */
  loadTexts(requestId: string): Promise<readonly PublicationTextRow[]>;
  /** Newest first: of one request, or of all. */
  listRecords(of: {
    readonly requestId?: string;
    readonly limit: number;
  }): Promise<readonly PublicationRecordRow[]>;
  loadObject(objectId: string): Promise<VaultObjectRow | null>;
}

export interface ReleaseReader {
  /** The whole calendar, or what concerns one document; soonest first. */
  listReleases(documentId?: string): Promise<readonly ReleaseItemRow[]>;
  loadRelease(releaseId: string): Promise<ReleaseItemRow | null>;
}

export type Readers = {
  readonly people: PeopleReader;
  readonly names: NameReader;
  readonly documents: DocumentReader;
  readonly registry: RegistryReader;
  readonly access: AccessReader;
  readonly watch: WatchReader;
  readonly intake: IntakeReader;
  readonly kept: KeptReader;
  readonly desk: DeskReader;
  readonly wordings: WordingReader;
  readonly lists: PublicListReader;
  readonly handlings: HandlingReader;
  readonly copyMarks: CopyMarkReader;
  readonly permits: PermitReader;
  readonly incidents: IncidentReader;
  readonly publication: PublicationReader;
  readonly releases: ReleaseReader;
  readonly ledger: LedgerReader;
};
