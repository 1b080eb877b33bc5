/**
 * Seals acts and writes several at once, by the one function that the database offers for it.
 * Sealing continues the tree in memory; nothing is stored before `write`.
 */
import {
  type Entry,
  type EntryActor,
  type EntrySubject,
  encodeEntry,
} from '../../core/act/entry.ts';
import type { Verb } from '../../core/act/verb.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { append, type Frontier, frontierRoot } from '../../core/ledger/frontier.ts';
import { leafHash } from '../../core/ledger/hash.ts';
import type { Act, Actor } from '../../server/ports/acts.ts';
import type { Questions } from './connect.ts';
import { type SealedRow, sealRow } from './rows.ts';

export type Attempt = { readonly verb: Verb; readonly subject: EntrySubject };

export type Deed = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly attempt: Attempt;
  readonly outcome: Outcome<Act<unknown>>;
  readonly salt: () => Uint8Array;
};

const entryActor = (actor: Actor): EntryActor =>
  actor.kind === 'person' ? actor.personId : actor.kind;

function entryOf({ now, actor, attempt, outcome }: Deed, rows: readonly SealedRow[]): Entry {
  const common = { v: 1, at: now, actor: entryActor(actor), verb: attempt.verb } as const;
  if (!outcome.ok) {
    const refused = outcome.refusals.map(({ code }) => code);
    return { ...common, subject: attempt.subject, facts: {}, refused, rows: [] };
  }
  const { subject = {}, facts = {} } = outcome.value;
  const digests = rows.map(({ table, id, digest }) => [table, id, digest.toBase64()] as const);
  return { ...common, subject: { ...attempt.subject, ...subject }, facts, rows: digests };
}

function sealRows({ outcome, salt }: Deed): readonly SealedRow[] {
  const changes = outcome.ok ? (outcome.value.rows ?? []) : [];
  return changes.map(({ table, row }) => sealRow(table, row, salt()));
}

type StoredHash = { readonly level: number; readonly index: number; readonly hash: Uint8Array };

/** Acts that wait to be written, in their order, and the edge of the tree that they lead to. */
export class HeldActs {
  readonly #first: number;
  readonly #bodies: Uint8Array[] = [];
  readonly #hashes: StoredHash[] = [];
  readonly #rows = new Map<string, object[]>();
  readonly #rowNames = new Set<string>();
  #edge: Frontier;

  constructor(edge: Frontier) {
    this.#first = edge.size;
    this.#edge = edge;
  }

  get edge(): Frontier {
    return this.#edge;
  }

  get isEmpty(): boolean {
    return this.#bodies.length === 0;
  }

  /** False, and nothing held, when a row of the deed is held already: one call writes it once. */
  hold(deed: Deed): boolean {
    const rows = sealRows(deed);
    const names = rows.map(({ table, id }) => `${table} ${id}`);
    invariant(new Set(names).size === names.length, 'an act writes each row once');
    if (names.some((name) => this.#rowNames.has(name))) return false;
    const body = encodeEntry(entryOf(deed, rows));
    const { frontier, stored } = append(this.#edge, leafHash(body));
    rows.forEach(({ table, row }, n) => {
      const ofTable = this.#rows.get(table) ?? [];
      ofTable.push({ ...row, entry_index: this.#edge.size });
      this.#rows.set(table, ofTable);
      this.#rowNames.add(names[n] ?? '');
    });
    this.#bodies.push(body);
    this.#hashes.push(...stored);
    this.#edge = frontier;
    return true;
  }

  /** All or nothing: one statement. */
  async write(client: Questions): Promise<void> {
    await client.query({
      name: 'append_acts',
      text: 'SELECT append_acts($1, $2, $3, $4, $5, $6, $7)',
      values: [
        this.#first,
        this.#bodies.map((body) => Buffer.from(body)),
        this.#hashes.map(({ level }) => level),
        this.#hashes.map(({ index }) => index),
        this.#hashes.map(({ hash }) => Buffer.from(hash)),
        frontierRoot(this.#edge),
        JSON.stringify(Object.fromEntries(this.#rows)),
      ],
    });
  }
}
