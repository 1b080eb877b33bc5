/**
 * Sessions as cookies: a random token that only the browser holds (the store keeps its hash), sent
 * by our own pages alone (SameSite=Strict), unreadable to scripts, ended after 15 idle minutes or
 * 12 hours (QCVN 12:2026/BCA, screen lock of software that handles important data).
 */
import type { FastifyReply } from 'fastify';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import { hashOfToken } from '../identity/token.ts';
import type { Parts } from '../ports/parts.ts';
import type { Session } from '../ports/sessions.ts';
import type { Caller, CookieChange } from './route.ts';

export const SESSION_COOKIE = 'niemphong';
export const IDLE_MS = 15 * 60_000;
const TOUCH_EVERY_MS = 30_000;

export type SessionDoor = {
  /** `isAttended`: a person asked, and not an open screen by itself. */
  callerOf(
    cookies: Readonly<Record<string, string | undefined>>,
    isAttended: boolean,
  ): Promise<Caller | null>;
  setCookie(reply: FastifyReply, change: CookieChange): void;
};

function endOf({ seenAt, expiresAt }: Session): Instant {
  const idleEnd = addMs(seenAt, IDLE_MS);
  return idleEnd < expiresAt ? idleEnd : expiresAt;
}

export function createSessionDoor({
  acts,
  sessions,
  clock,
}: Pick<Parts, 'acts' | 'sessions' | 'clock'>): SessionDoor {
  return {
    async callerOf(cookies, isAttended) {
      const tokenHash = hashOfToken(cookies[SESSION_COOKIE]);
      if (!tokenHash) return null;
      const session = await sessions.find(tokenHash);
      const now = clock.now();
      if (!session || endOf(session) <= now) return null;
      if (isAttended && addMs(session.seenAt, TOUCH_EVERY_MS) <= now) {
        await sessions.touch(tokenHash, now);
      }
      const sessionEndsAt = endOf(isAttended ? { ...session, seenAt: now } : session);
      const actor = { kind: 'person', personId: session.personId } as const;
      const standing = await acts.read(actor, async ({ people }) => ({
        credential: await people.loadCredential(session.personId),
        subject: await people.loadSubject(session.personId),
      }));
      // Who left since signing in is a stranger at once, whatever became of the session.
      if (standing.subject?.status !== 'active') return null;
      const mustChangePassword = standing.credential?.mustChange ?? false;
      return { actor, tokenHash, sessionEndsAt, mustChangePassword };
    },
    setCookie(reply, { token }) {
      const common = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
      if (token === null) reply.clearCookie(SESSION_COOKIE, common);
      else reply.setCookie(SESSION_COOKIE, token, common);
    },
  };
}
