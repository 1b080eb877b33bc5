/**
 * What the rows must say of each other: numbers without a gap from 1 in every register and year,
 * every line with its document, documents and lines that agree, copies 1 to n all there.
 */
import type { PoolClient } from 'pg';
import type { FsckFinding } from '../../../core/act/fsck-finding.ts';
import { scan } from './scan.ts';

type Line = { readonly register: string; readonly year: number; readonly number: number };

/** The first number of each gap. A voided line keeps its number. */
const GAPS = `SELECT register, year, before + 1 AS number FROM (
    SELECT register, year, number,
      lag(number, 1, 0) OVER (PARTITION BY register, year ORDER BY number) AS before
    FROM register_line) AS numbered
  WHERE number <> before + 1 ORDER BY register, year, number`;

const WITHOUT_DOCUMENT = `SELECT l.register, l.year, l.number FROM register_line l
  WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.id = l.document_id)
  ORDER BY l.register, l.year, l.number`;

const STANDS = `(l.voided IS NULL OR l.voided = 'null'::jsonb)`;

/** The number that a document of ours was issued under is that of its line. */
const LINE_DIFFERS = `SELECT l.register, l.year, l.number
  FROM register_line l JOIN document d ON d.id = l.document_id
  WHERE l.register = 'out' AND ${STANDS} AND
    (d.protection -> 'issue' ->> 'number') IS DISTINCT FROM l.number::text
  ORDER BY l.register, l.year, l.number`;

/** When its number is voided an incoming document stays registered; ours can be renumbered. */
const REGISTERED_DIFFERS = `SELECT d.id FROM document d
  WHERE d.registered <> EXISTS (SELECT 1 FROM register_line l
    WHERE l.document_id = d.id AND (d.origin = 'incoming' OR ${STANDS}))
  ORDER BY d.id`;

const COPIES_INCOMPLETE = `SELECT document_id AS id FROM copy WHERE kind = 'original'
  GROUP BY document_id
  HAVING count(*) <> max(of_total) OR min(of_total) <> max(of_total)
    OR min(number) <> 1 OR max(number) <> count(*)
  UNION
  SELECT d.id FROM document d WHERE d.registered
    AND NOT EXISTS (SELECT 1 FROM copy c WHERE c.document_id = d.id)
  ORDER BY id`;

const LINES = [
  ['number-missing', GAPS],
  ['line-without-document', WITHOUT_DOCUMENT],
  ['line-differs', LINE_DIFFERS],
] as const;
const DOCUMENTS = [
  ['registered-differs', REGISTERED_DIFFERS],
  ['copies-incomplete', COPIES_INCOMPLETE],
] as const;

export async function* checkBooks(client: PoolClient): AsyncGenerator<FsckFinding> {
  for (const [what, query] of LINES) {
    for await (const line of scan<Line>(client, query)) yield { what, ...line };
  }
  for (const [what, query] of DOCUMENTS) {
    for await (const { id } of scan<{ id: string }>(client, query)) yield { what, document: id };
  }
}

export async function countBooks(client: PoolClient): Promise<{ lines: number; copies: number }> {
  const { rows } = await client.query<{ lines: number; copies: number }>(
    `SELECT (SELECT count(*) FROM register_line) AS lines, (SELECT count(*) FROM copy) AS copies`,
  );
  return rows[0] ?? { lines: 0, copies: 0 };
}
