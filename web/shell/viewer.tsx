/** Who is at the screen and how the house stands, as every screen inside the frame may rely on. */
import { createContext, type ReactNode, use } from 'react';
import type { z } from 'zod';
import type { frontDoor, Me } from '../../contract/identity.ts';
import { invariant } from '../../core/common/invariant.ts';

export type FrontDoor = z.output<(typeof frontDoor)['response']>;
export type OpenSession = { readonly door: FrontDoor; readonly viewer: Me };

const SessionContext = createContext<OpenSession | null>(null);

type ProviderProps = { readonly session: OpenSession; readonly children: ReactNode };

export function SessionProvider({ session, children }: ProviderProps) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useOpenSession(): OpenSession {
  const session = use(SessionContext);
  invariant(session, 'this component stands inside the frame');
  return session;
}

/** The person at the screen: what to show first, never what is allowed. */
export const useViewer = (): Me => useOpenSession().viewer;
