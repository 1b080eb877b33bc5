/** Everything but set-up stands behind this: set up, signed in, then the frame and the screen. */
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { frontDoor, whoAmI } from '../../contract/identity.ts';
import { SetupScreen } from '../admin/setup-screen.tsx';
import { isRefusedWith } from '../api/api-error.ts';
import { useRead } from '../api/use-api.ts';
import { FirstPasswordScreen } from '../identity/first-password-screen.tsx';
import { LoginScreen } from '../identity/login-screen.tsx';
import { SessionEnd } from '../identity/session-end.tsx';
import { ErrorState, LoadingState, NotFoundState } from '../ui/state/whole-states.tsx';
import { Frame } from './frame.tsx';
import { type FrontDoor, SessionProvider } from './viewer.tsx';

/** How soon an open screen learns that the vault was sealed or the session ended. */
const REFETCH_MS = 20_000;

export function SignedIn() {
  const query = useRead(frontDoor, {}, { refetchMs: REFETCH_MS });
  // Once begun, the wizard stays until it leaves by itself: it shows shares that nobody keeps.
  const [settingUp, setSettingUp] = useState(false);
  if (!settingUp && query.data?.isSetUp === false) setSettingUp(true);
  if (settingUp) return <SetupScreen />;
  if (query.data) return <Inside door={query.data} />;
  if (!query.error) return <LoadingState />;
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}

function Inside({ door }: { readonly door: FrontDoor }) {
  const me = useRead(whoAmI, {}, { refetchMs: REFETCH_MS });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useFocusOnMove();
  useFreshPageAfter(me.data !== undefined, isRefusedWith(me.error, 'not-signed-in'));
  if (isRefusedWith(me.error, 'not-signed-in')) return <LoginScreen door={door} />;
  if (!me.data && me.error)
    return <ErrorState error={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <LoadingState />;
  if (me.data.mustChangePassword) return <FirstPasswordScreen />;
  return (
    <SessionProvider session={{ door, viewer: me.data }}>
      <Frame pathname={pathname}>
        <SessionEnd />
        <Outlet />
      </Frame>
    </SessionProvider>
  );
}

/** A session that ended leaves nothing in memory of what its person has read or typed. */
function useFreshPageAfter(wasIn: boolean, isOut: boolean): void {
  useEffect(() => {
    if (wasIn && isOut) globalThis.location.reload();
  }, [wasIn, isOut]);
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
