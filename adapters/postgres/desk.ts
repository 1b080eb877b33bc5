/** The desk of the press watch, from PostgreSQL. */
import type { QueryResultRow } from 'pg';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Handling } from '../../core/watch/holdings.ts';
import { HIDDEN_RANK, LEVEL_WEIGHTS, MOST_BITS, UNKNOWN_WEIGHT } from '../../core/watch/rank.ts';
import type {
  DeskReader,
  HandlingReader,
  KeptJudgement,
  QueueFilter,
  QueueLine,
  WordingReader,
} from '../../server/ports/desk/desk.ts';
import type {
  BaitRow,
  CopyVariantRow,
  MatchRow,
  VaultObjectRow,
  WordingJudgementRow,
  WordingListRow,
} from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';
import { MATCH, withArticles } from './watch.ts';

/** More than these of one story, or one document, tell nothing new. */
const MOST_OF_STORY = 500;

/**
 * What these eyes may read, as core/access has it: papers are asked of whoever watches at all. That
 * a document exists may be known where its words may not, so the policy alone would tell too much.
 */
const READABLE = `d.id = m.document_id AND (
  d.protected_until < (SELECT today()::text)
  OR d.id IN (SELECT granted_documents())
    AND (d.level IS NULL OR d.level = ANY ((SELECT my_levels())::text[])))`;

/** `rankOf` of core/watch; what these eyes may not read has one rank, whatever it is. */
const RANK = `CASE WHEN d.id IS NULL THEN ${HIDDEN_RANK} ELSE least(m.bits, ${MOST_BITS}) *
  CASE d.level WHEN 'tuyet-mat' THEN ${LEVEL_WEIGHTS['tuyet-mat']}
    WHEN 'toi-mat' THEN ${LEVEL_WEIGHTS['toi-mat']} ELSE ${UNKNOWN_WEIGHT} END END`;

/**
 * One line for each story: its match that comes first. Of what these eyes may not read, one line
 * for each article: neither its score, nor how many documents it touches, nor which articles repeat
 * the same may be told from the queue. The policy of `bait` hides every bait that they do not know.
 */
const QUEUE = `
  WITH ranked AS (
    SELECT m.id, a.captured_at AS came, d.id IS NULL AS hidden, ${RANK} AS rank,
      CASE WHEN d.id IS NULL THEN a.id ELSE m.story_id END AS line,
      d.id IS NOT NULL AND EXISTS (SELECT 1 FROM bait b WHERE b.document_id = d.id) AS bait
    FROM match m JOIN article a ON a.id = m.article_id LEFT JOIN document d ON ${READABLE}
    WHERE m.state = $1 AND (d.id IS NULL OR m.score >= $2) AND ($3::text IS NULL OR d.level = $3)
  ), first AS (
    SELECT DISTINCT ON (line) * FROM ranked
    ORDER BY line, bait DESC, rank DESC, came DESC, id DESC
  ), page AS (
    SELECT * FROM first
    WHERE $4::boolean IS NULL OR (bait, rank, came, id) < ($4, $5::integer,
      (SELECT a.captured_at FROM match m JOIN article a ON a.id = m.article_id WHERE m.id = $6),
      $6::uuid)
    ORDER BY bait DESC, rank DESC, came DESC, id DESC LIMIT $7
  )
  SELECT ${MATCH}, page.rank, page.bait, page.hidden, m.bits, told.* FROM page
  JOIN match m ON m.id = page.id
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS articles, count(DISTINCT a.source)::integer AS outlets,
      min(least(a.published_at, a.captured_at)) AS first_at
    FROM match s JOIN article a ON a.id = s.article_id
    WHERE CASE WHEN page.hidden THEN s.id = page.id ELSE s.story_id = page.line END
  ) told
  ORDER BY page.bait DESC, page.rank DESC, page.came DESC, page.id DESC`;

async function pageQueue(db: Queryable, filter: QueueFilter): Promise<readonly QueueLine[]> {
  const { state, minScore, level, after, limit } = filter;
  const place = [after?.bait ?? null, after?.rank ?? null, after?.id ?? null];
  const stored = await db.query(QUEUE, [state, minScore, level ?? null, ...place, limit]);
  const rows = stored.map(({ rank, bait, hidden, bits, articles, outlets, first_at, ...row }) => ({
    row,
    place: { bait, rank, id: row.id },
    more: { hidden, bits, articles, outlets, firstAt: first_at as Instant },
  }));
  const matches = await withArticles(
    db,
    rows.map(({ row }) => row),
  );
  const byId = new Map(matches.map((match) => [match.id, match]));
  return rows.flatMap(({ row, place: own, more }) => {
    const match = byId.get(row.id);
    return match ? [{ place: own, match, ...more }] : [];
  });
}

export function deskReader(db: Queryable): DeskReader {
  return {
    pageQueue: (filter) => pageQueue(db, filter),
    async loadStoryId(matchId) {
      const [stored] = await db.query('SELECT story_id FROM match WHERE id = $1', [matchId]);
      return (stored?.story_id as string | undefined) ?? null;
    },
    async listStory(storyId) {
      const stored = await db.query(
        `SELECT ${MATCH} FROM match m JOIN article a ON a.id = m.article_id WHERE m.story_id = $1
         ORDER BY least(a.published_at, a.captured_at), m.id LIMIT ${MOST_OF_STORY}`,
        [storyId],
      );
      return withArticles(db, stored);
    },
    async listTold(documentId) {
      const stored = await db.query(
        `SELECT ${MATCH}, m.story_id FROM match m WHERE m.document_id = $1
         ORDER BY m.found_at DESC, m.id LIMIT ${MOST_OF_STORY}`,
        [documentId],
      );
      return stored.map((row) => fromColumns<MatchRow & { storyId: string }>(row));
    },
    async listBaits(documentId) {
      const stored = await db.query(
        'SELECT * FROM bait WHERE $1::uuid IS NULL OR document_id = $1 ORDER BY told_at, id',
        [documentId ?? null],
      );
      return stored.map((row) => fromColumns<BaitRow>(row));
    },
  };
}

async function objectsById(
  db: Queryable,
  rows: readonly QueryResultRow[],
): Promise<ReadonlyMap<string, VaultObjectRow>> {
  const ids = rows.map(({ object_id }) => object_id as string);
  const stored = await db.query('SELECT * FROM vault_object WHERE id = ANY ($1)', [ids]);
  return new Map(stored.map((row) => [row.id, fromColumns<VaultObjectRow>(row)]));
}

export function wordingReader(db: Queryable): WordingReader {
  return {
    async listJudgements() {
      const stored = await db.query(
        `SELECT j.*, a.source FROM wording_judgement j JOIN article a ON a.id = j.article_id
         ORDER BY j.judged_at DESC, j.id`,
      );
      const objects = await objectsById(db, stored);
      return stored.map((row) => ({
        ...fromColumns<Omit<KeptJudgement, 'object'>>(row),
        object: objects.get(row.object_id) ?? null,
      }));
    },
    async loadJudgement(judgementId) {
      const query = 'SELECT * FROM wording_judgement WHERE id = $1';
      const [stored] = await db.query(query, [judgementId]);
      return stored ? fromColumns<WordingJudgementRow>(stored) : null;
    },
    async loadList() {
      const stored = await db.query('SELECT * FROM wording_list ORDER BY version DESC LIMIT 1');
      const object = (await objectsById(db, stored)).get(stored[0]?.object_id);
      return stored[0] && object ? { ...fromColumns<WordingListRow>(stored[0]), object } : null;
    },
    async listVersions() {
      const stored = await db.query('SELECT * FROM wording_list ORDER BY version DESC LIMIT 500');
      return stored.map((row) => fromColumns<WordingListRow>(row));
    },
  };
}

/** Acts that move a copy or show content; refused attempts moved nothing. */
const HANDLINGS = `
  SELECT e.verb, e.at, e.actor, entry -> 'subject' ->> 'person' AS receiver,
    (SELECT array_agg(r ->> 1 ORDER BY r ->> 1) FROM jsonb_array_elements(entry -> 'rows') AS r
      WHERE r ->> 0 = 'copy') AS copies
  FROM ledger_entry e
  CROSS JOIN LATERAL (SELECT convert_from(e.body, 'UTF8')::jsonb AS entry) AS read
  WHERE e.document_id = $1 AND e.at <= $2 AND NOT entry ? 'refused'
    AND e.verb IN ('registry.issue', 'registry.receive', 'transfer.hand-over', 'transfer.send',
      'transfer.return', 'vault.attach', 'access.read', 'copying.print')
  ORDER BY e.index`;

const isPerson = (actor: string): boolean => actor !== 'console' && actor !== 'clock';

export function handlingReader(db: Queryable): HandlingReader {
  return {
    async loadVariants(documentId) {
      const query = 'SELECT * FROM copy_variant WHERE document_id = $1 ORDER BY id';
      const stored = await db.query(query, [documentId]);
      const objects = await objectsById(db, stored);
      return stored.flatMap((row) => {
        const object = objects.get(row.object_id);
        return object ? [{ ...fromColumns<CopyVariantRow>(row), object }] : [];
      });
    },
    async listHandlings(documentId, until) {
      const stored = await db.query(HANDLINGS, [documentId, until]);
      return stored.map(({ verb, at, actor, receiver, copies }) => ({
        verb: verb as Handling['verb'],
        at,
        actorId: isPerson(actor) ? actor : null,
        copyIds: copies ?? [],
        toId: receiver,
      }));
    },
  };
}
