/**
 * Bundles `cli/evidence/evidence-check.ts` into the one file that lies in every hand-over
 * package: readable, not minified, needing nothing but Node. A stale one fails the tests.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TARGET = fileURLToPath(new URL('../../adapters/bag/printed/check-mjs.txt', import.meta.url));
const NAME = 'package-checker';
const ENTRY = `\0${NAME}`;

const HEAD = `#!/usr/bin/env node
// Kiểm tra gói bàn giao này / checks this hand-over package: node check.mjs [--vkey KEY]
// Chỉ cần Node / needs nothing but Node. Bundled from cli/evidence/evidence-check.ts.
`;

const START = `
import { runEvidenceCheck } from '${ROOT}cli/evidence/evidence-check.ts';
process.exitCode = await runEvidenceCheck(process.argv.slice(2), process);
`;

const result = await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  plugins: [
    {
      name: 'start',
      enforce: 'pre',
      resolveId: (id: string) => (id.endsWith(NAME) ? ENTRY : null),
      load: (id: string) => (id === ENTRY ? START : null),
    },
  ],
  ssr: { noExternal: true },
  build: {
    ssr: true,
    write: false,
    minify: false,
    target: 'node20',
    rollupOptions: { input: NAME, output: { format: 'es' } },
  },
});
const [built] = Array.isArray(result) ? result : [result];
const outputs = built && 'output' in built ? built.output : [];
const [chunk] = outputs;
if (chunk?.type !== 'chunk' || outputs.length !== 1) throw new Error('the checker is not one file');
mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, HEAD + chunk.code);
