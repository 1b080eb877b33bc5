/** The documents that a person may see, newest first, by keyset. */
import type { z } from 'zod';
import type { listDocuments as contract } from '../../contract/access.ts';
import { type Instant, parseInstant } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { documentLine } from '../ports/document-line.ts';
import type { Parts } from '../ports/parts.ts';
import type { DocumentFilter } from '../ports/readers.ts';

type Query = z.output<typeof contract.query>;
type Page = z.output<typeof contract.response>;

/** `<instant>,<id>` of the last line shown; undefined when it is none: attacker-controlled. */
function parseAfter(after: string): DocumentFilter['before'] | undefined {
  const [moment, id] = after.split(',');
  const createdAt = parseInstant(moment);
  return createdAt && id && /^[0-9a-f-]{36}$/.test(id) ? { createdAt, id } : undefined;
}

export async function listDocuments(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
  query: Query,
): Promise<Outcome<Page>> {
  const before = query.after === undefined ? undefined : parseAfter(query.after);
  if (query.after !== undefined && !before) {
    return refuse({ code: 'invalid-input', facts: { field: 'after' } });
  }
  const files = await acts.read(actor, ({ documents }) =>
    documents.listDocuments({
      ...(query.state ? { states: [query.state] } : {}),
      ...(query.level ? { level: query.level } : {}),
      ...(before ? { before } : {}),
      limit: query.limit + 1,
    }),
  );
  const shown = files.slice(0, query.limit);
  const last = shown.at(-1);
  const at: Instant = clock.now();
  return permit({
    documents: shown.map((file) => documentLine(file, at)),
    next: files.length > query.limit && last ? `${last.createdAt},${last.id}` : null,
  });
}
