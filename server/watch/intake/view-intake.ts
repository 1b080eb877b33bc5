/**
 * How the intake stands: collectors, their sources, what is kept. How many documents wait to be
 * searched back is not told: it would count those that the person may not know of.
 */
import type { CollectorView, IntakeView, SourceView } from '../../../contract/watch/intake.ts';
import type { Instant } from '../../../core/common/calendar-date.ts';
import { type Outcome, permit } from '../../../core/common/refusal.ts';
import type { SourceHealth } from '../../../core/parcel/manifest.ts';
import { isQuiet } from '../../../core/parcel/quiet.ts';
import type { Actor } from '../../ports/acts.ts';
import { admitGeneral, type Eyes } from '../../ports/gate.ts';
import type { CollectorRow, TakenParcelRow } from '../../ports/intake/intake.ts';
import type { Parts } from '../../ports/parts.ts';
import type { Readers } from '../../ports/readers.ts';
import { retentionDays } from './raw-texts.ts';

const PARCELS_LOOKED_AT = 20;
/** What needs somebody comes first. */
const URGENCY = ['silent', 'failing', 'new', 'good'] as const;

function sourcesOf(parcel: TakenParcelRow | undefined): SourceView[] {
  if (!parcel) return [];
  const sources = parcel.sources as unknown as SourceHealth[]; // Parsed when the parcel came.
  return sources
    .map((each) => ({ ...each }))
    .sort(
      (one, other) =>
        URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state) ||
        one.name.localeCompare(other.name),
    );
}

async function collectorView(
  { intake }: Readers,
  collector: CollectorRow,
  now: Instant,
): Promise<CollectorView> {
  const parcels = await intake.listParcels(collector.id, PARCELS_LOOKED_AT);
  const [last] = parcels;
  const madeAt = parcels.map((parcel) => parcel.madeAt);
  return {
    collectorId: collector.id,
    name: collector.name,
    key: collector.keySha256.slice(0, 16),
    registeredAt: collector.registeredAt,
    withdrawnAt: collector.withdrawnAt,
    last: last
      ? {
          number: last.number,
          madeAt: last.madeAt,
          takenAt: last.takenAt,
          articles: last.articles,
          matched: last.matched,
        }
      : null,
    quiet: collector.withdrawnAt === null && isQuiet(madeAt, now),
    sources: sourcesOf(last),
  };
}

/** Watch officers and whoever answers for keys or retention. */
async function admitView(eyes: Eyes, actor: Actor): Promise<Outcome<unknown>> {
  const watching = await admitGeneral(eyes, actor, { action: 'watch' });
  if (watching.ok) return watching;
  for (const action of ['manage-collectors', 'set-retention'] as const) {
    const admitted = await admitGeneral(eyes, actor, { action });
    if (admitted.ok) return admitted;
  }
  return watching;
}

export async function viewIntake(
  { acts, clock }: Pick<Parts, 'acts' | 'clock'>,
  actor: Actor,
): Promise<Outcome<IntakeView>> {
  const now = clock.now();
  return acts.read(actor, async (readers) => {
    const admitted = await admitView({ readers, now }, actor);
    if (!admitted.ok) return admitted;
    const { intake } = readers;
    const collectors: CollectorView[] = [];
    for (const collector of await intake.listCollectors()) {
      collectors.push(await collectorView(readers, collector, now));
    }
    const kept = await readers.kept.listKept();
    const parcels = kept.filter(({ from }) => from === 'parcel').length;
    const articles = kept.reduce((sum, { row }) => sum + row.articles, 0);
    const since = kept[0]?.row.takenAt ?? null;
    return permit({
      collectors,
      retentionDays: await retentionDays(readers.kept),
      kept: { parcels, imports: kept.length - parcels, articles, since },
    });
  });
}
