import { startNats, WITHOUT_NATS } from '../../testkit/shards/nats-server.ts';
import { testQuestionQueue } from '../../testkit/shards/question-queue-suite.ts';
import { openQuestionQueue } from './question-queue.ts';
import { ANSWERS, QUESTIONS } from './streams.ts';
import { openTaskQueue } from './task-queue.ts';

testQuestionQueue('NATS JetStream', {
  skip: WITHOUT_NATS,
  engineOf: async (life) => {
    const { url, stateOf } = await startNats(life);
    return {
      openHouse: (plan) => openQuestionQueue({ ...plan, url }),
      openMatcher: (shard) => openTaskQueue({ url, shard }),
      countBodies: async () => {
        const both = await Promise.all([QUESTIONS, ANSWERS].map(stateOf));
        return both.reduce((sum, { messages }) => sum + messages, 0);
      },
    };
  },
});
