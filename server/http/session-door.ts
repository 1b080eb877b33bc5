/**
 * Sessions as cookies: a random token that only the browser holds (the store keeps its hash), sent
 * by our own pages alone (SameSite=Strict), unreadable to scripts, ended after 15 idle minutes or
 * 12 hours (QCVN 12:2026/BCA, screen lock of software that handles important data).
 */
import type { FastifyReply } from 'fastify';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import { sha256 } from '../../core/common/sha256.ts';
import type { Clock, Randomness } from '../ports/clock.ts';
import type { Session, Sessions } from '../ports/sessions.ts';
import type { Caller, CookieChange } from './route.ts';

export const SESSION_COOKIE = 'niemphong';
export const IDLE_MS = 15 * 60_000;
export const LONGEST_MS = 12 * 3_600_000;
const TOUCH_EVERY_MS = 30_000;
const TOKEN_BYTES = 32;

export type SessionDoor = {
  callerOf(cookies: Readonly<Record<string, string | undefined>>): Promise<Caller | null>;
  setCookie(reply: FastifyReply, change: CookieChange): void;
};

/** For the verb that signs in: a token for the cookie, its hash for the store. */
export function newToken(randomness: Randomness): { token: string; tokenHash: Uint8Array } {
  const bytes = randomness.bytes(TOKEN_BYTES);
  return { token: bytes.toBase64({ alphabet: 'base64url' }), tokenHash: sha256(bytes) };
}

function hashOf(token: string | undefined): Uint8Array | null {
  if (!token || !/^[\w-]{43}=?$/.test(token)) return null;
  try {
    return sha256(Uint8Array.fromBase64(token, { alphabet: 'base64url' }));
  } catch {
    // attacker-controlled: a cookie that is no token is no session.
    return null;
  }
}

const isOver = (session: Session, now: Instant): boolean =>
  session.expiresAt <= now || addMs(session.seenAt, IDLE_MS) <= now;

export function createSessionDoor(sessions: Sessions, clock: Clock): SessionDoor {
  return {
    async callerOf(cookies) {
      const tokenHash = hashOf(cookies[SESSION_COOKIE]);
      if (!tokenHash) return null;
      const session = await sessions.find(tokenHash);
      const now = clock.now();
      if (!session || isOver(session, now)) return null;
      if (addMs(session.seenAt, TOUCH_EVERY_MS) <= now) await sessions.touch(tokenHash, now);
      return { actor: { kind: 'person', personId: session.personId }, tokenHash };
    },
    setCookie(reply, { token }) {
      const common = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
      if (token === null) reply.clearCookie(SESSION_COOKIE, common);
      else reply.setCookie(SESSION_COOKIE, token, common);
    },
  };
}
