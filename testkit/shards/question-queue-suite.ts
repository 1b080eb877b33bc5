/** What every engine of the question queue must hold to, asked of real servers. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type {
  Answered,
  QuestionQueue,
  TaskQueue,
} from '../../server/ports/shards/question-queue.ts';

export type Engine = {
  /** Begins empty. */
  openHouse(plan: { readonly shards: number; readonly leaseMs: number }): Promise<QuestionQueue>;
  openMatcher(shard: number): Promise<TaskQueue>;
  /** Bodies that lie in the engine: questions and answers. */
  countBodies(): Promise<number>;
};

type TestLife = { after(clean: () => Promise<void>): void };
type Opened = {
  readonly house: QuestionQueue;
  readonly engine: Engine;
  matcher(shard: number): Promise<TaskQueue>;
};

const SHARDS = 3;
const LEASE_MS = 1_000;
const LONG_LEASE_MS = 30_000;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = (body: Uint8Array | undefined): string => new TextDecoder().decode(body);

async function takeAtLeast(queue: TaskQueue, count: number): Promise<Map<string, Uint8Array>> {
  const taken = new Map<string, Uint8Array>();
  for (let tries = 0; taken.size < count && tries < 40; tries += 1) {
    for (const { id, body } of await queue.take(count)) {
      assert.ok(!taken.has(id), 'nothing is taken twice');
      taken.set(id, body);
    }
  }
  return taken;
}

async function collectAtLeast(house: QuestionQueue, count: number): Promise<Answered[]> {
  const whole = new Map<string, Answered>();
  for (let tries = 0; whole.size < count && tries < 40; tries += 1) {
    for (const answered of await house.collect()) whole.set(answered.id, answered);
  }
  return [...whole.values()];
}

/** Until the engine has done what it was told without being waited for. */
async function countsTo(engine: Engine, count: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await engine.countBodies()) !== count; tries += 1) {
    await wait(20);
  }
  assert.equal(await engine.countBodies(), count);
}

type Open = (life: TestLife, leaseMs?: number) => Promise<Opened>;

function testAnswering(opened: Open): void {
  test('a question reaches every shard, and is whole when all have answered', async (t) => {
    const { house, engine, matcher } = await opened(t);
    const id = randomUUID();
    await house.ask({ id, body: bytes('bài báo') });
    for (const shard of [2, 0, 1]) {
      assert.deepEqual(await house.collect(), [], 'not whole before the last shard');
      const queue = await matcher(shard);
      const taken = await takeAtLeast(queue, 1);
      assert.equal(words(taken.get(id)), 'bài báo');
      assert.equal(await queue.answer(id, bytes(`phần ${shard}`)), true);
    }
    const [answered] = await collectAtLeast(house, 1);
    assert.equal(answered?.id, id);
    assert.deepEqual(answered?.answers.map(words), ['phần 0', 'phần 1', 'phần 2']);
    assert.equal((await collectAtLeast(house, 1))[0]?.id, id, 'it stays until it is forgotten');
    await house.forget([id]);
    assert.deepEqual(await house.collect(), []);
    await countsTo(engine, 0);
  });

  test('asked again it is one question', async (t) => {
    const { house, matcher } = await opened(t);
    const question = { id: randomUUID(), body: bytes('một') };
    await Promise.all([house.ask(question), house.ask(question)]);
    await house.ask(question);
    const queue = await matcher(0);
    assert.equal((await takeAtLeast(queue, 1)).size, 1);
    assert.equal((await queue.take(5)).length, 0);
  });

  test('two matchers of one shard share its questions, none twice', async (t) => {
    const { house, matcher } = await opened(t);
    const ids = Array.from({ length: 60 }, () => randomUUID());
    const [one, other] = [await matcher(0), await matcher(0)];
    await Promise.all(ids.map((id) => house.ask({ id, body: bytes(id) })));
    const taken: string[] = [];
    for (let tries = 0; taken.length < ids.length && tries < 60; tries += 1) {
      const both = await Promise.all([one.take(7), other.take(7)]);
      taken.push(...both.flat().map(({ id }) => id));
    }
    assert.deepEqual(taken.sort(), ids.sort());
  });
}

function testLeases(opened: Open): void {
  test('when the lease is over the next has it, and the first answer alone counts', async (t) => {
    const { house, matcher } = await opened(t, LEASE_MS);
    const id = randomUUID();
    await house.ask({ id, body: bytes('một') });
    const slow = await matcher(0);
    assert.ok((await takeAtLeast(slow, 1)).has(id));
    const next = await matcher(0);
    assert.deepEqual(await next.take(1), [], 'not while the lease runs');
    assert.ok((await takeAtLeast(next, 1)).has(id), 'after that it is taken over');
    assert.equal(await next.answer(id, bytes('của người sau')), true);
    assert.equal(await slow.answer(id, bytes('của người chậm')), false);
    for (const shard of [1, 2]) {
      const queue = await matcher(shard);
      await takeAtLeast(queue, 1);
      await queue.answer(id, bytes('-'));
    }
    const [answered] = await collectAtLeast(house, 1);
    assert.equal(words(answered?.answers[0]), 'của người sau');
  });

  test('what a matcher holds when it ends in order is there for the next at once', async (t) => {
    const { house, engine, matcher } = await opened(t);
    const id = randomUUID();
    await house.ask({ id, body: bytes('một') });
    const leaving = await engine.openMatcher(1);
    assert.ok((await takeAtLeast(leaving, 1)).has(id));
    await leaving.close();
    const before = performance.now();
    assert.ok((await takeAtLeast(await matcher(1), 1)).has(id));
    assert.ok(performance.now() - before < LONG_LEASE_MS / 2);
  });
}

function testForgetting(opened: Open): void {
  test('what is forgotten before it is whole leaves nothing behind', async (t) => {
    const { house, engine, matcher } = await opened(t);
    const id = randomUUID();
    await house.ask({ id, body: bytes('một') });
    const [early, late] = [await matcher(0), await matcher(1)];
    assert.equal((await takeAtLeast(early, 1)).size, 1);
    assert.equal((await takeAtLeast(late, 1)).size, 1);
    await early.answer(id, bytes('sớm'));
    await countsTo(engine, 2);
    await house.forget([id]);
    await countsTo(engine, 0);
    await late.answer(id, bytes('muộn'));
    await countsTo(engine, 0);
    assert.deepEqual(await house.collect(), []);
    assert.deepEqual(await (await matcher(2)).take(1), []);
  });

  test('an opening begins with nothing of the former one', async (t) => {
    const { house, engine, matcher } = await opened(t);
    const id = randomUUID();
    await house.ask({ id, body: bytes('cũ') });
    const queue = await matcher(0);
    await takeAtLeast(queue, 1);
    await queue.answer(id, bytes('cũ'));
    await queue.close();
    await house.close();
    const anew = await engine.openHouse({ shards: SHARDS, leaseMs: LONG_LEASE_MS });
    t.after(() => anew.close());
    await countsTo(engine, 0);
    assert.deepEqual(await (await matcher(1)).take(1), []);
  });

  test('a text of four million letters goes through', async (t) => {
    const { house, matcher } = await opened(t);
    const body = new Uint8Array(6_000_000).fill(65);
    const id = randomUUID();
    await house.ask({ id, body });
    const taken = await takeAtLeast(await matcher(0), 1);
    assert.equal(Buffer.compare(taken.get(id) ?? new Uint8Array(), body), 0);
  });
}

/** `engineOf`: a server for the test that asks. */
export function testQuestionQueue(
  name: string,
  { skip, engineOf }: { skip: string | false; engineOf: (life: TestLife) => Promise<Engine> },
): void {
  const opened: Open = async (life, leaseMs = LONG_LEASE_MS) => {
    const engine = await engineOf(life);
    const house = await engine.openHouse({ shards: SHARDS, leaseMs });
    life.after(() => house.close());
    const matcher = async (shard: number): Promise<TaskQueue> => {
      const queue = await engine.openMatcher(shard);
      life.after(() => queue.close());
      return queue;
    };
    return { house, engine, matcher };
  };
  describe(`the question queue in ${name}`, { skip }, () => {
    testAnswering(opened);
    testLeases(opened);
    testForgetting(opened);
  });
}
