/** The house's side of the queue in JetStream: publishes questions, joins the shards' answers. */
import {
  type ConsumerMessages,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type {
  Answered,
  Question,
  QuestionQueue,
} from '../../server/ports/shards/question-queue.ts';
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

/** `sequence`: null until the server has confirmed it; answers may be quicker. */
type Asked = { sequence: number | null; readonly answers: Map<number, JsMsg> };

type Wires = {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
  readonly client: JetStreamClient;
  readonly shards: number;
};

class NatsQuestionQueue implements QuestionQueue {
  readonly #wires: Wires;
  readonly #asked = new Map<string, Asked>();
  readonly #whole = new Set<string>();
  readonly #waking = new Waking();
  #messages: ConsumerMessages | null = null;

  constructor(wires: Wires) {
    this.#wires = wires;
  }

  async begin(): Promise<void> {
    const consumer = await this.#wires.client.consumers.get(ANSWERS, HOUSE_CONSUMER);
    const callback = (message: JsMsg): void => this.#keep(message);
    this.#messages = await consumer.consume({ max_messages: MOST_FETCHED, callback });
  }

  async ask({ id, body }: Question): Promise<void> {
    if (this.#asked.has(id)) return;
    const asked: Asked = { sequence: null, answers: new Map() };
    this.#asked.set(id, asked);
    const { seq } = await this.#wires.client
      .publish(QUESTION_SUBJECT, body, { msgID: id, headers: withId(id) })
      .catch(engineFailed);
    asked.sequence = seq;
  }

  async collect(): Promise<readonly Answered[]> {
    if (this.#whole.size === 0) await this.#waking.wait(LOOK_AGAIN_MS);
    return [...this.#whole].map((id): Answered => {
      const answers = [...(this.#asked.get(id)?.answers ?? [])];
      const inOrder = answers.sort(([one], [other]) => one - other);
      return { id, answers: inOrder.map(([, message]) => message.data) };
    });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#drop(id)));
  }

  async close(): Promise<void> {
    const { connection } = this.#wires;
    this.#messages?.stop();
    this.#waking.close();
    await connection.flush().catch(() => undefined);
    await connection.close();
  }

  #keep(message: JsMsg): void {
    const [, , id = '', shard] = message.subject.split('.');
    const asked = this.#asked.get(id);
    if (!asked) {
      // Nobody waits for it any more.
      message.ack();
      return;
    }
    asked.answers.set(Number(shard), message);
    if (asked.answers.size < this.#wires.shards) return;
    this.#whole.add(id);
    this.#waking.ring();
  }

  async #drop(id: string): Promise<void> {
    const { manager, shards } = this.#wires;
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    this.#whole.delete(id);
    for (const message of asked?.answers.values() ?? []) message.ack();
    if (!asked || asked.answers.size === shards) return;
    // Some shard never answered: nothing of it may stay.
    if (asked.sequence !== null) {
      await manager.streams.deleteMessage(QUESTIONS, asked.sequence).catch(() => false);
    }
    await manager.streams.purge(ANSWERS, { filter: answerSubject(id, '*') }).catch(engineFailed);
  }
}

export async function openQuestionQueue(options: NatsQueueOptions): Promise<QuestionQueue> {
  const { url, shards } = options;
  const connection = await reachNats(url);
  try {
    const manager = await jetstreamManager(connection);
    await makeStreams(manager, options);
    const client = jetstream(connection);
    const queue = new NatsQuestionQueue({ connection, manager, client, shards });
    await queue.begin();
    return queue;
  } catch (reason) {
    await connection.close();
    return engineFailed(reason);
  }
}
