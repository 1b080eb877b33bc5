/** The project's own matcher, for the same table. */
import { buildMatcher } from '../match-judge/engine.ts';
import type { Rival } from './rival.ts';

export const OURS: Rival = {
  title: 'this project',
  thresholds: [0, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998],
  usual: 0,
  oneIn: 1,
  open: async (bench) => {
    const { matcher } = buildMatcher(bench, {});
    return { find: async (texts) => texts.map((text) => matcher.find(text)) };
  },
};
