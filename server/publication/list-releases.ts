/** The release calendar, and the days that an election fixes. */
import type { ElectionDay, ReleaseLine } from '../../contract/publication/release.ts';
import { RELEASE_VERBS } from '../../contract/publication/release.ts';
import {
  addMs,
  type CalendarDate,
  dateInHanoi,
  type Instant,
} from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import {
  decideRelease,
  isReleased,
  type ReleaseAct,
  type ReleaseState,
} from '../../core/publication/release.ts';
import { computeTemplate } from '../../core/publication/release-template.ts';
import type { Actor } from '../ports/acts.ts';
import { type DocumentLine, namesOf } from '../ports/document-line.ts';
import { releaseOf } from '../ports/find-protected.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put, type ReleaseItemRow } from '../ports/rows.ts';
import { linesOf } from '../ports/shared-passages.ts';
import { itemRow } from './plan-release.ts';

const SEE = { action: 'see-releases' } as const;

/** One act of each verb that only the person and the state can speak against. */
const trialOf = (verb: (typeof RELEASE_VERBS)[number], releaseAt: Instant): ReleaseAct => {
  if (verb === 'move') return { verb, releaseAt: addMs(releaseAt, 1) };
  return verb === 'cancel' ? { verb, reason: '-' } : { verb };
};

function mayNow(row: ReleaseItemRow, item: ReleaseState, who: { me: PersonId; now: Instant }) {
  const releaserId = row.releaserId as PersonId;
  const plannedBy = row.plannedBy as PersonId;
  return RELEASE_VERBS.filter((verb) => {
    const act = trialOf(verb, item.releaseAt);
    return decideRelease({ item, releaserId, plannedBy, act, actorId: who.me, at: who.now }).ok;
  });
}

type LineFacts = {
  readonly document: DocumentLine | null;
  readonly nameOf: (personId: string) => string;
  readonly me: PersonId;
  readonly now: Instant;
};

function releaseLine(row: ReleaseItemRow, facts: LineFacts): ReleaseLine {
  const { document, nameOf, now } = facts;
  const item = releaseOf(row.progress);
  const { templateCode: code, templateDay: day } = row;
  const named = (personId: string) => ({ personId, name: nameOf(personId) });
  return {
    releaseId: row.id,
    title: row.title,
    document,
    state: item.state,
    releaseAt: item.releaseAt,
    isReleased: isReleased(item, now),
    releasedAt: item.state === 'released' ? item.releasedAt : null,
    releaser: named(row.releaserId),
    plannedBy: named(row.plannedBy),
    basis: row.basis,
    template: code === null || day === null ? null : { code, day },
    may: mayNow(row, item, facts),
  };
}

export async function listReleases(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<{ releases: ReleaseLine[] }>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitGeneral(eyes, actor, SEE);
    if (!admitted.ok) return admitted;
    const rows = await readers.releases.listReleases();
    const documentIds = rows.flatMap(({ documentId }) => documentId ?? []);
    const lines = await linesOf(eyes, actor, { action: 'see', documentIds });
    const nameOf = await namesOf(readers);
    const facts = { nameOf, me: admitted.value.personId, now: eyes.now };
    const releases = rows.flatMap((row) => {
      const document = row.documentId === null ? null : (lines.get(row.documentId) ?? null);
      if (row.documentId !== null && document === null) return [];
      return [releaseLine(row, { ...facts, document })];
    });
    return permit({ releases });
  });
}

/** The days of the calendar's own items: what was moved or released early counts from there. */
function knownDays(rows: readonly ReleaseItemRow[], day: string): Map<string, CalendarDate> {
  const known = new Map<string, CalendarDate>();
  for (const { templateCode, templateDay, progress } of rows) {
    const item = releaseOf(progress);
    if (templateCode === null || templateDay !== day || item.state === 'cancelled') continue;
    const moment = item.state === 'released' ? item.releasedAt : item.releaseAt;
    known.set(templateCode, dateInHanoi(moment));
  }
  return known;
}

export async function electionDays(
  { acts, clock, law }: Pick<Parts, 'acts' | 'clock' | 'law'>,
  actor: Actor,
  { day }: { readonly day: string },
): Promise<Outcome<{ days: ElectionDay[] }>> {
  const known = await acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, SEE);
    if (!admitted.ok) return admitted;
    return permit(knownDays(await readers.releases.listReleases(), day));
  });
  if (!known.ok) return known;
  const election = { day: day as CalendarDate, known: known.value };
  const dates = computeTemplate(law.electionCalendar, election);
  return permit({
    days: dates.map(({ releaseAt: _, articles, ...date }) => ({
      ...date,
      articles: [...articles],
    })),
  });
}

/** The days to come on which something is published, each an item with its releaser. */
export function planElection(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  { day, releaserId }: { readonly day: string; readonly releaserId: string },
): Promise<Outcome<{ planned: number }>> {
  const attempt = { verb: 'publication.plan-release' } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action: 'plan-release' });
    if (!admitted.ok) return admitted;
    const releaser = await world.mine.people.loadSubject(releaserId);
    if (releaser?.status !== 'active') {
      return refuse({ code: 'invalid-input', facts: { field: 'releaserId' } });
    }
    const known = await world.all.releases.listReleases();
    const rows = computeTemplate(law.electionCalendar, { day: day as CalendarDate })
      .filter(({ publishes, releaseAt }) => publishes && world.now < releaseAt)
      .filter(
        ({ code }) => !known.some((item) => item.templateCode === code && item.templateDay === day),
      )
      .map(({ code, vi, releaseAt }) => {
        const plan = { title: vi, releaseAt, releaserId, basis: '' };
        const template = { templateCode: code, templateDay: day };
        const plannedBy = admitted.value.personId;
        return itemRow(world, { documentId: null, plannedBy, plan: { ...plan, ...template } });
      });
    return permit({
      facts: { template: 'election', items: rows.length },
      rows: rows.map((row) => put('release_item', row)),
      value: { planned: rows.length },
    });
  });
}
