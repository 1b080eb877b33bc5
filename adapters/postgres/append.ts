/** Writes one act: its rows and its entry, by the one function that the database offers for it. */
import type { PoolClient } from 'pg';
import {
  type Entry,
  type EntryActor,
  type EntrySubject,
  encodeEntry,
} from '../../core/act/entry.ts';
import type { Verb } from '../../core/act/verb.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { append, type Frontier, frontierRoot } from '../../core/ledger/frontier.ts';
import { leafHash } from '../../core/ledger/hash.ts';
import type { Act, Actor } from '../../server/ports/acts.ts';
import { type SealedRow, sealRow } from './rows.ts';

export type Attempt = { readonly verb: Verb; readonly subject: EntrySubject };

export type Writing = {
  readonly frontier: Frontier;
  readonly now: Instant;
  readonly actor: Actor;
  readonly attempt: Attempt;
  readonly outcome: Outcome<Act<unknown>>;
  readonly salt: () => Uint8Array;
};

const entryActor = (actor: Actor): EntryActor =>
  actor.kind === 'person' ? actor.personId : actor.kind;

function entryOf({ now, actor, attempt, outcome }: Writing, rows: readonly SealedRow[]): Entry {
  const common = { v: 1, at: now, actor: entryActor(actor), verb: attempt.verb } as const;
  if (!outcome.ok) {
    const refused = outcome.refusals.map(({ code }) => code);
    return { ...common, subject: attempt.subject, facts: {}, refused, rows: [] };
  }
  const { subject = {}, facts = {} } = outcome.value;
  const digests = rows.map(({ table, id, digest }) => [table, id, digest.toBase64()] as const);
  return { ...common, subject: { ...attempt.subject, ...subject }, facts, rows: digests };
}

/** Returns the tree's new right edge; the caller keeps the old one if the transaction fails. */
export async function writeAct(client: PoolClient, writing: Writing): Promise<Frontier> {
  const { outcome, salt } = writing;
  const changes = outcome.ok ? (outcome.value.rows ?? []) : [];
  const rows = changes.map(({ table, row }) => sealRow(table, row, salt()));
  const body = encodeEntry(entryOf(writing, rows));
  const { frontier, stored } = append(writing.frontier, leafHash(body));
  await client.query({
    name: 'append_act',
    text: 'SELECT append_act($1, $2, $3, $4, $5, $6, $7)',
    values: [
      writing.frontier.size,
      body,
      stored.map(({ level }) => level),
      stored.map(({ index }) => index),
      stored.map(({ hash }) => Buffer.from(hash)),
      frontierRoot(frontier),
      JSON.stringify(rows.map(({ table, row }) => ({ table, row }))),
    ],
  });
  return frontier;
}
