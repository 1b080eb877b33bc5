/**
 * What the collector visits, as its operator writes it down: a JSON file. It holds public addresses
 * and file paths and nothing else; there is no place in it for a word to look for.
 */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const address = z.url({ protocol: /^https?$/ });
const common = { name, silentAfterHours: z.number().positive().max(10_000).optional() };

const sourceSchema = z.discriminatedUnion('kind', [
  /** RSS or Atom. `items`: the text stands in the feed itself; no page is visited. */
  z.strictObject({
    ...common,
    kind: z.literal('feed'),
    url: address,
    take: z.enum(['pages', 'items']).default('pages'),
  }),
  /** A sitemap or an index of sitemaps. */
  z.strictObject({
    ...common,
    kind: z.literal('sitemap'),
    url: address,
    newerThanDays: z.number().positive().max(3_650).default(3),
  }),
  /** One page, taken again whenever its text changes. */
  z.strictObject({ ...common, kind: z.literal('page'), url: address }),
  /** A mailbox file that newsletters arrive in. */
  z.strictObject({ ...common, kind: z.literal('mbox'), path: z.string().min(1) }),
  /** `result.json` of a Telegram export. */
  z.strictObject({
    ...common,
    kind: z.literal('telegram'),
    path: z.string().min(1),
    channelUrl: address.optional(),
  }),
  /** Any other export: one `{ "text", "url"?, "title"?, "publishedAt"? }` a line. */
  z.strictObject({ ...common, kind: z.literal('jsonl'), path: z.string().min(1) }),
]);

export const configSchema = z.strictObject({
  /** Told to every site with each visit: who asks, and where to complain. */
  contact: z.string().min(3).max(200),
  sources: z.array(sourceSchema).min(1).max(5_000),
  limits: z
    .strictObject({
      pageBytes: z.number().int().min(1_000).max(50_000_000).default(10_000_000),
      pageSeconds: z.number().positive().max(600).default(60),
      pauseSeconds: z.number().nonnegative().max(600).default(3),
      pagesPerVisit: z.number().int().positive().max(10_000).default(200),
      /** PDF and Word files that pages link to, on their own site; 0 takes none. */
      documentsPerVisit: z.number().int().nonnegative().max(1_000).default(20),
      documentBytes: z.number().int().min(1_000).max(50_000_000).default(20_000_000),
    })
    .prefault({}),
  /** `address:port` of this machine's own trial servers; never needed for the public Internet. */
  trialAddresses: z.array(z.string()).default([]),
});

export type Config = z.output<typeof configSchema>;
export type Source = Config['sources'][number];
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>;

/** The message is in both languages. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Told = { readonly locale: { localeError: z.core.$ZodErrorMap }; readonly missing: string };

function explain(value: unknown): string {
  const told = ({ locale, missing }: Told): string[] => {
    const { error } = configSchema.safeParse(value, {
      error: (issue) => (issue.input === undefined ? missing : locale.localeError(issue)),
    });
    return (error?.issues ?? []).map(({ path, message }) => `${path.join('.') || '.'}: ${message}`);
  };
  const vi = told({ locale: z.locales.vi(), missing: 'Chưa có mục này' });
  const en = told({ locale: z.locales.en(), missing: 'This is missing' });
  return vi.map((line, at) => `${line} / ${en[at]?.replace(/^[^:]*: /, '') ?? ''}`).join('\n');
}

function assertNamesDiffer({ sources }: Config): void {
  const names = sources.map((source) => source.name);
  const twice = names.find((each, at) => names.indexOf(each) !== at);
  if (twice === undefined) return;
  throw new ConfigError(`Hai nguồn cùng tên "${twice}". / Two sources have the name "${twice}".`);
}

/** File paths in it count from the folder of the file. */
export function parseConfig(text: string, folder: string): Config {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw new ConfigError(`Tệp cấu hình không phải JSON. / It is no JSON. (${why})`);
  }
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) throw new ConfigError(explain(value));
  assertNamesDiffer(parsed.data);
  const sources = parsed.data.sources.map((source) =>
    'path' in source ? { ...source, path: resolve(folder, source.path) } : source,
  );
  return { ...parsed.data, sources };
}

export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`Không đọc được tệp ${path}. / The file cannot be read.`);
  }
  return parseConfig(text, dirname(resolve(path)));
}

export const EXAMPLE_CONFIG = `${JSON.stringify(
  {
    contact: 'https://co-quan.example/lien-he',
    sources: [
      { name: 'bao-vi-du', kind: 'feed', url: 'https://bao.example/rss/thoi-su.rss' },
      { name: 'cong-tin', kind: 'sitemap', url: 'https://cong-tin.example/sitemap.xml' },
      { name: 'ban-tin-thu', kind: 'mbox', path: 'ban-tin.mbox' },
    ],
  },
  null,
  2,
)}\n`;
