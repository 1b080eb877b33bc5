/** The web app as files that the server hands out; nothing in them points outside the host. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server writes a fresh nonce over this word in every index.html it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // A font inlined as data: would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // Chunks run before the entry that imports them: what must come first stands with the schemas.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'schemas', test: /no-code-from-text|node_modules.zod/ }],
        },
      },
    },
  },
  // Our own folder `api/` holds sources, which the development server must not pass on.
  server: { proxy: { '^/api/[^.]+$': 'http://127.0.0.1:8080' } },
});
