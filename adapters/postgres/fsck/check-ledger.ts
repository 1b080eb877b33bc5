/**
 * The ledger from its entries alone: every leaf, every stored subtree hash, the head, the columns
 * for look-ups. Nothing stored is believed before it was computed again.
 */
import type { PoolClient } from 'pg';
import { decodeEntry, type Entry, encodeEntry } from '../../../core/act/entry.ts';
import type { FsckFinding } from '../../../core/act/fsck-finding.ts';
import { sameBytes } from '../../../core/ledger/bytes.ts';
import type { Checkpoint } from '../../../core/ledger/checkpoint.ts';
import {
  append,
  emptyFrontier,
  type Frontier,
  frontierRoot,
} from '../../../core/ledger/frontier.ts';
import { leafHash } from '../../../core/ledger/hash.ts';
import type { StoredHash } from '../../../core/ledger/tree.ts';
import { scan } from './scan.ts';

type EntryRow = {
  readonly index: number;
  readonly body: Uint8Array;
  readonly at: string;
  readonly verb: string;
  readonly actor: string;
  readonly document_id: string | null;
};
type HashRow = { readonly level: number; readonly index: number; readonly hash: Uint8Array };
type Place = Pick<HashRow, 'level' | 'index'>;

export type LedgerCheck = {
  readonly client: PoolClient;
  readonly lastSigned: Checkpoint | null;
  /** Hears every entry that can be read, in order. */
  readonly onEntry: (index: number, entry: Entry | null) => void;
};

/** In the order in which the tree completes them: by last leaf, then upwards. */
const HASHES = `SELECT level, index, hash FROM ledger_hash
  ORDER BY (index + 1) << level::integer, level`;
const ENTRIES = `SELECT index, body, at, verb, actor, document_id
  FROM ledger_entry ORDER BY index`;

const MOST_FINDINGS = 100;

const lastLeaf = ({ level, index }: Place): number => (index + 1) * 2 ** level - 1;
const span = ({ level, index }: Place) => ({
  level,
  index,
  from: index * 2 ** level,
  to: lastLeaf({ level, index }),
});
const comesBefore = (left: Place, right: Place): boolean =>
  lastLeaf(left) < lastLeaf(right) ||
  (lastLeaf(left) === lastLeaf(right) && left.level < right.level);

export async function* checkLedger(check: LedgerCheck): AsyncGenerator<FsckFinding> {
  const { client, lastSigned, onEntry } = check;
  const hashes = new HashStream(scan<HashRow>(client, HASHES));
  /** Told only once the root shows whether an entry or a hash is at fault. */
  let difference: FsckFinding | null = null;
  const others: FsckFinding[] = [];
  let frontier = emptyFrontier;
  for await (const row of scan<EntryRow>(client, ENTRIES)) {
    if (row.index !== frontier.size) {
      yield { what: 'entry-missing', entry: frontier.size };
      return;
    }
    const grown = append(frontier, leafHash(row.body));
    for (const stored of grown.stored) {
      const found = await hashes.compare(stored);
      difference ??= found;
    }
    frontier = grown.frontier;
    const entry = readEntry(row.body);
    onEntry(row.index, entry);
    if (others.length >= MOST_FINDINGS) continue;
    others.push(...signedDifference(frontier, lastSigned), ...entryFindings(row, entry));
  }
  difference ??= await hashes.rest();
  const head = await headFinding(client, frontier);
  if (difference) yield blamed(difference, head);
  else if (head) yield head;
  yield* others;
  if (lastSigned && lastSigned.size > frontier.size) {
    yield { what: 'signed-head-differs', size: lastSigned.size };
  }
}

/** Where the derived root is the stored one, the entries are what they were: a hash is at fault. */
function blamed(difference: FsckFinding, head: FsckFinding | null): FsckFinding {
  const isLeaf = difference.what === 'hash-differs' && difference.level === 0;
  return head && isLeaf ? { what: 'entry-differs', entry: difference.index } : difference;
}

async function headFinding(client: PoolClient, frontier: Frontier): Promise<FsckFinding | null> {
  const query = 'SELECT size, root FROM ledger_head';
  const { rows } = await client.query<{ size: number; root: Uint8Array }>(query);
  const [head] = rows;
  const same = head?.size === frontier.size && sameBytes(head.root, frontierRoot(frontier));
  if (same && rows.length === 1) return null;
  return { what: 'head-differs', size: head?.size ?? 0, derivedSize: frontier.size };
}

function* signedDifference(frontier: Frontier, signed: Checkpoint | null): Generator<FsckFinding> {
  if (signed?.size !== frontier.size || sameBytes(frontierRoot(frontier), signed.root)) return;
  yield { what: 'signed-head-differs', size: signed.size };
}

function readEntry(body: Uint8Array): Entry | null {
  try {
    const entry = decodeEntry(body);
    return hasForm(entry) && sameBytes(encodeEntry(entry), body) ? entry : null;
  } catch {
    return null;
  }
}

/** attacker-controlled: whatever JSON stands in the table now. */
function hasForm({ subject, rows }: Partial<Entry>): boolean {
  const isSubject = typeof subject === 'object' && subject !== null;
  return isSubject && rows?.every((row) => Array.isArray(row) && row.length === 3) === true;
}

function* entryFindings(row: EntryRow, entry: Entry | null): Generator<FsckFinding> {
  if (!entry) {
    yield { what: 'entry-malformed', entry: row.index };
    return;
  }
  const copies = {
    at: [row.at, entry.at],
    verb: [row.verb, entry.verb],
    actor: [row.actor, entry.actor],
    document_id: [row.document_id, entry.subject.document ?? null],
  };
  for (const [column, [stored, said]] of Object.entries(copies)) {
    if (stored !== said) yield { what: 'column-differs', entry: row.index, column };
  }
}

/** The stored hashes in order, compared one by one with the computed ones. */
class HashStream {
  readonly #rows: AsyncGenerator<HashRow>;
  #next: HashRow | null | undefined;

  constructor(rows: AsyncGenerator<HashRow>) {
    this.#rows = rows;
  }

  async compare(computed: StoredHash): Promise<FsckFinding | null> {
    let extra: FsckFinding | null = null;
    let stored = await this.#peek();
    while (stored && comesBefore(stored, computed)) {
      extra ??= { what: 'hash-extra', ...span(stored) };
      this.#next = undefined;
      stored = await this.#peek();
    }
    if (!stored || comesBefore(computed, stored)) {
      return extra ?? { what: 'hash-missing', ...span(computed) };
    }
    this.#next = undefined;
    if (extra || sameBytes(stored.hash, computed.hash)) return extra;
    return { what: 'hash-differs', ...span(computed) };
  }

  /** Hashes over entries that are not there. */
  async rest(): Promise<FsckFinding | null> {
    const stored = await this.#peek();
    return stored ? { what: 'hash-extra', ...span(stored) } : null;
  }

  async #peek(): Promise<HashRow | null> {
    if (this.#next === undefined) {
      const { value, done } = await this.#rows.next();
      this.#next = done ? null : value;
    }
    return this.#next ?? null;
  }
}
