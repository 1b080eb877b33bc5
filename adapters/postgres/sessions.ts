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
  };
}

export function createSignInBrake(pool: Pool): SignInBrake {
  return {
    async lockedUntil(login) {
      const { rows } = await pool.query<{ locked_until: Instant | null }>(
        'SELECT locked_until FROM sign_in_failure WHERE login = $1',
        [login],
      );
      return rows[0]?.locked_until ?? null;
    },
    async countFailure(login, { mostTries, lockUntil }) {
      await pool.query(
        `INSERT INTO sign_in_failure AS f (login, tries) VALUES ($1, 1)
         ON CONFLICT (login) DO UPDATE SET tries = f.tries + 1,
           locked_until = CASE WHEN f.tries + 1 >= $2 THEN $3::timestamptz END`,
        [login, mostTries, lockUntil],
      );
    },
    async reset(login) {
      await pool.query('DELETE FROM sign_in_failure WHERE login = $1', [login]);
    },
  };
}
