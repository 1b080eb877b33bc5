/**
 * What the desk of the press watch reads: the queue page by page, stories, wording found common,
 * who knows of a bait, and who handled which copy. Each answers for the eyes it was made for.
 */
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { Level } from '../../../core/level/level.ts';
import type { Handling } from '../../../core/watch/holdings.ts';
import type { MatchState } from '../../../core/watch/verdict.ts';
import type { MatchFile } from '../readers.ts';
import type {
  BaitRow,
  CopyVariantRow,
  MatchRow,
  VaultObjectRow,
  WordingJudgementRow,
  WordingListRow,
} from '../rows.ts';

/** Where a line stands: first whether it is a bait of these eyes, then its rank and its article. */
export type QueuePlace = { readonly bait: boolean; readonly rank: number; readonly id: string };

export type QueueFilter = {
  readonly state: MatchState;
  /** Only documents of this level, as far as these eyes see them. */
  readonly level?: Level;
  /** Thousandths. What these eyes may not read is there whatever its score. */
  readonly minScore: number;
  /** Keyset: lines strictly behind this one. */
  readonly after?: QueuePlace;
  readonly limit: number;
};

/**
 * The match of a story that is looked at first, for the whole story; of what these eyes may not
 * read, one match of an article for all of it.
 */
export type QueueLine = {
  readonly place: QueuePlace;
  readonly match: MatchFile;
  /** Its document is not to be read by these eyes: nothing of the match but its article is. */
  readonly hidden: boolean;
  readonly bits: number;
  /** In every state; of a hidden line itself alone. */
  readonly articles: number;
  readonly outlets: number;
  readonly firstAt: Instant;
};

export interface DeskReader {
  pageQueue(filter: QueueFilter): Promise<readonly QueueLine[]>;
  loadStoryId(matchId: string): Promise<string | null>;
  /** Earliest published first. */
  listStory(storyId: string): Promise<readonly MatchFile[]>;
  /** The latest matches of a document with their stories. */
  listTold(documentId: string): Promise<readonly (MatchRow & { readonly storyId: string })[]>;
  /** Those that these eyes know of. */
  listBaits(documentId?: string): Promise<readonly BaitRow[]>;
}

export type KeptJudgement = WordingJudgementRow & {
  readonly object: VaultObjectRow | null;
  readonly source: string;
};
export type KeptList = WordingListRow & { readonly object: VaultObjectRow };

export interface WordingReader {
  /** Newest first. */
  listJudgements(): Promise<readonly KeptJudgement[]>;
  loadJudgement(judgementId: string): Promise<WordingJudgementRow | null>;
  /** The list in force. */
  loadList(): Promise<KeptList | null>;
  /** Newest first. */
  listVersions(): Promise<readonly WordingListRow[]>;
}

export interface HandlingReader {
  loadVariants(
    documentId: string,
  ): Promise<readonly (CopyVariantRow & { readonly object: VaultObjectRow })[]>;
  /** In the order of the ledger, up to a moment: paper and digital. */
  listHandlings(documentId: string, until: Instant): Promise<readonly Handling[]>;
}
