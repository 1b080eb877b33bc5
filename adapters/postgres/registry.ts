/** The two registers, from PostgreSQL. */
import type { RegistryReader } from '../../server/ports/readers.ts';
import type { RegisterLineRow } from '../../server/ports/rows.ts';
import { fromColumns } from './rows.ts';
import type { Queryable } from './scope.ts';

const PAGE = 500;

export function registryReader(db: Queryable): RegistryReader {
  const one = async (condition: string, value: string): Promise<RegisterLineRow | null> => {
    const [stored] = await db.query(`SELECT * FROM register_line WHERE ${condition}`, [value]);
    return stored ? fromColumns<RegisterLineRow>(stored) : null;
  };
  return {
    async nextNumber(register, year) {
      const [next] = await db.query<{ number: number }>('SELECT next_number($1, $2) AS number', [
        register,
        year,
      ]);
      return next?.number ?? 1;
    },
    async listLines({ register, year, below, limit }) {
      const stored = await db.query(
        `SELECT * FROM register_line WHERE register = $1 AND year = $2 AND number < $3
         ORDER BY number DESC LIMIT $4`,
        [register, year, below ?? 2_147_483_647, limit],
      );
      return stored.map((row) => fromColumns<RegisterLineRow>(row));
    },
    async *streamLines(register, year) {
      for (let after = 0; ; ) {
        const stored = await db.query<{ number: number }>(
          `SELECT * FROM register_line WHERE register = $1 AND year = $2 AND number > $3
           ORDER BY number LIMIT ${PAGE}`,
          [register, year, after],
        );
        for (const row of stored) yield fromColumns<RegisterLineRow>(row);
        const last = stored.at(-1);
        if (!last || stored.length < PAGE) return;
        after = last.number;
      }
    },
    loadLine: (lineId) => one('id = $1', lineId),
    loadLineOf: (documentId) =>
      one('document_id = $1 ORDER BY (voided IS NULL) DESC, year DESC, number DESC', documentId),
  };
}
