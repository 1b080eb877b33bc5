/** Everything but set-up stands behind this: set up, signed in, then the frame and the screen. */
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { frontDoor, whoAmI } from '../../contract/identity.ts';
import { SetupScreen } from '../admin/setup-screen.tsx';
import { isRefusedWith } from '../api/api-error.ts';
import { useRead } from '../api/use-api.ts';
import { LoginScreen } from '../identity/login-screen.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { ErrorState, LoadingState, NotFoundState } from '../ui/state/whole-states.tsx';
import { Frame } from './frame.tsx';
import { type FrontDoor, SessionProvider } from './viewer.tsx';

/** How soon an open screen learns that the vault was sealed or the session ended. */
const REFETCH_MS = 20_000;

export function SignedIn() {
  const query = useRead(frontDoor, {}, { refetchMs: REFETCH_MS });
  return (
    <Loaded query={query}>
      {(door) => (door.isSetUp ? <Inside door={door} /> : <SetupScreen />)}
    </Loaded>
  );
}

function Inside({ door }: { readonly door: FrontDoor }) {
  const me = useRead(whoAmI, {}, { refetchMs: REFETCH_MS });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnMove();
  if (isRefusedWith(me.error, 'not-signed-in')) return <LoginScreen door={door} />;
  if (!me.data && me.error)
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <LoadingState />;
  return (
    <SessionProvider session={{ door, viewer: me.data }}>
      <Frame pathname={pathname}>
        <Outlet />
      </Frame>
    </SessionProvider>
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
