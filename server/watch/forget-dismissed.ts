/**
 * What was dismissed is an ordinary public article: its title and contents go with the verdict
 * (`dismiss-match.ts`); the places and the reasons in words go when the agency's days are over, by
 * the clock, with an entry. The verdict itself stays, with who gave it and when.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { permit } from '../../core/common/refusal.ts';
import type { Parts } from '../ports/parts.ts';
import type { MatchFile } from '../ports/readers.ts';
import { put, type RowChange } from '../ports/rows.ts';
import { spansOf } from '../ports/spans.ts';
import { retentionDays } from './intake/raw-texts.ts';
import { type Verdict, verdictOf } from './match-verdict.ts';

const CLOCK = { kind: 'clock' } as const;
const DAY_MS = 86_400_000;
/** A ledger entry names every row that it writes and has an end. */
const MOST_AT_ONCE = 200;

function withoutWords(verdict: Verdict): Verdict {
  if (verdict.state === 'open') return verdict;
  const { earlier, ...given } = verdict;
  const before = earlier?.map((each) => ({ ...each, reason: '' }));
  return { ...given, reason: '', ...(before ? { earlier: before } : {}) };
}

function forgotten({ article: _, ...match }: MatchFile): RowChange {
  const spans = { ...spansOf(match.spans), passages: [] } as unknown as Json;
  const verdict = withoutWords(verdictOf(match)) as unknown as Json;
  return put('match', { ...match, spans, verdict });
}

/** How many matches were forgotten. */
export async function forgetDismissed({
  acts,
  clock,
}: Pick<Parts, 'acts' | 'clock'>): Promise<number> {
  let count = 0;
  for (;;) {
    const overdue = await acts.read(CLOCK, async ({ watch, kept }) => {
      const days = await retentionDays(kept);
      return watch.listDismissed(addMs(clock.now(), -days * DAY_MS), MOST_AT_ONCE);
    });
    if (overdue.length === 0) return count;
    const done = await acts.perform(CLOCK, { verb: 'watch.forget' }, async () =>
      permit({
        facts: { matches: overdue.length },
        rows: overdue.map(forgotten),
        value: overdue.length,
      }),
    );
    if (!done.ok) return count;
    count += done.value;
  }
}
