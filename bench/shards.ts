/**
 * The whole way of a text through matcher processes: filling them from texts and from images over
 * their line, articles a second, and what each costs in processor time, beside one process that
 * holds all documents in the same run. Documents are made up from ordinary wording.
 * `node bench/shards.ts [documents] [shards]`
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { systemRandomness } from '../adapters/clock/system.ts';
import { createCompareIndex } from '../adapters/compare-index/in-memory.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import { openHouseShards } from '../compose/shards/house-shards.ts';
import { invariant } from '../core/common/invariant.ts';
import type { CompareIndex, StoredText, TextSource } from '../server/ports/compare-index.ts';
import { testDatabase } from '../testkit/database.ts';
import { until } from '../testkit/process-tree.ts';
import { type MatcherProcess, startMatcherProcess } from '../testkit/shards/matcher-process.ts';
import { startNats, WITHOUT_NATS } from '../testkit/shards/nats-server.ts';
import { DATA_FOLDER, hasCorpus, loadLines, type Text } from './match-case/corpus.ts';
import { madeDocuments } from './match-case/made-documents.ts';

const documents = Number(process.argv[2] ?? 10_000);
const shards = Number(process.argv[3] ?? 2);
const DOCUMENT_BYTES = 4_150;
const ARTICLE_CHARACTERS = 3_000;
const ARTICLES = 2_000;
const IN_FLIGHT = 256;
const TICKS_A_SECOND = 100;

const cleaning: (() => Promise<void>)[] = [];
const life = { after: (clean: () => Promise<void>) => void cleaning.unshift(clean) };

type Source = TextSource<StoredText> & { readonly bytes: number };

function madeSource(texts: readonly Text[]): Source {
  const made = madeDocuments(texts, DOCUMENT_BYTES);
  const byId = new Map<string, string>();
  let bytes = 0;
  for (let number = 0; number < documents; number += 1) {
    const { text } = made.make(number);
    bytes += Buffer.byteLength(text);
    byId.set(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, text);
  }
  return {
    bytes,
    async *list() {
      for (const documentId of byId.keys())
        yield { documentId, objectName: documentId, level: 'mat' };
    },
    listPublic: async () => ({ version: 0, texts: [] }),
    load: async ({ documentId }) => byId.get(documentId) ?? null,
    report: (reason) => console.log(String(reason)),
  };
}

function articlesOf(texts: readonly Text[]): string[] {
  const all = texts.map(({ text }) => text).join('\n');
  return Array.from({ length: ARTICLES }, (_, at) =>
    all.slice(at * ARTICLE_CHARACTERS, (at + 1) * ARTICLE_CHARACTERS),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1_000;
}

/** Processor seconds of a process since its start. */
function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}

function residentMb(pid: number): number {
  const [, kib] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kib) / 1_024;
}

async function askAll(index: CompareIndex, articles: readonly string[]): Promise<void> {
  const waiting = [...articles];
  const ask = async (): Promise<void> => {
    for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) await index.find(text);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, ask));
}

const row = (what: string, figure: number, unit: string): void =>
  console.log(`${what.padEnd(56)} ${figure.toPrecision(3).padStart(8)} ${unit}`);

async function measureOne(source: Source, articles: readonly string[]): Promise<void> {
  const index = createCompareIndex({ salt: () => 7 });
  index.open();
  const begin = process.cpuUsage().user;
  await index.fill(source);
  const filled = (process.cpuUsage().user - begin) / 1e6;
  row('one process: filled from texts', source.bytes / 1e6 / filled, 'MB a processor second');
  await askAll(index, articles.slice(0, 100));
  const from = process.cpuUsage().user;
  await askAll(index, articles);
  const found = (process.cpuUsage().user - from) / 1e6;
  row('one process: an article', (found / ARTICLES) * 1e3, 'ms of a core');
  index.close();
}

async function measureShards(
  engine: string,
  { source, articles, nats }: { source: Source; articles: readonly string[]; nats: string | null },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-shards-'));
  const database = await testDatabase(life, { durable: true });
  const vault = await openVault({ folder: join(folder, 'vault'), now: () => 0 });
  const house = await openHouseShards({
    settings: { shards, nats, door: null },
    dataFolder: folder,
    database: { app: database.appConfig, owner: database.adminConfig },
    vault,
    randomness: systemRandomness,
    report: (thrown) => console.log(String(thrown)),
    limits: { matchersWithinMs: 120_000 },
  });
  const { index } = house;
  vault.seal.onChange((state) => (state === 'open' ? index.open() : index.close()));
  const made = await vault.seal.initialise({ threshold: 1, shares: 1 });
  invariant(made.ok && made.value[0], 'a new vault has a share');
  const [share] = made.value;
  const matchers = Array.from(
    { length: shards },
    (): MatcherProcess => startMatcherProcess(life, { dataFolder: folder }),
  );
  const open = async (): Promise<number> => {
    await Promise.all(matchers.map((matcher) => matcher.says(/server|sealed/)));
    await vault.seal.giveShare(share);
    return timed(() => index.fill(source));
  };
  const fromTexts = await open();
  row(`${engine}: all ${shards} filled from texts`, source.bytes / 1e6 / fromTexts, 'MB/s');
  const images = () =>
    readdirSync(join(folder, 'vault', 'index')).filter((name) => /age$/.test(name));
  await until(() => images().length === shards, 'images are saved');
  vault.seal.seal();
  row(`${engine}: all ${shards} filled from images`, await open(), 's');

  const pids = matchers.map(({ child }) => child.pid ?? 0);
  await askAll(index, articles.slice(0, 100));
  const cpuBefore = pids.map(cpuOf);
  const ownBefore = process.cpuUsage();
  const seconds = await timed(() => askAll(index, articles));
  const own = process.cpuUsage(ownBefore);
  const matching = pids.reduce((sum, pid, at) => sum + cpuOf(pid) - (cpuBefore[at] ?? 0), 0);
  row(`${engine}: articles through all shards`, ARTICLES / seconds, 'a second');
  row(`${engine}: an article, a matcher`, (matching / shards / ARTICLES) * 1e3, 'ms of a core');
  row(`${engine}: an article, the house`, (own.user + own.system) / 1e3 / ARTICLES, 'ms of a core');
  row(`${engine}: a matcher, resident`, residentMb(pids[0] ?? 0), 'MB');
  vault.seal.seal();
  await house.close();
  for (const matcher of matchers) await matcher.kill('SIGKILL');
  rmSync(folder, { recursive: true });
}

if (hasCorpus()) {
  const news = loadLines<Text>('news-vi');
  const source = madeSource(news.slice(0, 4_000));
  const articles = articlesOf(news.slice(4_000));
  console.log(`${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} before`);
  const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / ARTICLES;
  console.log(
    `${documents} documents, ${(source.bytes / 1e6).toFixed(1)} MB; ${ARTICLES} articles of ` +
      `${bytes.toFixed(0)} bytes, ${IN_FLIGHT} in flight`,
  );
  await measureOne(source, articles);
  await measureShards('PostgreSQL', { source, articles, nats: null });
  if (WITHOUT_NATS) console.log(`NATS: ${WITHOUT_NATS}`);
  else await measureShards('NATS', { source, articles, nats: (await startNats(life)).url });
  for (const clean of cleaning) await clean();
} else console.log(`no texts in ${DATA_FOLDER}: nothing was measured`);
