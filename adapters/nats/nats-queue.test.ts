import { jetstreamManager } from '@nats-io/jetstream';
import { startNats, WITHOUT_NATS } from '../../testkit/shards/nats-server.ts';
import { testQuestionQueue } from '../../testkit/shards/question-queue-suite.ts';
import { openQuestionQueue } from './question-queue.ts';
import { reachNats } from './reach.ts';
import { ANSWERS, QUESTIONS } from './streams.ts';
import { openTaskQueue } from './task-queue.ts';

testQuestionQueue('NATS JetStream', {
  skip: WITHOUT_NATS,
  engineOf: async (life) => {
    const { url } = await startNats(life);
    return {
      openHouse: (plan) => openQuestionQueue({ ...plan, url }),
      openMatcher: (shard) => openTaskQueue({ url, shard }),
      countBodies: async () => {
        const connection = await reachNats(url);
        const { streams } = await jetstreamManager(connection);
        const both = await Promise.all([QUESTIONS, ANSWERS].map((name) => streams.info(name)));
        await connection.close();
        return both.reduce((sum, { state }) => sum + state.messages, 0);
      },
    };
  },
});
