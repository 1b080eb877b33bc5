/**
 * A file of public articles is taken in and compared (law art. 25.3; only inward, never outward).
 * One act per article: an import that was cut short is repeated with the same file, and what was
 * taken is skipped. The slow work stands outside the lane of acts.
 */
import type { Imported } from '../../contract/watch.ts';
import { type Outcome, permit, type Refused, refuse } from '../../core/common/refusal.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Actor } from '../ports/acts.ts';
import type { CapturedArticle } from '../ports/extractor.ts';
import type { Parts } from '../ports/parts.ts';
import { admitImport } from './admit-import.ts';
import { type HashedArticle, type TakeParts, takeArticle } from './take-article.ts';

type Input = { readonly fileName: string; readonly file: Uint8Array };
type ImportParts = TakeParts & Pick<Parts, 'extractor'>;

/** Their acts share a commit; while one waits for the disk another is compared. */
const TAKEN_AT_ONCE = 16;

/** A capture often holds one article several times. */
function firstOfEach(articles: readonly CapturedArticle[]): readonly HashedArticle[] {
  const byHash = new Map<string, HashedArticle>();
  for (const article of articles) {
    const hash = sha256(article.raw).toHex();
    if (!byHash.has(hash)) byHash.set(hash, { article, hash });
  }
  return [...byHash.values()];
}

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
  const admitted = await acts.read(actor, (readers) =>
    admitImport({ readers, now: clock.now() }, actor),
  );
  if (!admitted.ok) return refused(parts, actor, admitted);
  if (!compareIndex.isOpen()) return refused(parts, actor, refuse({ code: 'vault-sealed' }));
  const read = await extractor.readArticles(file, fileName);
  if (!read.ok) {
    const facts = { name: fileName, code: read.code };
    return refused(parts, actor, refuse({ code: 'article-unreadable', facts }));
  }
  const articles = firstOfEach(read.value);
  const counts = { matched: 0, unmatched: 0, duplicate: read.value.length - articles.length };
  for (let from = 0; from < articles.length; from += TAKEN_AT_ONCE) {
    const together = articles.slice(from, from + TAKEN_AT_ONCE);
    const all = await Promise.all(together.map((one) => takeArticle(parts, actor, one)));
    for (const taken of all) {
      if (!taken.ok) return taken;
      counts[taken.value] += 1;
    }
  }
  return permit({
    taken: counts.matched + counts.unmatched,
    matched: counts.matched,
    duplicates: counts.duplicate,
    rejected: read.rejected.map(({ name, code }) => ({ name, code })),
  });
}
