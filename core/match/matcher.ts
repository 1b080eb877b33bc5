/**
 * The leak matcher: holds protected documents as a compare index and finds which characters of a
 * public text reuse which characters of which document, through lost diacritics, capitals, input
 * method key strokes, look-alike and invisible characters, misprints, replaced words and shuffled
 * sentences. No text is kept, yet the index can be turned back into prose: it is as secret as the
 * documents and stays in memory. Called by the leak check, the watch and the `match` command.
 */

import { invariant } from '../common/invariant.ts';
import { Chains } from './chains.ts';
import { ChosenSeeds } from './chosen-seeds.ts';
import { Alignment } from './passage/alignment.ts';
import { confidenceIn } from './passage/confidence.ts';
import { Evidence } from './passage/evidence.ts';
import { chooseFindings, type Judged, type Passage } from './passage/findings.ts';
import { type RareWords, rareWords } from './passage/rare-words.ts';
import { type Surroundings, surroundingsOf } from './passage/surroundings.ts';
import { Runs, type Stock } from './runs.ts';
import { SeedIndex } from './seed-index.ts';
import type { SeedRule } from './seeds.ts';
import { spotOf, spotsIn } from './spot.ts';
import { DocumentStore } from './stored/document-store.ts';
import { StoredTokens } from './stored/stored-tokens.ts';
import { Tokens } from './text/tokens.ts';
import {
  LEAST_SCORE,
  MOST_DOCUMENTS,
  SEED_SIZES,
  type SeedBits,
  type SeedSize,
} from './thresholds.ts';
import { Knowledge } from './wording/knowledge.ts';

export type MatcherOptions = {
  /** Score from which a passage is reported; see docs/matching.md for the trade. */
  readonly leastScore?: number;
  /** Wording that stands in more documents than this is common and proves nothing. */
  readonly mostDocuments?: number;
  /** How long seeds are in collections of which size; for tests and measurements. */
  readonly seedSizes?: readonly SeedSize[];
  /** How many tokens are about to be added: the index is then not laid out anew on the way. */
  readonly expectTokens?: number;
  /** A secret number keys the index, so that its keys cannot be computed from guessed wording. */
  readonly salt?: number;
};

/** Offsets are UTF-16 units of the texts as given; ends are exclusive. */
export type Match = {
  readonly docId: string;
  readonly articleStart: number;
  readonly articleEnd: number;
  readonly docStart: number;
  readonly docEnd: number;
  /** Estimated probability that the passage comes from the document, 0 to 1. */
  readonly score: number;
  readonly bits: number;
  readonly why: {
    readonly exactTokens: number;
    readonly alteredTokens: number;
    /** Other words of the article at places where the document goes on word after word. */
    readonly insertedTokens: number;
    /** Places where the article has another figure than the document. */
    readonly otherFigures: number;
    /** Tokens in the longest row that agrees word for word. */
    readonly longestRow: number;
    /** Bits of the row that agrees word for word and has most of them. */
    readonly rowBits: number;
    /** Words of the article that the passage spans. */
    readonly words: number;
    /** Bits of the other passages of the same document in this article. */
    readonly company: number;
    /** The rarest words of the passage that agree, the rarest first. */
    readonly rare: readonly RareWords[];
  } & Surroundings;
};

export type MatcherSize = {
  readonly documents: number;
  readonly seeds: number;
  /** Bytes of the index and of the laid-out documents. */
  readonly indexBytes: number;
  readonly documentBytes: number;
  /** Bytes of what was learnt from public and background text. */
  readonly knowledgeBytes: number;
};

export type Matcher = {
  /** Wording anyone may quote; best before the first document, allowed at any time. */
  addPublic(text: string): void;
  /** Ordinary text to learn from; throws after the first document. */
  addBackground(text: string): void;
  /** Adds a document, or replaces the one of this id. */
  addDocument(id: string, text: string): void;
  /** False when there is no such document. */
  removeDocument(id: string): boolean;
  /**
   * All reported passages, in the order of the text. `among`: compares with these documents alone;
   * the answer then tells nothing of any other.
   */
  find(text: string, among?: ReadonlySet<string>): Match[];
  size(): MatcherSize;
  /** Steps the last `find` took: what tests of linear time count. */
  lastSteps(): number;
  /** What must outlive the process, for `imageOf`, `ImageReader` and `wipe` of image.ts. */
  lasting(): object;
};

const DEFAULT_SALT = 0x5eed1e55;
/** Dead room beyond this share of the store is given back by a rebuild. */
const DEAD_SHARE = 0.25;
/** A chain of fewer bits than this is not worth keeping for company. */
const KEEP_BITS = 20;
/** A passage of so many bits leaves no doubt about its words. */
const CERTAIN_BITS = 200;
/** Runs that bring less, public and common wording left out, are no beginning of a passage. */
const TELLING_BITS = 36;
const TWIN_SHARE = 0.9;

export function createMatcher(options: MatcherOptions = {}): Matcher {
  return new MemoryMatcher(options);
}

class MemoryMatcher implements Matcher {
  private readonly knowledge: Knowledge;
  private readonly threshold: number;
  private readonly mostDocuments: number;
  private readonly seedSizes: readonly SeedSize[];
  /** Its own copy: an image is restored into it. */
  private seedBits: SeedBits;
  private documents: DocumentStore;
  private readonly stored: StoredTokens;
  private index = new SeedIndex();
  private readonly article = new Tokens();
  private readonly chosen = new ChosenSeeds();
  private readonly runs = new Runs();
  private readonly chains = new Chains();
  private readonly alignment = new Alignment();
  private readonly evidence = new Evidence();
  private steps = 0;

  constructor(options: MatcherOptions) {
    this.knowledge = new Knowledge(options.salt ?? DEFAULT_SALT);
    this.threshold = options.leastScore ?? LEAST_SCORE;
    this.mostDocuments = options.mostDocuments ?? MOST_DOCUMENTS;
    // A copy: what an engine holds is emptied when it is wiped.
    this.seedSizes = [...(options.seedSizes ?? SEED_SIZES)];
    this.seedBits = { ...this.seedSizeFor(options.expectTokens ?? 0) };
    this.documents = new DocumentStore(this.knowledge.code);
    this.stored = new StoredTokens(this.documents);
  }

  addPublic(text: string): void {
    this.knowledge.addPublic(text);
  }

  addBackground(text: string): void {
    this.knowledge.addBackground(text);
  }

  addDocument(id: string, text: string): void {
    this.knowledge.close();
    this.removeDocument(id);
    this.article.tokenise(text);
    const document = this.documents.add(id, this.article);
    const size = this.seedSizeFor(this.documents.length);
    if (size.enough > this.seedBits.enough) this.seedAnew(size);
    else this.enterSeeds(document, this.article.ids.subarray(0, this.article.count));
  }

  removeDocument(id: string): boolean {
    const document = this.documents.find(id);
    if (document === undefined) return false;
    this.documents.remove(document);
    if (this.documents.deadTokens > this.documents.length * DEAD_SHARE) this.rebuild();
    return true;
  }

  find(text: string, among?: ReadonlySet<string>): Match[] {
    this.index.settleAtRest(spotsIn(this.documents.length));
    this.article.tokenise(text);
    const stock = this.stock(among);
    this.runs.scan(this.article, stock);
    this.steps = this.article.count + this.runs.steps;
    if (this.runs.count === 0) return [];
    const { weights } = this.knowledge.model;
    this.chains.build(this.runs, { weights, ids: this.article.ids });
    if (this.chains.weighRuns(this.runs, stock) === 0) return [];
    this.chains.countCrowd(this.runs, this.article.count, stock);
    this.alignment.open(text, this.article, stock);
    this.evidence.open(this.article);
    const passages = this.weighChains(stock);
    const judge = (passage: Passage, company: number): Judged => this.judge(text, passage, company);
    return chooseFindings(passages, this.article.count, judge)
      .filter(({ score }) => score >= this.threshold)
      .map((passage) => this.report(passage, stock));
  }

  size(): MatcherSize {
    return {
      documents: this.documents.size,
      seeds: this.index.size,
      indexBytes: this.index.bytes,
      documentBytes: this.documents.bytes,
      knowledgeBytes: this.knowledge.bytes,
    };
  }

  lastSteps(): number {
    return this.steps;
  }

  lasting(): object {
    const { knowledge, documents, index, seedBits } = this;
    // Threads that share the index must find nothing left to settle in it.
    index.settleAtRest(spotsIn(documents.length));
    return { knowledge, documents, index, seedBits };
  }

  private stock(names?: ReadonlySet<string>): Stock {
    const { knowledge, index, documents, stored, mostDocuments } = this;
    stored.open(documents);
    const known = names && [...names].flatMap((name) => documents.find(name) ?? []);
    return {
      knowledge,
      index,
      documents,
      stored,
      mostDocuments,
      seedRule: this.seedRule(),
      seedBits: this.seedBits,
      among: known ? new Set(known) : null,
    };
  }

  /** Chains come by document and place: what lies within a strong passage is not weighed again. */
  private weighChains(stock: Stock): Passage[] {
    const passages: Passage[] = [];
    let strong: Passage | undefined;
    for (let chain = 0; chain < this.chains.count; chain++) {
      if (!this.chains.isPromising(chain)) continue;
      const isNew = strong?.document !== this.chains.documents[chain];
      if (isNew) strong = undefined;
      if (strong && this.isWithin(chain, strong)) continue;
      if (!this.isTelling(chain, stock)) continue;
      const passage = this.weigh(chain, stock);
      if (passage.bits >= KEEP_BITS) passages.push(passage);
      if (passage.bits >= CERTAIN_BITS) strong = passage;
    }
    return passages;
  }

  /** A chain as long as the passage itself may be the same wording at another place. */
  private isWithin(chain: number, { articleLast, exact }: Passage): boolean {
    const isTwin = (this.chains.tokens[chain] as number) >= exact * TWIN_SHARE;
    return !isTwin && this.chains.endOf(chain, this.runs) <= articleLast + 1;
  }

  /** Aligning is slow: what is public or common to many documents is left before. */
  private isTelling(chain: number, stock: Stock): boolean {
    const { alignment, chains } = this;
    alignment.layRuns(chain, chains, this.runs);
    return this.evidence.tellingBits(alignment, chains.crowd.counts, stock) >= TELLING_BITS;
  }

  private weigh(chain: number, stock: Stock): Passage {
    const { alignment } = this;
    this.steps += alignment.align(chain, this.chains, this.runs);
    const weight = this.evidence.weigh(alignment, this.chains.crowd.counts, stock);
    const last = alignment.count - 1;
    return {
      document: this.chains.documents[chain] as number,
      articleFirst: alignment.articleAt[0] as number,
      articleLast: alignment.articleAt[last] as number,
      placeFirst: alignment.placeAt[0] as number,
      placeLast: alignment.placeAt[last] as number,
      ...weight,
    };
  }

  private judge(text: string, passage: Passage, company: number): Judged {
    const span = { first: passage.articleFirst, last: passage.articleLast };
    const surroundings = surroundingsOf(text, this.article, span);
    const words = span.last - span.first + 1;
    const score = confidenceIn({ ...passage, words, company, surroundings });
    return { ...passage, words, company, surroundings, score };
  }

  private report(passage: Judged, stock: Stock): Match {
    const { article, documents, stored, chains } = this;
    return {
      docId: documents.nameOf(passage.document),
      articleStart: article.starts[passage.articleFirst] as number,
      articleEnd: article.ends[passage.articleLast] as number,
      docStart: stored.placeOf(passage.placeFirst)[0],
      docEnd: stored.placeOf(passage.placeLast)[1],
      score: Math.round(passage.score * 10_000) / 10_000,
      bits: Math.round(passage.bits * 10) / 10,
      why: {
        exactTokens: passage.exact,
        alteredTokens: passage.altered,
        insertedTokens: passage.inserted,
        otherFigures: passage.otherFigures,
        longestRow: passage.longest,
        rowBits: passage.rowBits,
        company: passage.company,
        words: passage.words,
        rare: rareWords(passage, { article, crowd: chains.crowd.counts, stock }),
        ...passage.surroundings,
      },
    };
  }

  private seedRule(): SeedRule {
    const { weights } = this.knowledge.model;
    return { weights, salt: this.knowledge.salt, enough: this.seedBits.enough };
  }

  private enterSeeds(document: number, ids: Uint16Array): void {
    const { documents, knowledge, chosen, index, seedBits } = this;
    chosen.choose(ids, { knowledge, seedBits, seedRule: this.seedRule() });
    const first = documents.firstOf(document);
    for (let order = 0; order < chosen.count; order++) {
      const leads = chosen.reachOf(order, ids.length) >= seedBits.reach;
      index.add(chosen.keyAt(order), spotOf(first + chosen.placeAt(order), leads));
    }
    index.settleWhenMany(spotsIn(first + ids.length));
  }

  private seedSizeFor(tokens: number): SeedSize {
    const size = this.seedSizes.find(({ mostTokens }) => tokens <= mostTokens);
    invariant(size, 'there is a size for every collection that fits into memory');
    return size;
  }

  /** Lays the living documents out anew, without the room of the removed ones. */
  private rebuild(): void {
    const before = this.documents;
    this.stored.open(before);
    this.documents = new DocumentStore(this.knowledge.code);
    for (const document of before.living()) this.documents.copy(this.stored, document);
    this.seedAnew(this.seedSizeFor(this.documents.length));
  }

  /** A larger collection needs longer seeds: chance shares more with it. */
  private seedAnew(size: SeedSize): void {
    this.index = new SeedIndex();
    this.seedBits = { ...size };
    const { documents, stored } = this;
    stored.open(documents);
    for (const document of documents.living()) {
      const first = documents.firstOf(document);
      const ids = new Uint16Array(documents.countOf(document));
      stored.copyIds(first, first + ids.length, ids);
      this.enterSeeds(document, ids);
      ids.fill(0);
    }
  }
}
