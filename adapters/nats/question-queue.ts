/** The house's side of the queue in JetStream: publishes questions, and joins the shards' answers. */
import { type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Answered, QuestionQueue } from '../../server/ports/shards/question-queue.ts';
import { withId } from './question-id.ts';
import { engineFailed, reachNats } from './reach.ts';
import {
  ANSWERS,
  answerSubject,
  HOUSE_CONSUMER,
  makeStreams,
  QUESTION_SUBJECT,
  QUESTIONS,
  type StreamPlan,
} from './streams.ts';
import { Waking } from './waking.ts';

export type NatsQueueOptions = StreamPlan & { readonly url: string };

const LOOK_AGAIN_MS = 500;
const MOST_FETCHED = 1_000;

type Asked = { readonly sequence: number; readonly answers: Map<number, JsMsg> };

export async function openQuestionQueue(options: NatsQueueOptions): Promise<QuestionQueue> {
  const { url, shards } = options;
  const connection = await reachNats(url);
  const asked = new Map<string, Asked>();
  /** Answers that came before the server had confirmed the question. */
  const early = new Map<string, JsMsg[]>();
  const asking = new Set<string>();
  const whole = new Set<string>();
  const waking = new Waking();

  const keep = (message: JsMsg, { answers }: Asked): void => {
    const [, , id = '', shard] = message.subject.split('.');
    answers.set(Number(shard), message);
    if (answers.size < shards) return;
    whole.add(id);
    waking.ring();
  };
  const sort = (message: JsMsg): void => {
    const [, , id = ''] = message.subject.split('.');
    const question = asked.get(id);
    if (question) keep(message, question);
    else if (asking.has(id)) early.set(id, [...(early.get(id) ?? []), message]);
    // Nobody waits for it any more.
    else message.ack();
  };

  try {
    const manager = await jetstreamManager(connection);
    await makeStreams(manager, options);
    const client = jetstream(connection);
    const consumer = await client.consumers.get(ANSWERS, HOUSE_CONSUMER);
    const messages = await consumer.consume({ max_messages: MOST_FETCHED, callback: sort });

    const drop = async (id: string): Promise<void> => {
      const question = asked.get(id);
      asked.delete(id);
      whole.delete(id);
      for (const message of question?.answers.values() ?? []) message.ack();
      if (!question || question.answers.size === shards) return;
      // Some shard never answered: nothing of it may stay.
      await manager.streams.deleteMessage(QUESTIONS, question.sequence).catch(() => false);
      await manager.streams.purge(ANSWERS, { filter: answerSubject(id, '*') }).catch(engineFailed);
    };

    return {
      async ask({ id, body }) {
        if (asked.has(id) || asking.has(id)) return;
        asking.add(id);
        try {
          const { seq } = await client
            .publish(QUESTION_SUBJECT, body, { msgID: id, headers: withId(id) })
            .catch(engineFailed);
          const question = { sequence: seq, answers: new Map<number, JsMsg>() };
          asked.set(id, question);
          for (const message of early.get(id) ?? []) keep(message, question);
        } finally {
          early.delete(id);
          asking.delete(id);
        }
      },
      async collect() {
        if (whole.size === 0) await waking.wait(LOOK_AGAIN_MS);
        return [...whole].map((id): Answered => {
          const { answers } = asked.get(id) ?? { answers: new Map<number, JsMsg>() };
          const inOrder = [...answers].sort(([one], [other]) => one - other);
          return { id, answers: inOrder.map(([, message]) => message.data) };
        });
      },
      forget: async (ids) => {
        await Promise.all(ids.map(drop));
      },
      async close() {
        messages.stop();
        waking.close();
        await connection.flush().catch(() => undefined);
        await connection.close();
      },
    };
  } catch (reason) {
    await connection.close();
    return engineFailed(reason);
  }
}
