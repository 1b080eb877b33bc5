/**
 * A file of public articles is taken in and compared (law art. 25.3; only inward, never outward).
 * One act per article: an import that was cut short is repeated with the same file, and what was
 * taken is skipped. The slow work stands outside the lane of acts.
 */
import type { Imported } from '../../contract/watch/watch.ts';
import { type Outcome, permit, type Refused, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { Parts } from '../ports/parts.ts';
import { admitImport } from './admit-import.ts';
import { keepImport } from './intake/keep-import.ts';
import { takeAll } from './take-all.ts';
import type { TakeParts } from './take-article.ts';

type Input = { readonly fileName: string; readonly file: Uint8Array };
type ImportParts = TakeParts & Pick<Parts, 'extractor'>;

/** The attempt is on record, and nothing else. */
async function refused({ acts }: ImportParts, actor: Actor, why: Refused): Promise<Refused> {
  await acts.perform(actor, { verb: 'watch.import' }, async () => why);
  return why;
}

export async function importArticles(
  parts: ImportParts,
  actor: Actor,
  { fileName, file }: Input,
): Promise<Outcome<Imported>> {
  const { acts, clock, compareIndex, extractor } = parts;
  const begunAt = clock.now();
  const admitted = await acts.read(actor, (readers) =>
    admitImport({ readers, now: begunAt }, actor),
  );
  if (!admitted.ok) return refused(parts, actor, admitted);
  if (!compareIndex.isOpen()) return refused(parts, actor, refuse({ code: 'vault-sealed' }));
  const read = await extractor.readArticles(file, fileName);
  if (!read.ok) {
    const facts = { name: fileName, code: read.code };
    return refused(parts, actor, refuse({ code: 'article-unreadable', facts }));
  }
  // Unsigned, so nobody vouches for a moment of capture but whoever brings it in now.
  const articles = read.value.map((article) => ({ ...article, capturedAt: null }));
  const all = await takeAll(parts, actor, articles);
  if (!all.ok) return all;
  const kept = await keepImport(parts, actor, { file, articles, begunAt });
  if (!kept.ok) return kept;
  const counts = all.value;
  return permit({
    taken: counts.matched + counts.unmatched,
    matched: counts.matched,
    duplicates: counts.duplicate,
    rejected: read.rejected.map(({ name, code }) => ({ name, code })),
  });
}
