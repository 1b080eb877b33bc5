/**
 * The two streams of the queue in JetStream. A question lies there once and goes when every shard's
 * consumer has acknowledged it (interest); a subject of the answers takes one message, so a second
 * answer is refused by the server itself.
 */
import {
  AckPolicy,
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';

export const QUESTIONS = 'niemphong-questions';
export const ANSWERS = 'niemphong-answers';
export const QUESTION_SUBJECT = 'niemphong.question';
export const HOUSE_CONSUMER = 'house';

const NANOS_A_MS = 1_000_000;
/** Nobody answers again so late: a question has its own end. */
const SAME_WITHIN_MS = 120_000;
/** The house holds an answer until all shards gave theirs; it is alone, so nobody else waits. */
const HOUSE_ACK_MS = 600_000;
const MOST_UNCONFIRMED = 100_000;

export const answerSubject = (id: string, shard: number | '*'): string =>
  `niemphong.answer.${id}.${shard}`;
export const shardConsumer = (shard: number): string => `shard-${shard}`;

export type StreamPlan = { readonly shards: number; readonly leaseMs: number };

/** Begins empty: what another opening of the vault left can be read by nobody. */
export async function makeStreams(manager: JetStreamManager, plan: StreamPlan): Promise<void> {
  for (const name of [QUESTIONS, ANSWERS]) {
    // Absent at the first time; whatever else is wrong, adding says so.
    await manager.streams.delete(name).catch(() => false);
  }
  const common = { storage: StorageType.File, duplicate_window: SAME_WITHIN_MS * NANOS_A_MS };
  await manager.streams.add({
    ...common,
    name: QUESTIONS,
    subjects: [QUESTION_SUBJECT],
    retention: RetentionPolicy.Interest,
  });
  await manager.streams.add({
    ...common,
    name: ANSWERS,
    subjects: [answerSubject('*', '*')],
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    discard_new_per_subject: true,
    max_msgs_per_subject: 1,
  });
  await manager.consumers.add(ANSWERS, {
    durable_name: HOUSE_CONSUMER,
    ack_policy: AckPolicy.Explicit,
    ack_wait: HOUSE_ACK_MS * NANOS_A_MS,
    max_ack_pending: MOST_UNCONFIRMED,
  });
  for (let shard = 0; shard < plan.shards; shard += 1) {
    await manager.consumers.add(QUESTIONS, {
      durable_name: shardConsumer(shard),
      ack_policy: AckPolicy.Explicit,
      ack_wait: plan.leaseMs * NANOS_A_MS,
      max_ack_pending: MOST_UNCONFIRMED,
    });
  }
}
