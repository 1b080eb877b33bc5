/**
 * A parcel of public articles comes in: checked, compared, and kept as long as the agency says.
 * Its articles are acts of their own, so an intake that was cut short is repeated and skips what
 * was taken; the number counts as taken only when all of them were.
 */
import type { ParcelTaken } from '../../../contract/watch/intake.ts';
import type { Instant } from '../../../core/common/calendar-date.ts';
import type { Json } from '../../../core/common/canonical-json.ts';
import { type Outcome, permit, type Refused, refuse } from '../../../core/common/refusal.ts';
import { parcelName } from '../../../core/parcel/manifest.ts';
import type { Actor } from '../../ports/acts.ts';
import type { CapturedArticles } from '../../ports/extractor.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { admitImport } from '../admit-import.ts';
import { firstOfEach, type TakenCounts, takeAll } from '../take-all.ts';
import type { TakeParts } from '../take-article.ts';
import { judgeParcel, openContent, readBundle, type SealedParcel } from './open-parcel.ts';
import { destroyRaw, keepRaw, type RawObjects, rawRows, retentionDays } from './raw-texts.ts';

type Input = { readonly file: Uint8Array; readonly acceptGap: boolean };
type ParcelParts = TakeParts & Pick<Parts, 'extractor'>;

type Taking = {
  readonly parcel: SealedParcel;
  readonly acceptGap: boolean;
  readonly parcelId: string;
  readonly begunAt: Instant;
  readonly counts: TakenCounts;
  readonly rejected: number;
  readonly raw: RawObjects | null;
};

const NOTHING_KEPT = { rows: [], contentObjectId: null, textsObjectId: null };
const NOTHING: CapturedArticles = { ok: true, value: [], rejected: [] };

/** The attempt is on record, and nothing else. */
async function refused({ acts }: ParcelParts, actor: Actor, why: Refused): Promise<Refused> {
  await acts.perform(actor, { verb: 'watch.take-parcel' }, async () => why);
  return why;
}

async function checked(
  parts: ParcelParts,
  actor: Actor,
  { file, acceptGap }: Input,
): Promise<Outcome<{ parcel: SealedParcel; content: Uint8Array }>> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitImport({ readers, now: clock.now() }, actor),
  );
  if (!admitted.ok) return admitted;
  if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
  const parcel = readBundle(file);
  if (!parcel.ok) return parcel;
  const judged = await acts.read({ kind: 'clock' }, ({ intake }) =>
    judgeParcel(intake, parcel.value, acceptGap),
  );
  if (!judged.ok) return judged;
  const content = openContent(parcel.value);
  return content.ok ? permit({ parcel: parcel.value, content: content.value }) : content;
}

function enter({ acts }: ParcelParts, actor: Actor, taking: Taking): Promise<Outcome<ParcelTaken>> {
  const { parcel, acceptGap, counts, raw } = taking;
  const { number, madeAt, sources } = parcel.manifest;
  return acts.perform<ParcelTaken>(actor, { verb: 'watch.take-parcel' }, async (world) => {
    const admitted = await admitImport({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    // Another intake may have taken it while this one was comparing.
    const judged = await judgeParcel(world.all.intake, parcel, acceptGap);
    if (!judged.ok) return judged;
    const { collector, gap } = judged.value;
    const missing = gap ? gap.to - gap.from + 1 : 0;
    const { rows, ...objects } = raw ? rawRows(world, raw, 'warc') : NOTHING_KEPT;
    const taken = counts.matched + counts.unmatched;
    const row = put('taken_parcel', {
      id: taking.parcelId,
      collectorId: collector.id,
      number,
      manifestSha256: parcel.manifestSha256,
      madeAt,
      begunAt: taking.begunAt,
      takenAt: world.now,
      articles: taken,
      matched: counts.matched,
      missing,
      sources: sources as unknown as Json,
      ...objects,
    });
    return permit({
      facts: { collector: collector.id, number, missing, taken, matched: counts.matched },
      rows: [...rows, row],
      value: {
        collector: collector.name,
        number,
        missing,
        taken,
        matched: counts.matched,
        duplicates: counts.duplicate,
        rejected: taking.rejected,
      },
    });
  });
}

export async function takeParcel(
  parts: ParcelParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<ParcelTaken>> {
  const { acts, clock, extractor, randomness, store } = parts;
  const begunAt = clock.now();
  const opened = await checked(parts, actor, input);
  if (!opened.ok) return refused(parts, actor, opened);
  const { parcel, content } = opened.value;
  const name = `${parcelName(parcel.manifest)}.warc.gz`;
  const read = content.length === 0 ? NOTHING : await extractor.readArticles(content, name);
  if (!read.ok) {
    const facts = { name, code: read.code };
    return refused(parts, actor, refuse({ code: 'article-unreadable', facts }));
  }
  const taken = await takeAll(parts, actor, read.value);
  if (!taken.ok) return taken;
  const days = await acts.read({ kind: 'clock' }, ({ kept }) => retentionDays(kept));
  const parcelId = randomness.id();
  const articles = firstOfEach(read.value);
  const isKept = days > 0 && articles.length > 0;
  const raw = isKept
    ? await keepRaw(store, parcelId, { content, articles, cameAt: begunAt })
    : null;
  const done = await enter(parts, actor, {
    parcel,
    acceptGap: input.acceptGap,
    parcelId,
    begunAt,
    counts: taken.value,
    rejected: read.rejected.length,
    raw,
  });
  if (!done.ok && raw) await destroyRaw(store, raw);
  return done;
}
