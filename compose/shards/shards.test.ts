/**
 * Real matcher processes on a real queue: killed in the middle of a run, sealed, started anew. What
 * they find is what one process finds, each text answered once by each shard.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createCompareIndex } from '../../adapters/compare-index/in-memory.ts';
import { ANSWERS, QUESTIONS } from '../../adapters/nats/streams.ts';
import { shardOf } from '../../adapters/shards/shard-of.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import type { CapturedArticle } from '../../server/ports/extractor.ts';
import { findProtected } from '../../server/ports/find-protected.ts';
import { spansOf } from '../../server/ports/spans.ts';
import { takeAll } from '../../server/watch/take-all.ts';
import { as } from '../../testkit/house.ts';
import { granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { inventedText, sentenceOf } from '../../testkit/shards/invented-texts.ts';
import { type MatcherProcess, startMatcherProcess } from '../../testkit/shards/matcher-process.ts';
import { type NatsServer, startNats, WITHOUT_NATS } from '../../testkit/shards/nats-server.ts';

type Life = Parameters<typeof leakHouse>[0];

const SHARDS = 2;
const SECRETS = 11;
const ARTICLES = 420;
const CLOCK = { kind: 'clock' } as const;
const READY = /^Ready/;

/** What happened in the engine since the house was opened, told by the engine itself. */
type EngineLog = {
  /** Answers that were accepted, ever. */
  accepted(): Promise<number>;
  /** Texts that were asked, ever. */
  asked(): Promise<number>;
  /** What lies there now. */
  lying(): Promise<number>;
};

/** Triggers write down what comes and goes; the queue itself is the product's. */
async function logPostgres({ database }: LeakHouse): Promise<EngineLog> {
  await database.admin.query(`
    CREATE TABLE seen (what text, id uuid, shard integer, body bytea);
    GRANT INSERT ON seen TO PUBLIC;
    CREATE FUNCTION note_answer() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO seen VALUES (''answer'', NEW.question_id, NEW.shard, NEW.body); RETURN NULL; END';
    CREATE FUNCTION note_question() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO seen VALUES (''question'', NEW.id, NULL, NEW.body); RETURN NULL; END';
    CREATE FUNCTION note_take() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN INSERT INTO seen VALUES (''take'', NEW.question_id, NEW.shard, NULL); RETURN NULL; END';
    CREATE TRIGGER note AFTER INSERT ON question_answer FOR EACH ROW EXECUTE FUNCTION note_answer();
    CREATE TRIGGER note AFTER INSERT ON question FOR EACH ROW EXECUTE FUNCTION note_question();
    CREATE TRIGGER note AFTER UPDATE ON question_task FOR EACH ROW
      WHEN (NEW.leased_until IS NOT NULL) EXECUTE FUNCTION note_take();`);
  const count = async (sql: string): Promise<number> => {
    const { rows } = await database.admin.query<{ count: number }>(`SELECT count(*) FROM ${sql}`);
    return rows[0]?.count ?? -1;
  };
  return {
    accepted: () => count("seen WHERE what = 'answer'"),
    asked: () => count("seen WHERE what = 'question'"),
    lying: async () => (await count('question')) + (await count('question_answer')),
  };
}

function logNats(server: NatsServer): EngineLog {
  const lastOf = async (name: string) => (await server.stateOf(name)).last_seq;
  const lyingIn = async (name: string) => (await server.stateOf(name)).messages;
  return {
    // A refused second answer gets no number.
    accepted: () => lastOf(ANSWERS),
    asked: () => lastOf(QUESTIONS),
    lying: async () => (await lyingIn(ANSWERS)) + (await lyingIn(QUESTIONS)),
  };
}

type Known = { readonly ids: readonly string[]; readonly texts: readonly string[] };

async function registerSecrets(house: LeakHouse): Promise<Known> {
  const texts = Array.from({ length: SECRETS }, (_, seed) => inventedText(seed, 12));
  const ids: string[] = [];
  for (const text of texts) ids.push(await house.addSecret(text));
  const held = new Set(ids.map((id) => shardOf(id, SHARDS)));
  assert.equal(held.size, SHARDS, 'documents lie on every shard');
  return { ids, texts };
}

/** Every fourth repeats a sentence of a document, every eighth of two. */
function articlesAbout({ texts }: Known): readonly CapturedArticle[] {
  return Array.from({ length: ARTICLES }, (_, n) => {
    const news = inventedText(10_000 + n, 30).split('. ');
    const leak = (which: number): string => sentenceOf(texts[which % SECRETS] ?? '', n % 11);
    if (n % 4 === 0) news[5] = leak(n / 4).replace(/\.$/, '');
    if (n % 8 === 0) news[20] = leak(n / 4 + 1).replace(/\.$/, '');
    const text = news.join('. ');
    return {
      source: 'bao.example.vn',
      url: `https://bao.example.vn/${n}`,
      title: `Bài ${n}`,
      publishedAt: null,
      capturedAt: null,
      text,
      raw: utf8(text),
      mediaType: 'text/plain',
    };
  });
}

/** By article: what stands in its rows of matches, without what was drawn by lot. */
async function matchesInRows(house: LeakHouse, articles: readonly CapturedArticle[]) {
  return house.acts.read(CLOCK, async ({ watch }) => {
    const all: unknown[] = [];
    for (const { raw } of articles) {
      const row = await watch.findArticle(sha256(raw).toHex());
      assert.ok(row, 'every article is taken in');
      const matches = await watch.listMatches({ articleId: row.id, limit: 100 });
      all.push(
        matches
          .map(({ documentId, score, spans }) => ({
            documentId,
            score,
            passages: spansOf(spans).passages,
          }))
          .sort((one, other) => one.documentId.localeCompare(other.documentId)),
      );
    }
    return all;
  });
}

/** The same by one process that holds all documents. */
async function matchesOfOne(house: LeakHouse, articles: readonly CapturedArticle[]) {
  const compareIndex = createCompareIndex({ salt: () => 5 });
  compareIndex.open();
  const all: unknown[] = [];
  for (const { text } of articles) {
    const found = await findProtected({ ...house.parts, compareIndex }, text);
    all.push(
      found
        .map(({ documentId, spans }) => ({
          documentId,
          score: Math.max(...spans.passages.map(({ score }) => score)),
          passages: spans.passages,
        }))
        .sort((one, other) => one.documentId.localeCompare(other.documentId)),
    );
  }
  compareIndex.close();
  return all;
}

async function reaches(count: () => Promise<number>, least: number): Promise<void> {
  for (let tries = 0; (await count()) < least; tries += 1) {
    assert.ok(tries < 3_000, `never came to ${least}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function openSharded(t: Life, nats: string | null = null): Promise<LeakHouse> {
  return leakHouse(t, {
    shards: {
      settings: { shards: SHARDS, nats, door: null },
      limits: { leaseMs: 2_000 },
    },
  });
}

async function testKilled(
  t: Life,
  nats: NatsServer | null,
): Promise<{ house: LeakHouse; log: EngineLog }> {
  const house = await openSharded(t, nats?.url);
  const log = nats ? logNats(nats) : await logPostgres(house);
  const known = await registerSecrets(house);
  const start = (shard: number): MatcherProcess =>
    startMatcherProcess(t, { dataFolder: house.dataFolder, shard });
  const [one, other, alone] = [start(0), start(0), start(1)];
  const articles = articlesAbout(known);
  const taking = takeAll(house.parts, as(house.officer), articles);

  await reaches(log.accepted, 100);
  await one.kill('SIGKILL');
  await reaches(log.accepted, 300);
  await alone.kill('SIGKILL');
  const next = start(1);
  const counts = granted(await taking);

  assert.deepEqual(counts, {
    matched: ARTICLES / 4,
    unmatched: (ARTICLES * 3) / 4,
    duplicate: 0,
  });
  assert.equal(other.child.exitCode, null);
  assert.equal(next.complaint() + other.complaint(), '');
  assert.equal(await log.accepted(), (await log.asked()) * SHARDS, 'one answer of each shard');
  assert.deepEqual(
    await matchesInRows(house, articles),
    await matchesOfOne(house, articles),
    'the matches are those of one process',
  );
  await reaches(async () => ((await log.lying()) === 0 ? 1 : 0), 1);
  return { house, log };
}

describe('matcher processes', () => {
  test('with PostgreSQL: killed in the middle, nothing is lost, doubled or readable', async (t) => {
    const { house } = await testKilled(t, null);
    const { rows } = await house.database.admin.query<{
      doubled: number;
      again: number;
      sizes: number[];
      ids: number;
    }>(
      `SELECT (SELECT count(*) FROM (SELECT FROM seen WHERE what = 'answer'
                 GROUP BY id, shard HAVING count(*) > 1) AS d) AS doubled,
              (SELECT count(*) FROM (SELECT FROM seen WHERE what = 'take'
                 GROUP BY id, shard HAVING count(*) > 1) AS d) AS again,
              (SELECT array_agg(DISTINCT octet_length(body)) FROM seen
                WHERE what = 'answer') AS sizes,
              (SELECT count(*) FROM seen, document d
                WHERE position(convert_to(d.id::text, 'UTF8') IN body) > 0) AS ids`,
    );
    assert.equal(rows[0]?.doubled, 0);
    assert.ok((rows[0]?.again ?? 0) > 0, 'what the killed ones held was taken over');
    assert.equal(
      rows[0]?.sizes.length,
      1,
      'an answer that names a passage is as long as any other',
    );
    assert.equal(rows[0]?.ids, 0, 'no document is named in the queue');
  });

  test('with NATS: killed in the middle, nothing is lost or doubled', {
    skip: WITHOUT_NATS,
  }, async (t) => {
    await testKilled(t, await startNats(t));
  });

  test('a change of the documents is seen by the next text', async (t) => {
    const house = await openSharded(t);
    const { ids, texts } = await registerSecrets(house);
    for (const shard of [0, 1]) startMatcherProcess(t, { dataFolder: house.dataFolder, shard });
    const found = async (text: string): Promise<readonly string[]> =>
      (await findProtected(house.parts, text)).map(({ documentId }) => documentId);
    assert.deepEqual(await found(sentenceOf(texts[3] ?? '', 2)), [ids[3]]);
    for (let seed = 500; seed < 520; seed += 1) {
      const text = inventedText(seed, 12);
      const id = await house.addSecret(text);
      assert.deepEqual(await found(`Tin mới. ${sentenceOf(text, 4)} Hết tin.`), [id]);
    }
    assert.deepEqual(await found(inventedText(9_999, 20)), []);
  });

  test('matchers forget when the vault is sealed, and are there again when it opens', async (t) => {
    const house = await openSharded(t);
    const { ids, texts } = await registerSecrets(house);
    const matchers = [0, 1].map((shard) =>
      startMatcherProcess(t, { dataFolder: house.dataFolder, shard }),
    );
    const leak = sentenceOf(texts[7] ?? '', 3);
    assert.equal((await findProtected(house.parts, leak))[0]?.documentId, ids[7]);
    house.parts.seal.seal();
    for (const matcher of matchers) await matcher.says(/sealed/);
    await assert.rejects(findProtected(house.parts, leak), { name: 'VaultSealed' });
    granted(await house.parts.seal.giveShare(house.share));
    assert.equal((await findProtected(house.parts, leak))[0]?.documentId, ids[7]);
    for (const matcher of matchers) await matcher.says(READY);
  });

  test('without any matcher a check ends with a fault, never as clean', async (t) => {
    const house = await leakHouse(t, {
      shards: {
        settings: { shards: SHARDS, nats: null, door: null },
        limits: { matchersWithinMs: 300, answerWithinMs: 1_000 },
      },
    });
    const unavailable = { name: 'Fault', code: 'matching-unavailable' };
    await assert.rejects(findProtected(house.parts, 'một bài báo'), unavailable);
    const matchers = [0, 1].map((shard) =>
      startMatcherProcess(t, { dataFolder: house.dataFolder, shard }),
    );
    for (const matcher of matchers) await matcher.says(READY);
    assert.deepEqual(await findProtected(house.parts, 'một bài báo'), []);
    await matchers[1]?.kill('SIGKILL');
    await assert.rejects(findProtected(house.parts, 'một bài báo'), unavailable);
  });
});
