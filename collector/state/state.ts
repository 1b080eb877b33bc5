/**
 * The collector's memory: one SQLite file, so that an article and the note that it was seen are
 * written together or not at all. Stopped at any moment, even by a power cut, the next run goes on
 * where this one was. Its lock keeps a second collector out of the same folder.
 */
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import { GAPS_KEPT, type Visits } from './health.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS seen (
    source TEXT NOT NULL, key TEXT NOT NULL, stamp TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (source, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS validator (
    url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS captured (
    id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, taken_at TEXT NOT NULL,
    plain_bytes INTEGER NOT NULL, warc BLOB NOT NULL, parcel INTEGER);
  CREATE INDEX IF NOT EXISTS captured_parcel ON captured (parcel, id);
  CREATE TABLE IF NOT EXISTS parcel (
    number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, piece_bytes INTEGER NOT NULL,
    manifest BLOB NOT NULL, signature BLOB NOT NULL, written INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS wanted (
    source TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL, tries INTEGER NOT NULL,
    PRIMARY KEY (source, url)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS source (
    name TEXT PRIMARY KEY, first_visit_at TEXT, last_success_at TEXT, problem TEXT,
    news_at TEXT NOT NULL) WITHOUT ROWID;`;

/** Another collector works in the folder. */
export class StateInUse extends Error {
  override readonly name = 'StateInUse';
}

export type Capture = {
  readonly source: string;
  /** What tells the article apart within its source, and its version. */
  readonly key: string;
  readonly stamp: string;
  readonly takenAt: Instant;
  /** Of the records before packing. */
  readonly plainBytes: number;
  readonly warc: Uint8Array;
};

export type Wanted = {
  readonly source: string;
  readonly url: string;
  /** The words of the link. */
  readonly title: string;
  readonly tries: number;
};

export type Validator = { readonly etag: string | null; readonly lastModified: string | null };
export type Waiting = { readonly id: number; readonly plainBytes: number; readonly bytes: number };
export type StoredParcel = {
  readonly number: number;
  readonly manifest: Uint8Array;
  readonly signature: Uint8Array;
  readonly pieceBytes: number;
};

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const bytes = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array();

export class State {
  readonly #db: DatabaseSync;

  /** Throws `StateInUse`. */
  constructor(folder: string) {
    this.#db = new DatabaseSync(join(folder, 'state.db'), { timeout: 0 });
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE');
      this.#db.exec(`${TABLES} COMMIT`);
    } catch (cause) {
      this.#db.close();
      throw new StateInUse(folder, { cause });
    }
  }

  close(): void {
    this.#db.close();
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#db.prepare(sql).run(...values);
  }

  #one(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#db.prepare(sql).get(...values);
  }

  #together(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (reason) {
      this.#db.exec('ROLLBACK');
      throw reason;
    }
  }

  /** The version that was seen last. */
  stampOf(source: string, key: string): string | null {
    return text(
      this.#one('SELECT stamp FROM seen WHERE source = ? AND key = ?', source, key)?.stamp,
    );
  }

  markSeen({ source, key, stamp, takenAt }: Omit<Capture, 'warc' | 'plainBytes'>): void {
    this.#run('INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)', source, key, stamp, takenAt);
  }

  keep(capture: Capture): void {
    const { source, takenAt, plainBytes, warc } = capture;
    this.#together(() => {
      this.markSeen(capture);
      this.#run(
        'INSERT INTO captured (source, taken_at, plain_bytes, warc) VALUES (?, ?, ?, ?)',
        source,
        takenAt,
        plainBytes,
        warc,
      );
    });
  }

  /** A document that a page links to waits to be taken. */
  want({ source, url, title }: Omit<Wanted, 'tries'>): void {
    this.#run('INSERT OR IGNORE INTO wanted VALUES (?, ?, ?, 0)', source, url, title);
  }

  /** Those tried least first. */
  listWanted(source: string, limit: number): readonly Wanted[] {
    const sql = 'SELECT * FROM wanted WHERE source = ? ORDER BY tries, url LIMIT ?';
    return this.#db
      .prepare(sql)
      .all(source, limit)
      .map((row) => ({
        source,
        url: text(row.url) ?? '',
        title: text(row.title) ?? '',
        tries: Number(row.tries),
      }));
  }

  /** Taken, or never to be had; `tried`: to be asked for once more. */
  settleWanted({ source, url }: Wanted, how: 'done' | 'tried'): void {
    const sql =
      how === 'done'
        ? 'DELETE FROM wanted WHERE source = ? AND url = ?'
        : 'UPDATE wanted SET tries = tries + 1 WHERE source = ? AND url = ?';
    this.#run(sql, source, url);
  }

  validatorOf(url: string): Validator {
    const row = this.#one('SELECT * FROM validator WHERE url = ?', url);
    return { etag: text(row?.etag), lastModified: text(row?.last_modified) };
  }

  keepValidator(url: string, { etag, lastModified }: Validator): void {
    this.#run('INSERT OR REPLACE INTO validator VALUES (?, ?, ?)', url, etag, lastModified);
  }

  visitsOf(source: string): Visits {
    const row = this.#one('SELECT * FROM source WHERE name = ?', source);
    return {
      newsAt: JSON.parse(text(row?.news_at) ?? '[]') as Instant[], // Written by `noteVisit` alone.
      firstVisitAt: text(row?.first_visit_at) as Instant | null,
      lastSuccessAt: text(row?.last_success_at) as Instant | null,
      problem: text(row?.problem),
    };
  }

  noteVisit(source: string, visit: { at: Instant; problem: string | null; isNews: boolean }): void {
    const { at, problem, isNews } = visit;
    const before = this.visitsOf(source);
    const newsAt = isNews ? [...before.newsAt, at].slice(-GAPS_KEPT - 1) : before.newsAt;
    this.#run(
      'INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?)',
      source,
      before.firstVisitAt ?? at,
      problem === null ? at : before.lastSuccessAt,
      problem,
      JSON.stringify(newsAt),
    );
  }

  /** Taken in and in no parcel yet, oldest first. */
  listWaiting(): readonly Waiting[] {
    const sql = `SELECT id, plain_bytes, length(warc) AS bytes FROM captured
      WHERE parcel IS NULL ORDER BY id`;
    return this.#db
      .prepare(sql)
      .all()
      .map((row) => ({
        id: Number(row.id),
        plainBytes: Number(row.plain_bytes),
        bytes: Number(row.bytes),
      }));
  }

  loadWarc(ids: readonly number[]): Uint8Array {
    const one = this.#db.prepare('SELECT warc FROM captured WHERE id = ?');
    return Buffer.concat(ids.map((id) => bytes(one.get(id)?.warc)));
  }

  lastParcel(): StoredParcel | null {
    const row = this.#one('SELECT * FROM parcel ORDER BY number DESC LIMIT 1');
    return row ? storedParcel(row) : null;
  }

  loadParcel(number: number): StoredParcel | null {
    const row = this.#one('SELECT * FROM parcel WHERE number = ?', number);
    return row ? storedParcel(row) : null;
  }

  /** The number is given and its articles are bound to it in one step. */
  keepParcel(parcel: StoredParcel, made: { at: Instant; ids: readonly number[] }): void {
    const { number, manifest, signature, pieceBytes } = parcel;
    this.#together(() => {
      this.#run(
        'INSERT INTO parcel VALUES (?, ?, ?, ?, ?, 0)',
        number,
        made.at,
        pieceBytes,
        manifest,
        signature,
      );
      const bind = this.#db.prepare('UPDATE captured SET parcel = ? WHERE id = ?');
      for (const id of made.ids) bind.run(number, id);
    });
  }

  /** Made, but its files may not all have been written. */
  listUnwritten(): readonly number[] {
    const sql = 'SELECT number FROM parcel WHERE written = 0 ORDER BY number';
    return this.#db
      .prepare(sql)
      .all()
      .map(({ number }) => Number(number));
  }

  markWritten(number: number): void {
    this.#run('UPDATE parcel SET written = 1 WHERE number = ?', number);
  }

  contentOf(number: number): Uint8Array {
    const sql = 'SELECT id FROM captured WHERE parcel = ? ORDER BY id';
    return this.loadWarc(
      this.#db
        .prepare(sql)
        .all(number)
        .map(({ id }) => Number(id)),
    );
  }

  /** Forgets the contents of parcels made before a moment; what was seen stays known. */
  forgetBefore(moment: Instant): void {
    this.#run(
      'DELETE FROM captured WHERE parcel IN (SELECT number FROM parcel WHERE made_at < ?)',
      moment,
    );
    this.#run('DELETE FROM seen WHERE at < ?', addMs(moment, -SEEN_KEPT_MS));
  }
}

/** An address that stands in no feed for so long is forgotten. */
const SEEN_KEPT_MS = 180 * 24 * 3_600_000;

function storedParcel(row: Record<string, unknown>): StoredParcel {
  return {
    number: Number(row.number),
    manifest: bytes(row.manifest),
    signature: bytes(row.signature),
    pieceBytes: Number(row.piece_bytes),
  };
}
