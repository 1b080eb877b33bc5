/**
 * A matcher's side of the queue in JetStream: the durable consumer of its shard, shared by all
 * matchers of that shard. The answer is stored before the question is acknowledged: who dies in
 * between leaves a question that the next answers again, and the server refuses that answer.
 */
import { JetStreamApiError, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { TaskQueue } from '../../server/ports/shards/question-queue.ts';
import { ID_HEADER } from './question-id.ts';
import { engineFailed, reachNats } from './reach.ts';
import { answerSubject, QUESTIONS, shardConsumer } from './streams.ts';
import { Waking } from './waking.ts';

export type NatsTaskOptions = { readonly url: string; readonly shard: number };

const LOOK_AGAIN_MS = 500;
/** Fetched ahead; the lease of what lies here runs. */
const MOST_FETCHED = 64;
/** The subject holds its one message already. */
const FULL_SUBJECT = 'maximum messages per subject exceeded';

export async function openTaskQueue({ url, shard }: NatsTaskOptions): Promise<TaskQueue> {
  const connection = await reachNats(url);
  const fetched: JsMsg[] = [];
  const held = new Map<string, JsMsg>();
  const waking = new Waking();
  try {
    const client = jetstream(connection);
    const consumer = await client.consumers.get(QUESTIONS, shardConsumer(shard));
    const messages = await consumer.consume({
      max_messages: MOST_FETCHED,
      callback: (message) => {
        fetched.push(message);
        waking.ring();
      },
    });
    return {
      async take(most) {
        if (connection.isClosed()) engineFailed(new Error('the connection is closed'));
        if (fetched.length === 0) await waking.wait(LOOK_AGAIN_MS);
        return fetched.splice(0, most).map((message) => {
          const id = message.headers?.get(ID_HEADER) ?? '';
          held.set(id, message);
          return { id, body: message.data };
        });
      },
      async answer(id, body) {
        const message = held.get(id);
        const kept = await client
          .publish(answerSubject(id, shard), body, { msgID: `${id}.${shard}` })
          .then(({ duplicate }) => !duplicate)
          .catch((reason: unknown) => {
            const isFull = reason instanceof JetStreamApiError && reason.message === FULL_SUBJECT;
            return isFull ? false : engineFailed(reason);
          });
        message?.ack();
        held.delete(id);
        return kept;
      },
      async close() {
        waking.close();
        messages.stop();
        // The server must know first that nothing more is wanted here. A lost connection has no
        // leases to give back: they run out.
        await connection.flush().catch(() => undefined);
        for (const message of [...held.values(), ...fetched]) message.nak();
        await connection.flush().catch(() => undefined);
        await connection.close();
      },
    };
  } catch (reason) {
    await connection.close();
    return engineFailed(reason);
  }
}
