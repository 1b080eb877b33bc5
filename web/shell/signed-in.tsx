/** Everything but set-up stands behind this: set up, signed in, then the frame and the screen. */
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { session as sessionEndpoint } from '../../contract/identity.ts';
import { SetupScreen } from '../admin/setup-screen.tsx';
import { useRead } from '../api/use-api.ts';
import { LoginScreen } from '../identity/login-screen.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { NotFoundState } from '../ui/state/whole-states.tsx';
import { Frame } from './frame.tsx';
import { SessionProvider } from './viewer.tsx';

/** How soon an open screen learns that the vault was sealed or the session ended. */
const SESSION_REFETCH_MS = 20_000;

export function SignedIn() {
  const query = useRead(sessionEndpoint, {}, { refetchMs: SESSION_REFETCH_MS });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnMove();
  return (
    <Loaded query={query}>
      {(session) => {
        const { agency, viewer } = session;
        if (!agency) return <SetupScreen />;
        if (!viewer) return <LoginScreen session={session} />;
        return (
          <SessionProvider session={{ ...session, agency, viewer }}>
            <Frame pathname={pathname}>
              <Outlet />
            </Frame>
          </SessionProvider>
        );
      }}
    </Loaded>
  );
}

/** After a move the reading starts at the new heading, for eyes and screen readers alike. */
function useFocusOnMove(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return;
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
      }),
    [router],
  );
}

export function UnknownAddress() {
  return <NotFoundState />;
}
