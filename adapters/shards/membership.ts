/**
 * What the house and a matcher say to each other on their private line. A matcher is a member from
 * joining to the end of the line; with it ends all that it was given.
 */
import type { IndexRest, PublicList, StoredText } from '../../server/ports/compare-index.ts';
import type { LetterKey } from '../../server/ports/shards/letters.ts';
import type { QueueAddress } from '../../server/ports/shards/question-queue.ts';

export type Wish = {
  /** Counts from 0; null: wherever matchers are fewest. */
  readonly shard: number | null;
  /** Of the engine alone (`engineMark`): what it is taught comes over the line. */
  readonly mark: string;
};

export type Hello = {
  readonly shard: number;
  readonly shards: number;
  /** Changes of the shard so far; the list of texts has them. */
  readonly after: number;
  readonly letterKey: LetterKey;
  readonly queue: QueueAddress;
  readonly leaseMs: number;
  /** One matcher of each shard saves the image. */
  readonly savesImage: boolean;
};

export type Change = {
  readonly number: number;
  readonly documentId: string;
  /** Null: removed. */
  readonly text: string | null;
  readonly objectName: string;
};

export type HelloRow = Omit<Hello, 'letterKey'> & {
  /** Names the member on its other calls. */
  readonly token: string;
  readonly suite: string;
  /** Base64. */
  readonly key: string;
};

/** What comes down the line, a row of JSON each; an empty one says that the house is there. */
export type LineRow = { readonly hello?: HelloRow; readonly change?: Change };

/** Why nobody may join now. */
export type NotNow = 'sealed' | 'other-engine' | 'no-such-shard';

export type Member = {
  readonly hello: Hello;
  /** Of its shard. What else the house needs to load a text goes with it, there and back. */
  list(): AsyncIterable<StoredText>;
  listPublic(): Promise<PublicList>;
  load(text: StoredText): Promise<string | null>;
  readonly rest: IndexRest;
  /** It has everything and takes questions. */
  ready(): void;
  leave(): void;
};

/** How the house reaches a member. */
export type Reach = {
  tell(change: Change): void;
  /** The line ends: the vault is sealed, or the public list is another one now. */
  end(): void;
};

/** What the door needs of the house. */
export interface MemberHouse {
  join(wish: Wish, reach: Reach): Promise<Member | NotNow>;
}

/** A silent line is a lost one, on both sides. */
export const SAY_EVERY_MS = 2_000;
export const SILENT_MS = 20_000;
