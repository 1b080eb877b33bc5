/** Sessions and the sign-in brake in PostgreSQL: the two tables the app may write directly. */
import type { Pool } from 'pg';
import type { Instant } from '../../core/common/calendar-date.ts';
import type { Session, Sessions, SignInBrake } from '../../server/ports/sessions.ts';
import { fromColumns } from './rows.ts';

export function createSessions(pool: Pool): Sessions {
  return {
    async find(tokenHash) {
      const { rows } = await pool.query(
        'SELECT person_id, seen_at, expires_at FROM session WHERE token_hash = $1',
        [tokenHash],
      );
      return rows[0] ? fromColumns<Session>(rows[0]) : null;
    },
    async create(tokenHash, { personId, seenAt, expiresAt }) {
      await pool.query('DELETE FROM session WHERE expires_at < $1', [seenAt]);
      await pool.query(
        `INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $3, $4)`,
        [tokenHash, personId, seenAt, expiresAt],
      );
    },
    async touch(tokenHash, seenAt) {
      await pool.query('UPDATE session SET seen_at = $2 WHERE token_hash = $1', [
        tokenHash,
        seenAt,
      ]);
    },
    async remove(tokenHash) {
      await pool.query('DELETE FROM session WHERE token_hash = $1', [tokenHash]);
    },
    async removeOthers(personId, keep) {
      await pool.query(
        'DELETE FROM session WHERE person_id = $1 AND token_hash IS DISTINCT FROM $2',
        [personId, keep],
      );
    },
  };
}

export function createSignInBrake(pool: Pool): SignInBrake {
  return {
    async take(key, { mostTries, now, lockUntil }) {
      const { rows } = await pool.query<{ tries: number; locked_until: Instant | null }>(
        `INSERT INTO sign_in_failure AS f (login, tries) VALUES ($1, 1)
         ON CONFLICT (login) DO UPDATE SET
           tries = CASE WHEN f.locked_until <= $3 THEN 1 ELSE f.tries + 1 END,
           locked_until = CASE
             WHEN f.locked_until <= $3 THEN NULL
             WHEN f.tries + 1 >= $2 THEN coalesce(f.locked_until, $4::timestamptz)
           END
         RETURNING tries, locked_until`,
        [key, mostTries, now, lockUntil],
      );
      const taken = rows[0];
      return taken && taken.tries > mostTries ? taken.locked_until : null;
    },
    async reset(key) {
      await pool.query('DELETE FROM sign_in_failure WHERE login = $1', [key]);
    },
  };
}
