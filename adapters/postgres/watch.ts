/** Public articles and matches, from PostgreSQL. */
import type { QueryResultRow } from 'pg';
import type { MatchFile, WatchReader } from '../../server/ports/readers.ts';
import type { ArticleRow, MatchRow, VaultObjectRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

export const MATCH = 'm.id, m.article_id, m.document_id, m.score, m.spans, m.verdict, m.found_at';
const ARTICLE = `a.id, a.source, a.url, a.title, a.published_at, a.captured_at, a.sha256,
  a.media_type, a.matched, a.raw_object_id, a.text_object_id`;

/** Of more articles the server's own estimate is told: counting them takes a second a million. */
const COUNTED_ONE_BY_ONE = 200_000;

const SELECT_MATCHES = `
  SELECT ${MATCH} FROM match m JOIN article a ON a.id = m.article_id`;

export async function withArticles(
  db: Queryable,
  stored: readonly QueryResultRow[],
): Promise<readonly MatchFile[]> {
  const ids = stored.map((row) => row.article_id as string);
  const articles = await db.query(`SELECT ${ARTICLE} FROM article a WHERE a.id = ANY ($1)`, [ids]);
  const byId = new Map(articles.map((row) => [row.id, fromColumns<ArticleRow>(row)]));
  return stored.flatMap((row) => {
    const found = byId.get(row.article_id);
    return found ? [{ ...fromColumns<MatchRow>(row), article: found }] : [];
  });
}

export function watchReader(db: Queryable): WatchReader {
  const article = async (condition: string, value: string): Promise<ArticleRow | null> => {
    const query = `SELECT ${ARTICLE} FROM article a WHERE ${condition}`;
    const [stored] = await db.query(query, [value]);
    return stored ? fromColumns<ArticleRow>(stored) : null;
  };
  return {
    findArticle: (sha256) => article('a.sha256 = $1', sha256),
    loadArticle: (articleId) => article('a.id = $1', articleId),
    async listMatches(filter) {
      const { state, articleId, documentId, minScore, level, limit } = filter;
      const stored = await db.query(
        `${SELECT_MATCHES}
         WHERE ($1::text IS NULL OR m.state = $1) AND ($2::uuid IS NULL OR m.article_id = $2)
           AND m.score >= $3
           AND ($4::text IS NULL OR m.document_id IN (SELECT id FROM document WHERE level = $4))
           AND ($6::uuid IS NULL OR m.document_id = $6)
         ORDER BY m.score DESC, m.found_at, m.id LIMIT $5`,
        [
          ...[state ?? null, articleId ?? null, minScore ?? 0],
          ...[level ?? null, limit, documentId ?? null],
        ],
      );
      return withArticles(db, stored);
    },
    async loadMatch(matchId) {
      const stored = await db.query(`${SELECT_MATCHES} WHERE m.id = $1`, [matchId]);
      return (await withArticles(db, stored))[0] ?? null;
    },
    async listDismissed(before, limit) {
      const stored = await db.query(
        `${SELECT_MATCHES}
         WHERE m.state = 'dismissed' AND m.verdict ->> 'at' < $1
           AND (m.verdict ->> 'reason' <> '' OR jsonb_array_length(m.spans -> 'passages') > 0)
         ORDER BY m.verdict ->> 'at' LIMIT $2`,
        [before, limit],
      );
      return withArticles(db, stored);
    },
    async countArticles() {
      const [counted] = await db.query<{ taken: number; matched: number }>(
        `SELECT (SELECT count(*) FROM article WHERE matched) AS matched,
           CASE WHEN c.reltuples > ${COUNTED_ONE_BY_ONE} THEN c.reltuples::bigint
             ELSE (SELECT count(*) FROM article) END AS taken
         FROM pg_class c
         WHERE c.oid = 'article'::regclass AND (is_system() OR is_watching())`,
      );
      return counted ?? { taken: 0, matched: 0 };
    },
    async loadArticleObject(objectId) {
      const [stored] = await db.query('SELECT * FROM vault_object WHERE id = $1', [objectId]);
      return stored ? fromColumns<VaultObjectRow>(stored) : null;
    },
  };
}
