/**
 * The compare index from one opening of the vault to its sealing: taken from the image at rest,
 * filled from the vault, saved as an image, overwritten. The image is for a quick start and never
 * the truth: what it lacks or has too much is set right by the list of stored texts.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { highestLevel, LEVELS, type Level } from '../../core/level/level.ts';
import { ImageReader, imageOf, wipe } from '../../core/match/image.ts';
import type { Matcher } from '../../core/match/matcher.ts';
import type {
  IndexRest,
  PublicList,
  PublicListMark,
  StoredText,
  TextSource,
} from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';

export type OpeningParts = {
  readonly makeMatcher: (publicTexts: readonly string[]) => Matcher;
  readonly markOf: (publicTexts: readonly string[]) => string;
  readonly rest: IndexRest | null;
  /** An image takes long and is of one moment: it waits until nothing changed for so long. */
  readonly quietMs: number;
};

/** An image is written anew after so many changes, or this share of it, whichever is more. */
const SAVE_AFTER = 100;
const SAVE_SHARE = 0.02;
const SAVE_TRIES = 3;
const PIECE_BYTES = 1 << 20;
const LOADED_AT_ONCE = 32;

type Holding = {
  readonly matcher: Matcher;
  /** By document, the name of the object with its text. */
  readonly objects: Map<string, string>;
  readonly against: PublicListMark;
  readonly mark: string;
};
const NO_LIST: PublicList = { version: 0, texts: [] };

const imaged = ({ matcher, objects }: Holding) => ({ objects, engine: matcher.lasting() });

async function collected<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The index changed while its image was written. */
class Changed extends Error {}

export class Opening {
  readonly #parts: OpeningParts;
  readonly #levels = new Set<Level>();
  /** Put or removed since the opening: neither the image nor the list knows better. */
  readonly #touched = new Set<string>();
  #early: { readonly stored: StoredText; readonly text: string }[] | null = [];
  #holding: Holding;
  #filling: Promise<void> | null = null;
  #renewing: Promise<void> = Promise.resolve();
  #saving: Promise<void> | null = null;
  #quiet: NodeJS.Timeout | undefined;
  #report: (reason: unknown) => void = () => undefined;
  #changes = 0;
  /** Changes that the image at rest has not. */
  #unsaved = 0;
  #closed = false;

  constructor(parts: OpeningParts) {
    this.#parts = parts;
    this.#holding = this.#empty(NO_LIST);
  }

  get matcher(): Matcher {
    return this.#holding.matcher;
  }

  get against(): PublicListMark {
    return this.#holding.against;
  }

  put(stored: StoredText, text: string): void {
    this.#touched.add(stored.documentId);
    this.#early?.push({ stored, text });
    this.#add(stored, text);
    this.#saveWhenQuiet();
  }

  remove(documentId: string): void {
    this.#touched.add(documentId);
    this.#early = this.#early?.filter(({ stored }) => stored.documentId !== documentId) ?? null;
    this.#drop(documentId);
    this.#saveWhenQuiet();
  }

  fill<Text extends StoredText>(source: TextSource<Text>): Promise<void> {
    this.#filling ??= this.#fill(source).catch((reason: unknown) => {
      this.#filling = null;
      throw reason;
    });
    return this.#filling;
  }

  /** The public list changed: one after the other, each with the list as it is then. */
  renew<Text extends StoredText>(source: TextSource<Text>): Promise<void> {
    const before = this.#renewing.catch(() => undefined);
    this.#renewing = before.then(() => this.fill(source)).then(() => this.#renew(source));
    return this.#renewing;
  }

  /** When it resolves, nothing is being saved. */
  async saved(): Promise<void> {
    await this.#saving;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#quiet);
    this.#changes += 1;
    this.#early = null;
    wipe(this.#holding);
  }

  #empty({ version, texts }: PublicList): Holding {
    const { makeMatcher, markOf } = this.#parts;
    const against = { version, texts: texts.length };
    return { matcher: makeMatcher(texts), objects: new Map(), against, mark: markOf(texts) };
  }

  #add({ documentId, objectName, level }: StoredText, text: string): void {
    this.#holding.matcher.addDocument(documentId, text);
    this.#holding.objects.set(documentId, objectName);
    this.#levels.add(level ?? LEVELS[0]);
    this.#changes += 1;
    this.#unsaved += 1;
  }

  #drop(documentId: string): void {
    this.#holding.objects.delete(documentId);
    this.#holding.matcher.removeDocument(documentId);
    this.#changes += 1;
    this.#unsaved += 1;
  }

  /** Sealed meanwhile, perhaps opened anew: this is then of a former opening. */
  #mustBeOpen(): void {
    if (this.#closed) throw new VaultSealed();
  }

  async #fill<Text extends StoredText>(source: TextSource<Text>): Promise<void> {
    this.#report = (reason) => source.report(reason);
    const listing = collected(source.list());
    listing.catch(() => undefined); // met below
    if (this.#early) await this.#restore(await source.listPublic());
    const texts = await listing;
    this.#mustBeOpen();
    this.#dropStale(texts);
    const missing = texts.filter((text) => this.#isMissing(text));
    for (let at = 0; at < missing.length; at += LOADED_AT_ONCE) {
      await this.#complete(missing.slice(at, at + LOADED_AT_ONCE), source);
    }
    if (this.#unsaved > 0) this.#save();
  }

  async #restore(taught: PublicList): Promise<void> {
    const { rest } = this.#parts;
    const holding = this.#empty(taught);
    const reader = new ImageReader(imaged(holding), holding.mark);
    try {
      const isThere = await rest?.load((piece) => reader.push(piece));
      this.#mustBeOpen();
      if (isThere) reader.end();
      this.#adopt(holding);
    } catch (reason) {
      wipe(holding);
      this.#mustBeOpen();
      if (reason instanceof VaultSealed) throw reason;
      this.#adopt(this.#empty(taught));
      this.#unsaved += 1; // so that a good one takes its place
      this.#report(reason);
    }
    this.#early = null;
  }

  /** What is put or removed meanwhile goes into both. */
  async #renew<Text extends StoredText>(source: TextSource<Text>): Promise<void> {
    const holding = this.#empty(await source.listPublic());
    this.#mustBeOpen();
    if (holding.mark === this.#holding.mark) {
      this.#holding = { ...this.#holding, against: holding.against };
      return;
    }
    this.#early = [];
    this.#touched.clear();
    try {
      for await (const text of source.list()) {
        const content = await source.load(text);
        this.#mustBeOpen();
        if (content === null) continue;
        holding.matcher.addDocument(text.documentId, content);
        holding.objects.set(text.documentId, text.objectName);
      }
    } catch (reason) {
      wipe(holding);
      this.#early = null;
      throw reason;
    }
    this.#adopt(holding);
    this.#early = null;
    this.#unsaved += 1;
    this.#save();
  }

  #adopt(holding: Holding): void {
    wipe(this.#holding);
    this.#holding = holding;
    this.#changes += 1;
    for (const documentId of this.#touched) this.#drop(documentId);
    for (const { stored, text } of this.#early ?? []) this.#add(stored, text);
  }

  #dropStale(texts: readonly StoredText[]): void {
    const wanted = new Map(texts.map(({ documentId, objectName }) => [documentId, objectName]));
    for (const [documentId, objectName] of this.#holding.objects) {
      if (this.#touched.has(documentId)) continue;
      if (wanted.get(documentId) !== objectName) this.#drop(documentId);
    }
  }

  #isMissing({ documentId, objectName, level }: StoredText): boolean {
    this.#levels.add(level ?? LEVELS[0]);
    const isThere = this.#holding.objects.get(documentId) === objectName;
    return !isThere && !this.#touched.has(documentId);
  }

  /** Loaded together, since each may come from far; added in their order. */
  async #complete<Text extends StoredText>(
    texts: readonly Text[],
    source: TextSource<Text>,
  ): Promise<void> {
    const contents = await Promise.all(texts.map((text) => source.load(text)));
    for (const [at, text] of texts.entries()) {
      const content = contents[at] ?? null;
      this.#mustBeOpen();
      if (content !== null && !this.#touched.has(text.documentId)) this.#add(text, content);
      // Everybody else's requests go on between two texts.
      await turn();
    }
  }

  #saveWhenQuiet(): void {
    clearTimeout(this.#quiet);
    const limit = Math.max(SAVE_AFTER, this.#holding.objects.size * SAVE_SHARE);
    if (this.#early || this.#unsaved < limit) return;
    this.#quiet = setTimeout(() => this.#save(), this.#parts.quietMs);
    this.#quiet.unref();
  }

  #save(): void {
    const { rest } = this.#parts;
    if (rest === null || this.#saving !== null) return;
    this.#saving = this.#saveWhole(rest)
      .catch((reason: unknown) => {
        if (!this.#closed) this.#report(reason);
      })
      .finally(() => {
        this.#saving = null;
      });
  }

  async #saveWhole(rest: IndexRest): Promise<void> {
    const compartment = highestLevel([...this.#levels]) ?? 'mat';
    for (let tries = 0; tries < SAVE_TRIES; tries += 1) {
      const unsaved = this.#unsaved;
      try {
        await rest.save(compartment, this.#image());
        this.#unsaved -= unsaved;
        return;
      } catch (reason) {
        if (!(reason instanceof Changed)) throw reason;
      }
    }
    // Too lively now; the next changes try again, and the next opening completes what is missing.
  }

  /** Never torn: a change before the last piece ends it with `Changed`. */
  async *#image(): AsyncGenerator<Uint8Array> {
    const changes = this.#changes;
    for (const piece of imageOf(imaged(this.#holding), this.#holding.mark)) {
      for (let at = 0; at < piece.length; at += PIECE_BYTES) {
        if (this.#changes !== changes) throw new Changed();
        yield piece.subarray(at, at + PIECE_BYTES);
      }
    }
    if (this.#changes !== changes) throw new Changed();
  }
}
