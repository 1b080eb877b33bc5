/**
 * The house as data: which room may import what, the order inside core, the words, the sizes and
 * the calls that are kept out. `tools/tidy.test.ts` holds every file of the project to it.
 * To change a rule, change its row here and say why in `docs/decisions/`.
 */

/** Inside core each concept may use those before it. */
export const CORE_ORDER = [
  'common',
  'person',
  'level',
  'guide',
  'authority',
  'document',
  'copy',
  'numbering',
  'period',
  'access',
  'custody',
  'incident',
  'evidence',
  'publication',
  'watch',
  'act',
] as const;

/** Concepts of core that stand alone on `common`; nothing in the order above uses them. */
export const CORE_ALONE = ['ledger', 'vault', 'match', 'parcel', 'copy-mark'] as const;

/** The words that name a folder in every layer: a reader finds a verb by guessing. */
export const FEATURES = [
  'determination',
  'registry',
  'copying',
  'transfer',
  'access',
  'carryout',
  'provision',
  'meeting',
  'period',
  'destruction',
  'place',
  'inventory',
  'device',
  'incident',
  'publication',
  'watch',
  'evidence',
  'people',
  'directive',
  'inspection',
  'report',
  'vault',
  'ledger',
  'identity',
  'admin',
  'match',
  'inbox',
  'document',
] as const;

export type RoomName =
  | 'main'
  | 'compose'
  | 'core'
  | 'regimes'
  | 'contract'
  | 'server/ports'
  | 'server/http'
  | 'server/feature'
  | 'adapters'
  | 'web'
  | 'web/e2e'
  | 'cli'
  | 'collector'
  | 'testkit'
  | 'tools'
  | 'bench';

type Room = {
  readonly name: RoomName;
  readonly files: RegExp;
  /** Other rooms that its files may import. */
  readonly imports: readonly RoomName[] | 'all';
  /** Rooms whose types it may name; nothing of them runs. */
  readonly typeImports?: readonly RoomName[];
  /** Further rooms for its test files: real parts instead of stand-ins. */
  readonly testImports: readonly RoomName[];
  /** Which files of the same room may be imported. */
  readonly within: 'room' | 'own-folder' | 'core-order' | 'own-feature';
  /** Node's own modules (`node:*`): a pure room has none. Test files always may. */
  readonly node: boolean;
};

const REAL_PARTS: readonly RoomName[] = [
  'core',
  'regimes',
  'contract',
  'server/ports',
  'server/feature',
  'server/http',
  'adapters',
  'compose',
  'collector',
  'testkit',
];

/** The first row whose pattern fits a file is its room; a file of no room is refused. */
export const ROOMS: readonly Room[] = [
  // The programs. Nothing imports them (`room-rules.ts`).
  {
    name: 'main',
    files: /^(server|cli|web|collector)\/main\.tsx?$|^cli\/niemphong\.mjs$/,
    imports: 'all',
    testImports: [],
    within: 'room',
    node: true,
  },
  // Puts the parts together for the programs: the only room that knows every adapter.
  {
    name: 'compose',
    files: /^compose\//,
    imports: [
      'core',
      'regimes',
      'contract',
      'server/ports',
      'server/http',
      'server/feature',
      'adapters',
    ],
    testImports: REAL_PARTS,
    within: 'room',
    node: true,
  },
  {
    name: 'core',
    files: /^core\/[^/]+\//,
    imports: [],
    testImports: ['regimes', 'testkit'],
    within: 'core-order',
    node: false,
  },
  {
    name: 'regimes',
    files: /^regimes\//,
    imports: ['core'],
    testImports: ['testkit'],
    within: 'own-folder',
    node: false,
  },
  {
    name: 'contract',
    files: /^contract\//,
    imports: ['core'],
    testImports: ['testkit'],
    within: 'room',
    node: false,
  },
  {
    name: 'server/ports',
    files: /^server\/ports\//,
    imports: ['core'],
    typeImports: ['regimes'],
    testImports: ['testkit'],
    within: 'room',
    node: false,
  },
  {
    name: 'server/http',
    files: /^server\/(http|jobs)\//,
    imports: ['core', 'contract', 'server/ports', 'server/feature'],
    typeImports: ['regimes'],
    testImports: REAL_PARTS,
    within: 'own-folder',
    node: true,
  },
  {
    name: 'server/feature',
    files: /^server\/[^/]+\//,
    imports: ['core', 'contract', 'server/ports'],
    typeImports: ['regimes'],
    testImports: REAL_PARTS,
    within: 'own-folder',
    node: true,
  },
  {
    name: 'adapters',
    files: /^adapters\/[^/]+\//,
    imports: ['core', 'server/ports'],
    testImports: ['regimes', 'testkit'],
    within: 'own-folder',
    node: true,
  },
  {
    name: 'web/e2e',
    files: /^web\/e2e\//,
    imports: [...REAL_PARTS, 'web'],
    testImports: [],
    within: 'room',
    node: true,
  },
  {
    name: 'web',
    files: /^web\//,
    imports: ['core', 'contract'],
    testImports: REAL_PARTS,
    within: 'own-feature',
    node: false,
  },
  {
    name: 'cli',
    files: /^cli\//,
    imports: ['core', 'contract'],
    testImports: REAL_PARTS,
    within: 'room',
    node: true,
  },
  // A program of its own for a connected machine; `collector-rules.test.ts` holds it to
  // `core/common` and `core/parcel`: nothing of it can know a protected document.
  {
    name: 'collector',
    files: /^collector\//,
    imports: ['core'],
    testImports: REAL_PARTS,
    within: 'room',
    node: true,
  },
  {
    name: 'testkit',
    files: /^testkit\//,
    imports: REAL_PARTS,
    testImports: [],
    within: 'room',
    node: true,
  },
  { name: 'tools', files: /^tools\//, imports: 'all', testImports: [], within: 'room', node: true },
  { name: 'bench', files: /^bench\//, imports: 'all', testImports: [], within: 'room', node: true },
];

/** Folders of `server/` and `web/` that are no feature. Those in `WEB_WHOLE` see all features. */
export const SERVER_FOLDERS = ['ports', 'http', 'jobs'] as const;
export const WEB_FOLDERS = [
  'ui',
  'api',
  'text',
  'help',
  'shell',
  'app',
  'routes',
  'gallery',
  'e2e',
] as const;
export const WEB_WHOLE = ['shell', 'app', 'routes', 'gallery'] as const;

export const SIZES = {
  functionLines: 70,
  fileLines: 400,
  lineColumns: 100,
  folderFiles: 20,
  parameters: 3,
  portMethods: 7,
} as const;

type Exemption = { readonly path: string; readonly because: string };

/** Files that may be longer than the limit. A path ending in `/` stands for a whole folder. */
export const LONG_FILES: readonly Exemption[] = [
  { path: 'package-lock.json', because: 'written by npm' },
  { path: 'vectors/', because: 'test vectors' },
  { path: 'docs/printed/', because: 'printed from the tables' },
  { path: 'contract/text/refusal-text-vi.ts', because: 'a table: one text for each refusal' },
  { path: 'contract/text/refusal-text-en.ts', because: 'a table: one text for each refusal' },
  { path: 'adapters/bag/printed/', because: 'bundled from the checker' },
  { path: 'migrations/schema.txt', because: 'printed from the database' },
];

/** Functions that may be longer than the limit, as `path#name`. */
export const LONG_FUNCTIONS: readonly Exemption[] = [];

/** Functions that may take more parameters than the limit, as `path#name`. */
export const MANY_PARAMETERS: readonly Exemption[] = [];

/** Folders that may hold more files than the limit. */
export const WIDE_FOLDERS: readonly Exemption[] = [
  { path: 'migrations', because: 'one numbered file for each change of the schema' },
  { path: 'docs/decisions', because: 'one numbered file for each decision' },
];

/** Words that say nothing about what a file holds, when it ends in one. */
export const EMPTY_NAMES = [
  'util',
  'utils',
  'helper',
  'helpers',
  'misc',
  'manager',
  'service',
  'services',
  'data',
  'info',
] as const;

/** A default export stands only where a tool demands one. */
export const DEFAULT_EXPORTS: readonly Exemption[] = [
  { path: 'web/vite.config.ts', because: 'Vite reads it' },
  { path: 'web/css.d.ts', because: 'the shape of what Vite gives for a style sheet' },
  { path: 'tools/test-report.ts', because: 'node --test reads a reporter so' },
];

type CallRule = {
  /** Matches a dotted name as the scanner writes it: `Date.now`, `fetch`, `new Date()`. */
  readonly call: RegExp;
  readonly because: string;
  /** Where the call is kept out, and which files there may use it all the same. */
  readonly where: RegExp;
  readonly but?: RegExp;
};

const ANYWHERE = /^(core|regimes|contract|server|adapters|compose|web|cli|collector)\//;
const PURE = /^(core|regimes|contract|server\/ports)\//;
const CLOCKS = /^(adapters\/clock\/|web\/text\/moment\.ts$|cli\/clock\.ts$|collector\/clock\.ts$)/;
/** Tries every forbidden way out of the extraction process, to show that each is closed. */
export const PROBE = /^adapters\/extract\/worker\/probe-main\.ts$/;
const MAIN_FILES = /(^|\/)([\w-]+-)?main\.tsx?$/;

/** Test files are free of these; they start servers, read clocks and print. */
export const CALL_RULES: readonly CallRule[] = [
  {
    call: /^(Date\.now|new Date\(\)|Temporal\.Now\b.*)$/,
    because: 'the clock is a port (adapters/clock)',
    where: ANYWHERE,
    but: CLOCKS,
  },
  {
    call: /^(performance\.\w+|setTimeout|setInterval|queueMicrotask)$/,
    because: 'a pure room has no time',
    where: PURE,
  },
  { call: /^Math\.random$/, because: 'it can be guessed', where: ANYWHERE },
  {
    call: /^(\w+\.)?(randomUUID|randomBytes|randomInt|getRandomValues)$/,
    because: 'randomness and ids are a port',
    where: /^(core|regimes|contract|server|web)\//,
    // The nonce of a page's content policy is no fact of the house; a suggested password is none
    // before somebody sends it.
    but: /^(server\/http\/|web\/ui\/field\/password-suggestion\.ts$)/,
  },
  {
    call: /^(fetch|new (WebSocket|EventSource|XMLHttpRequest)\(.*\))$/,
    because: 'nothing here calls out; the browser asks its own server in web/api',
    where: ANYWHERE,
    but: new RegExp(`^web/api/|${PROBE.source}`),
  },
  {
    call: /^(process|Deno|Bun)\b.*$/,
    because: 'the process belongs to the program, not to a rule',
    where: PURE,
  },
  {
    call: /^process\.(env|exit|exitCode|argv)\b.*$/,
    because: 'settings are read once, by main.ts; a child process has its own',
    where: /^(server|adapters)\//,
    but: new RegExp(`${MAIN_FILES.source}|^adapters/(postgres/server|extract/worker)/`),
  },
  {
    call: /^console\.\w+$/,
    because: 'a program speaks through its main file or its log port',
    where: /^(core|regimes|contract|server|adapters|compose|web)\//,
    but: MAIN_FILES,
  },
  {
    call: /^(eval|new Function\(.*\))$/,
    because: 'text never becomes code',
    where: /./,
    but: PROBE,
  },
];
