/** Entry of the web app. */
import './shell/no-code-from-text.ts';
import '@mantine/core/styles.css';
import './shell/fonts.ts';
import './shell/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '../core/common/invariant.ts';
import { watchAttention } from './api/attention.ts';
import { makeQueryClient } from './api/use-api.ts';
import { makeRouter } from './routes.tsx';
import { App } from './shell/app.tsx';
import { prepareDocument } from './shell/prepare-document.ts';

const root = document.getElementById('root');
invariant(root, 'index.html holds #root');

prepareDocument();
watchAttention(globalThis);
createRoot(root).render(
  <StrictMode>
    <App queryClient={makeQueryClient()} router={makeRouter()} />
  </StrictMode>,
);
