/**
 * The database that is there anyway: full text search with a phrase query for each sentence of the
 * article, and trigram similarity. One row a sentence of the protected documents, folded alike.
 */
import type { PoolClient } from 'pg';
import { testDatabase } from '../../testkit/database.ts';
import type { Case } from '../match-case/case.ts';
import { joinNear, type Opened, type Rival, type Scored } from './rival.ts';

/** What is not answered by then is not judged. */
const MOST_MS = 100_000;
const LEAST_WORDS = 6;
const ROWS_AT_ONCE = 2000;
/** Sentences that lie so close belong to one passage. */
const NEAR = 200;

type Sentence = { readonly start: number; readonly end: number; readonly folded: string };

const FULL_TEXT = {
  title: 'PostgreSQL 18 full text, a phrase query a sentence',
  index: `CREATE INDEX ON held USING gin (to_tsvector('simple', folded))`,
  setup: [],
  query: `SELECT document, first, last, 1::float AS score FROM held
    WHERE to_tsvector('simple', folded) @@ phraseto_tsquery('simple', $1) LIMIT 5`,
  usual: 1,
  oneIn: 20,
};
const TRIGRAMS = {
  title: 'PostgreSQL 18 pg_trgm, sentences of similarity 0.5',
  index: 'CREATE INDEX ON held USING gin (folded gin_trgm_ops)',
  setup: ['CREATE EXTENSION pg_trgm', 'SET pg_trgm.similarity_threshold = 0.5'],
  query: `SELECT document, first, last, similarity(folded, $1) AS score FROM held
    WHERE folded % $1 LIMIT 5`,
  usual: 0.5,
  oneIn: 20,
};

type Kind = typeof FULL_TEXT | typeof TRIGRAMS;

export const POSTGRES_RIVALS: readonly Rival[] = [FULL_TEXT, TRIGRAMS].map((kind) => ({
  title: kind.title,
  thresholds: [kind.usual],
  usual: kind.usual,
  oneIn: kind.oneIn,
  byClock: true,
  open: (bench) => open(bench, kind),
}));

async function open(bench: Case, kind: Kind): Promise<Opened> {
  const cleaning: (() => Promise<void>)[] = [];
  const database = await testDatabase({ after: (clean) => void cleaning.push(clean) });
  const admin = await database.admin.connect();
  cleaning.unshift(async () => admin.release());
  await admin.query('SET statement_timeout = 0');
  for (const sql of kind.setup) await admin.query(sql);
  await admin.query('CREATE TABLE held (document int, first int, last int, folded text)');
  await insert(admin, bench);
  await admin.query(kind.index);
  await admin.query('VACUUM ANALYZE held');
  const size = await admin.query<{ bytes: string }>(
    `SELECT pg_total_relation_size('held') AS bytes`,
  );
  const names = bench.protected.map(({ id }) => id);
  const find = async (texts: readonly string[]): Promise<Scored[][]> => {
    const found: Scored[][] = [];
    const end = performance.now() + MOST_MS;
    for (const text of texts) {
      found.push(await search(admin, text, { names, kind }));
      if (performance.now() > end) break;
    }
    return found;
  };
  const close = async (): Promise<void> => {
    for (const clean of cleaning) await clean();
  };
  return { find, close, storedBytes: Number(size.rows[0]?.bytes ?? 0) };
}

async function insert(admin: PoolClient, bench: Case): Promise<void> {
  const rows = bench.protected.flatMap(({ text }, document) =>
    sentencesOf(text).map((sentence) => ({ document, ...sentence })),
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    await admin.query(
      'INSERT INTO held SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::text[])',
      [
        some.map(({ document }) => document),
        some.map(({ start }) => start),
        some.map(({ end }) => end),
        some.map(({ folded }) => folded),
      ],
    );
  }
}

type Found = { document: number; first: number; last: number; score: number };

async function search(
  admin: PoolClient,
  text: string,
  { names, kind }: { readonly names: readonly string[]; readonly kind: Kind },
): Promise<Scored[]> {
  const reports: Scored[] = [];
  for (const { start, end, folded } of sentencesOf(text)) {
    const { rows } = await admin.query<Found>(kind.query, [folded]);
    for (const { document, first, last, score } of rows) {
      const place = { articleStart: start, articleEnd: end, docStart: first, docEnd: last };
      reports.push({ docId: names[document] as string, score, ...place });
    }
  }
  return joinNear(reports, NEAR);
}

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { index, 0: sentence } of text.matchAll(/[^.;:\n]+/g)) {
    const folded = fold(sentence);
    if (folded.split(' ').length < LEAST_WORDS) continue;
    sentences.push({ start: index, end: index + sentence.length, folded });
  }
  return sentences;
}

function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
