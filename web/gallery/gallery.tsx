/** Every part of the kit on one page, with invented data and no server; not in the build. */
import '../shell/no-code-from-text.ts';
import '@mantine/core/styles.css';
import '../shell/fonts.ts';
import '../shell/theme.css';
import { createMemoryHistory, createRootRoute, createRouter } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { invariant } from '../../core/common/invariant.ts';
import { makeQueryClient } from '../api/use-api.ts';
import { App } from '../shell/app.tsx';
import { Frame } from '../shell/frame.tsx';
import { prepareDocument } from '../shell/prepare-document.ts';
import { SessionProvider } from '../shell/viewer.tsx';
import { GallerySpecimens } from './gallery-specimens.tsx';
import { inventedSession } from './invented.ts';

const router = createRouter({
  history: createMemoryHistory({ initialEntries: ['/documents'] }),
  routeTree: createRootRoute({
    component: () => (
      <SessionProvider session={inventedSession}>
        <Frame pathname="/documents">
          <GallerySpecimens />
        </Frame>
      </SessionProvider>
    ),
    notFoundComponent: () => null,
  }),
});

const root = document.getElementById('root');
invariant(root, 'gallery.html holds #root');
prepareDocument();
createRoot(root).render(<App queryClient={makeQueryClient()} router={router} />);
