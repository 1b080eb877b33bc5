/**
 * Every address of the web app and the screen that stands there. To add one: a line in `screens`
 * below and, when people should find it, an entry in `shell/navigation.ts`.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { SignedIn, UnknownAddress } from './shell/signed-in.tsx';
import { ErrorState, LoadingState } from './ui/state/whole-states.tsx';

const root = createRootRoute();
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: SignedIn });

const screen = <const Path extends string>(path: Path) => ({ getParentRoute: () => frame, path });

const screens = [
  createRoute({
    ...screen('/'),
    component: lazyRouteComponent(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen'),
  }),
  createRoute({
    ...screen('/documents'),
    component: lazyRouteComponent(
      () => import('./document/documents-screen.tsx'),
      'DocumentsScreen',
    ),
  }),
  createRoute({
    ...screen('/documents/$documentId'),
    component: lazyRouteComponent(() => import('./document/document-screen.tsx'), 'DocumentScreen'),
  }),
  createRoute({
    ...screen('/documents/$documentId/revise'),
    component: lazyRouteComponent(
      () => import('./determination/revise-screen.tsx'),
      'ReviseScreen',
    ),
  }),
  createRoute({
    ...screen('/propose'),
    component: lazyRouteComponent(
      () => import('./determination/propose-screen.tsx'),
      'ProposeScreen',
    ),
  }),
  createRoute({
    ...screen('/decide'),
    component: lazyRouteComponent(
      () => import('./determination/decide-screen.tsx'),
      'DecideScreen',
    ),
  }),
  createRoute({
    ...screen('/decide/$documentId'),
    component: lazyRouteComponent(
      () => import('./determination/decide-one-screen.tsx'),
      'DecideOneScreen',
    ),
  }),
  createRoute({
    ...screen('/registers/out'),
    component: lazyRouteComponent(
      () => import('./registry/out-register-screen.tsx'),
      'OutRegisterScreen',
    ),
  }),
  createRoute({
    ...screen('/registers/in'),
    component: lazyRouteComponent(
      () => import('./registry/in-register-screen.tsx'),
      'InRegisterScreen',
    ),
  }),
  createRoute({
    ...screen('/registers/in/new'),
    component: lazyRouteComponent(() => import('./registry/receive-screen.tsx'), 'ReceiveScreen'),
  }),
  createRoute({
    ...screen('/leak-check'),
    component: lazyRouteComponent(
      () => import('./publication/leak-check-screen.tsx'),
      'LeakCheckScreen',
    ),
  }),
  createRoute({
    ...screen('/publications'),
    component: lazyRouteComponent(
      () => import('./publication/request/requests-screen.tsx'),
      'RequestsScreen',
    ),
  }),
  createRoute({
    ...screen('/publications/new'),
    component: lazyRouteComponent(
      () => import('./publication/request/new-request-screen.tsx'),
      'NewRequestScreen',
    ),
  }),
  createRoute({
    ...screen('/publications/records'),
    component: lazyRouteComponent(
      () => import('./publication/request/records-screen.tsx'),
      'RecordsScreen',
    ),
  }),
  createRoute({
    ...screen('/publications/$requestId'),
    component: lazyRouteComponent(
      () => import('./publication/request/request-screen.tsx'),
      'RequestScreen',
    ),
  }),
  createRoute({
    ...screen('/publications/$requestId/records/$recordId'),
    component: lazyRouteComponent(
      () => import('./publication/request/difference-screen.tsx'),
      'DifferenceScreen',
    ),
  }),
  createRoute({
    ...screen('/releases'),
    component: lazyRouteComponent(
      () => import('./publication/calendar/calendar-screen.tsx'),
      'CalendarScreen',
    ),
  }),
  createRoute({
    ...screen('/watch'),
    component: lazyRouteComponent(
      () => import('./watch/watch-queue-screen.tsx'),
      'WatchQueueScreen',
    ),
  }),
  createRoute({
    ...screen('/watch/intake'),
    component: lazyRouteComponent(() => import('./watch/intake/intake-screen.tsx'), 'IntakeScreen'),
  }),
  createRoute({
    ...screen('/watch/wordings'),
    component: lazyRouteComponent(
      () => import('./watch/wording/wording-screen.tsx'),
      'WordingScreen',
    ),
  }),
  createRoute({
    ...screen('/watch/lists'),
    component: lazyRouteComponent(() => import('./watch/lists/lists-screen.tsx'), 'ListsScreen'),
  }),
  createRoute({
    ...screen('/watch/$matchId'),
    component: lazyRouteComponent(() => import('./watch/match-screen.tsx'), 'MatchScreen'),
  }),
  createRoute({
    ...screen('/incidents'),
    component: lazyRouteComponent(
      () => import('./incident/incidents-screen.tsx'),
      'IncidentsScreen',
    ),
  }),
  createRoute({
    ...screen('/incidents/$incidentId'),
    component: lazyRouteComponent(() => import('./incident/incident-screen.tsx'), 'IncidentScreen'),
  }),
  createRoute({
    ...screen('/incidents/$incidentId/evidence'),
    component: lazyRouteComponent(() => import('./evidence/evidence-screen.tsx'), 'EvidenceScreen'),
  }),
  createRoute({
    ...screen('/people'),
    component: lazyRouteComponent(() => import('./people/people-screen.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    ...screen('/people/$personId'),
    component: lazyRouteComponent(() => import('./people/person-screen.tsx'), 'PersonScreen'),
  }),
  createRoute({
    ...screen('/password'),
    component: lazyRouteComponent(() => import('./identity/password-screen.tsx'), 'PasswordScreen'),
  }),
  createRoute({
    ...screen('/vault'),
    component: lazyRouteComponent(() => import('./vault/vault-screen.tsx'), 'VaultScreen'),
  }),
  createRoute({
    ...screen('/ledger'),
    component: lazyRouteComponent(() => import('./ledger/ledger-screen.tsx'), 'LedgerScreen'),
  }),
  createRoute({
    ...screen('/help'),
    component: lazyRouteComponent(() => import('./help/help-screen.tsx'), 'HelpScreen'),
  }),
  createRoute({ ...screen('$'), component: UnknownAddress }),
] as const;

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([frame.addChildren(screens)]),
    defaultPreload: 'intent',
    defaultNotFoundComponent: UnknownAddress,
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
