/**
 * What happened, newest first, as far as the actor's eyes see: registrar and inspector see every
 * entry, others their own acts and those on documents they may see.
 */
import type { LedgerLine } from '../../contract/ledger.ts';
import type { Entry } from '../../core/act/entry.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import type { Parts } from '../ports/parts.ts';
import type { StoredEntry } from '../ports/readers.ts';

type Page = { readonly entries: LedgerLine[]; readonly next: number | null };

function nameOfActor(actor: Entry['actor'], nameOf: (personId: string) => string): string | null {
  return actor === 'console' || actor === 'clock' ? null : nameOf(actor);
}

function lineOf({ index, entry }: StoredEntry, nameOf: (personId: string) => string): LedgerLine {
  const { at, verb, actor, subject, facts, refused, rows } = entry;
  return {
    index,
    at,
    verb,
    actor: { id: actor, name: nameOfActor(actor, nameOf) },
    subject: subject as LedgerLine['subject'],
    facts: facts as LedgerLine['facts'],
    refused: refused ? [...refused] : null,
    rows: rows.length,
  };
}

export async function listEntries(
  { acts }: Pick<Parts, 'acts'>,
  actor: Actor,
  { below, limit }: { readonly below?: number | undefined; readonly limit: number },
): Promise<Outcome<Page>> {
  return acts.read(actor, async (readers) => {
    const page = below === undefined ? { limit } : { below, limit };
    const stored = await readers.ledger.listEntries(page);
    const nameOf = await namesOf(readers);
    const last = stored.at(-1);
    return permit({
      entries: stored.map((entry) => lineOf(entry, nameOf)),
      next: stored.length === limit && last && last.index > 0 ? last.index : null,
    });
  });
}
