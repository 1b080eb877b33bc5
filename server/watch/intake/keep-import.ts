/**
 * A file of articles that somebody brought in by hand is kept for searching back as a parcel is:
 * sealed, and for the agency's days only. Brought in again, the same file is kept neither twice nor
 * longer. An import that was cut short keeps nothing yet; its repetition does.
 */
import type { Instant } from '../../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { sha256 } from '../../../core/common/sha256.ts';
import type { Actor } from '../../ports/acts.ts';
import type { CapturedArticle } from '../../ports/extractor.ts';
import type { Parts } from '../../ports/parts.ts';
import { put } from '../../ports/rows.ts';
import { admitImport } from '../admit-import.ts';
import { firstOfEach } from '../take-all.ts';
import { destroyRaw, keepRaw, rawRows, retentionDays } from './raw-texts.ts';

type ImportedFile = {
  readonly file: Uint8Array;
  readonly articles: readonly CapturedArticle[];
  /** Before its articles were compared. */
  readonly begunAt: Instant;
};
type KeepParts = Pick<Parts, 'acts' | 'store' | 'randomness'>;

export async function keepImport(
  { acts, store, randomness }: KeepParts,
  actor: Actor,
  { file, articles: captured, begunAt }: ImportedFile,
): Promise<Outcome<null>> {
  const hash = sha256(file).toHex();
  const articles = firstOfEach(captured);
  const isWanted = await acts.read({ kind: 'clock' }, async ({ kept }) => {
    const days = await retentionDays(kept);
    return days > 0 && articles.length > 0 && (await kept.findImport(hash)) === null;
  });
  if (!isWanted) return permit(null);
  const id = randomness.id();
  const raw = await keepRaw(store, id, { content: file, articles, cameAt: begunAt });
  const done = await acts.perform<null>(actor, { verb: 'watch.keep-import' }, async (world) => {
    const admitted = await admitImport({ readers: world.mine, now: world.now }, actor);
    if (!admitted.ok) return admitted;
    if (await world.all.kept.findImport(hash)) return refuse({ code: 'already-done' });
    const { rows, ...objects } = rawRows(world, raw, 'articles');
    const facts = { articles: articles.length };
    const row = { id, sha256: hash, begunAt, takenAt: world.now, ...facts, ...objects };
    return permit({ facts, rows: [...rows, put('kept_import', row)], value: null });
  });
  if (!done.ok) await destroyRaw(store, raw);
  const isKept = !done.ok && done.refusals[0]?.code === 'already-done';
  return isKept ? permit(null) : done;
}
