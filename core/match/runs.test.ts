import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher } from './matcher.ts';

const SIZE = { mostTokens: 2 ** 30, enough: 26, floor: 12, stride: 2, chance: 26 };
/** Sixty words of which no two are alike, and none of which ordinary text is full of. */
const WORDS = 'b c d g h k l m n p r s t v x'
  .split(' ')
  .flatMap((onset) => ['uyen', 'oang', 'iet', 'uong'].map((rime) => onset + rime));
const wordsOf = (from: number, count: number): string => WORDS.slice(from, from + count).join(' ');

/** How many steps beyond reading it an article takes. */
function stepsFor(article: string, reach: number): number {
  const matcher = createMatcher({ seedSizes: [{ ...SIZE, reach }] });
  matcher.addDocument('d', wordsOf(0, 60));
  matcher.find(article);
  return matcher.lastSteps() - article.split(' ').length;
}

test('a seed is followed when another one is near, or where a document has no other', () => {
  const filler = 'mot hai ba bon nam sau bay tam';
  const lone = `${filler} ${wordsOf(20, 4)} ${filler}`;
  assert.ok(stepsFor(lone, 0) > 0, 'all are followed');
  assert.ok(stepsFor(lone, 26) > 0, 'it is as rare as that');
  assert.equal(stepsFor(lone, 60), 0, 'four words are not');
  const pair = `${filler} ${wordsOf(20, 4)} kia no day ${wordsOf(28, 4)} ${filler}`;
  assert.ok(stepsFor(pair, 60) > 0, 'the other row is near');
});
