/** Texts written to stall the matcher: four times the length may take four times the time. */
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import { loadCase } from '../match-case/case.ts';
import { cpuSeconds } from '../match-judge/clock.ts';
import type { Goal, GoalOptions } from './goal.ts';

const TIMES = 4;
/** Four times the length, and half as much again for a busy machine. */
const MOST_GROWTH = 6;
const DOCUMENTS = 200;
const TRIES = 3;

export function hostileGoals({ half, seed, each }: GoalOptions): Goal[] {
  const bench = loadCase({ half, seed, each, collection: 'own' });
  const matcher = createMatcher();
  for (const { id, text } of bench.protected.slice(0, DOCUMENTS)) matcher.addDocument(id, text);
  const document = bench.protected[1]?.text ?? '';
  const sentence = bench.leaks.find(({ kind }) => kind === 'verbatim-sentence');
  const leaked = sentence?.text.slice(
    sentence.truths[0]?.articleStart ?? 0,
    sentence.truths[0]?.articleEnd ?? 0,
  );
  const texts: Readonly<Record<string, (size: number) => string>> = {
    'one leaked sentence 10,000 times': (size) => `${leaked}. `.repeat(size * 2500),
    'five words over and over': (size) => 'bí mật nhà nước là '.repeat(size * 25_000),
    'one word of ten million letters': (size) => 'nguyen'.repeat(size * 420_000),
    'only combining marks': (size) => '\u0301\u0323'.repeat(size * 1_250_000),
    'a whole document 100 times': (size) => `${document}\n`.repeat(size * 25),
    'key strokes without end': (size) => 'ddawsjjfrx9576'.repeat(size * 180_000),
    'one word of the document between others': (size) =>
      document
        .split(/\s+/)
        .join(' x ')
        .repeat(size * 60),
  };
  return Object.entries(texts).map(([name, make]) => growth(matcher, name, make));
}

function growth(matcher: Matcher, name: string, make: (size: number) => string): Goal {
  const seconds = (text: string): number =>
    Math.min(...Array.from({ length: TRIES }, () => cpuSeconds(() => matcher.find(text))));
  const long = make(TIMES);
  const [short, longer] = [seconds(make(1)), seconds(long)];
  const speed = (Buffer.byteLength(long) / 1e6 / longer).toFixed(1);
  return {
    what: `${TIMES} × the text, time ×: ${name}`,
    figure: longer / Math.max(short, 0.001),
    atMost: MOST_GROWTH,
    note: `${(longer * 1000).toFixed(0)} ms, ${speed} MB/s`,
  };
}
