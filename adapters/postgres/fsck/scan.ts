/**
 * Reading a whole table in pieces inside the transaction of a check, by a cursor: flat memory for a
 * table of any length, and one snapshot for all of them.
 */
import type { PoolClient, QueryResultRow } from 'pg';

const PIECE = 1000;
let cursors = 0;

export async function* scan<Row extends QueryResultRow>(
  client: PoolClient,
  query: string,
): AsyncGenerator<Row> {
  cursors += 1;
  const cursor = `fsck_${cursors}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${query}`);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${PIECE} FROM ${cursor}`);
    yield* rows;
    if (rows.length < PIECE) break;
  }
  await client.query(`CLOSE ${cursor}`);
}
