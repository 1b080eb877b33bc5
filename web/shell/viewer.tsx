/** The session as every screen inside the frame may rely on: signed in, agency set up. */
import { createContext, type ReactNode, use } from 'react';
import type { Session, Viewer } from '../../contract/identity.ts';
import { invariant } from '../../core/common/invariant.ts';

export type OpenSession = Session & {
  readonly viewer: Viewer;
  readonly agency: NonNullable<Session['agency']>;
};

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

export const useViewer = (): Viewer => useOpenSession().viewer;
