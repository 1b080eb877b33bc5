import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseFindings, type Judged, type Passage } from './findings.ts';

const WORDS = 400;

/** A passage of document 0: words of the article and of the document, ends included. */
function passage(
  [articleFirst, articleLast]: readonly [number, number],
  [placeFirst, placeLast]: readonly [number, number],
  more: Partial<Passage> = {},
): Passage {
  const exact = articleLast - articleFirst + 1;
  const row = { exact, altered: 0, longest: exact, inserted: 0, otherFigures: 0 };
  const bits = exact * 5;
  return {
    ...{ document: 0, articleFirst, articleLast, placeFirst, placeLast, ...row },
    ...{ bits, rowBits: bits },
    ...more,
  };
}

const surroundings = { before: 0, after: 0, toCapital: 0, cites: false };
const judge = (one: Passage, company: number): Judged => ({
  ...one,
  company,
  words: one.exact,
  score: 1,
  surroundings,
});

function found(...passages: readonly Passage[]): string[] {
  return chooseFindings(passages, WORDS, judge).map(
    (one) => `${one.articleFirst}-${one.articleLast} ${one.placeFirst}-${one.placeLast}`,
  );
}

test('shuffled sentences whose ends were drawn out over each other are one finding', () => {
  assert.deepEqual(found(passage([10, 40], [200, 232]), passage([33, 60], [160, 210])), [
    '10-60 160-232',
  ]);
});

test('the same words at two places of a document are two findings, at one place one', () => {
  const twice = [passage([10, 40], [100, 130]), passage([10, 40], [300, 330])];
  assert.deepEqual(found(...twice).length, 2);
  assert.deepEqual(found(passage([10, 40], [100, 130]), passage([11, 40], [101, 130])), [
    '10-40 100-130',
  ]);
});

test('columns read across stay one finding over a line without a telling word', () => {
  const across = { inserted: 12 };
  const [one, other] = [[10, 50] as const, [100, 150] as const];
  assert.deepEqual(found(passage(one, [20, 48], across), passage(other, [80, 110], across)), [
    '10-150 20-110',
  ]);
  assert.equal(found(passage(one, [20, 60]), passage(other, [90, 140])).length, 2);
});

test('telling pieces in the order of the document are joined, weak ones are not', () => {
  const [one, other] = [[10, 30] as const, [55, 80] as const];
  assert.deepEqual(found(passage(one, [100, 120]), passage(other, [140, 165])), ['10-80 100-165']);
  const weak = { bits: 40 };
  assert.equal(found(passage(one, [100, 120], weak), passage(other, [140, 165], weak)).length, 2);
  assert.equal(found(passage(one, [300, 320]), passage(other, [140, 165])).length, 2);
});

test('pieces of different documents are never joined', () => {
  const other = { document: 1 };
  assert.equal(
    found(passage([10, 30], [100, 120]), passage([33, 60], [122, 150], other)).length,
    2,
  );
});
