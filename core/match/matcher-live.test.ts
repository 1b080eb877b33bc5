import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher, type Matcher } from './matcher.ts';

/** Text of invented words, the same for the same seed. */
function prose(seed: number, words: number): string {
  const onsets = 'b c d g h k l m n p r s t v x th tr nh ng'.split(' ');
  const rimes = 'an ong ieu uyen oai am inh uoc ay oan iet ung'.split(' ');
  let state = seed;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const word = (): string => `${onsets[next(onsets.length)]}${rimes[next(rimes.length)]}`;
  return Array.from({ length: words }, word).join(' ');
}

const texts = Array.from({ length: 40 }, (_, at) => `${prose(at + 1, 120)} ${prose(7, 30)}`);
const articles = texts.map((text, at) => `${prose(500 + at, 40)} ${text.slice(80, 380)}`);
const answers = (matcher: Matcher): unknown => articles.map((article) => matcher.find(article));

function built(order: readonly number[]): Matcher {
  const matcher = createMatcher();
  for (const at of order) matcher.addDocument(`d${at}`, texts[at] as string);
  return matcher;
}

test('adding and removing gives what building from scratch gives', () => {
  const live = built(Array.from({ length: 40 }, (_, at) => at));
  const before = answers(live);
  for (let at = 0; at < 36; at++) assert.ok(live.removeDocument(`d${at}`));
  assert.equal(live.removeDocument('d0'), false);
  assert.deepEqual(answers(live), answers(built([36, 37, 38, 39])));
  for (let at = 0; at < 36; at++) live.addDocument(`d${at}`, texts[at] as string);
  assert.deepEqual(answers(live), before);
});

const enoughOf = (matcher: Matcher): number =>
  (matcher.lasting() as { seedBits: { enough: number } }).seedBits.enough;

test('a collection that outgrows its seeds is the same as one built with longer ones', () => {
  const size = { floor: 14, stride: 2, reach: 0, chance: 26 };
  const seedSizes = [
    { ...size, mostTokens: 2000, enough: 28 },
    { ...size, mostTokens: 2 ** 30, enough: 60 },
  ];
  const growing = createMatcher({ seedSizes });
  const grown = createMatcher({ seedSizes: seedSizes.slice(1) });
  const expecting = createMatcher({ seedSizes, expectTokens: 2001 });
  assert.equal(enoughOf(expecting), 60, 'who says how much is coming has its seeds at once');
  for (const [at, text] of texts.entries()) {
    if (at === 8) assert.equal(enoughOf(growing), 28);
    growing.addDocument(`d${at}`, text);
    grown.addDocument(`d${at}`, text);
    expecting.addDocument(`d${at}`, text);
  }
  assert.equal(enoughOf(growing), 60);
  assert.deepEqual(answers(growing), answers(grown));
  assert.deepEqual(answers(expecting), answers(grown));
});

test('the order of documents makes no difference', () => {
  const order = Array.from({ length: 40 }, (_, at) => (at * 7) % 40);
  assert.deepEqual(answers(built(order)), answers(built([...order].reverse())));
});

test('a document added again under its id replaces the old one', () => {
  const matcher = built([1, 2]);
  matcher.addDocument('d1', prose(99, 100));
  assert.equal(matcher.size().documents, 2);
  assert.deepEqual(matcher.find(articles[1] as string), []);
});

test('a removed document is found no more', () => {
  const matcher = built([3]);
  assert.notDeepEqual(matcher.find(articles[3] as string), []);
  matcher.removeDocument('d3');
  assert.deepEqual(matcher.find(articles[3] as string), []);
  assert.equal(matcher.size().documents, 0);
});

test('wording that too many documents shared proves again when few are left', () => {
  const matcher = createMatcher();
  const shared = prose(7, 30);
  // Large enough that the removals below do not bring about a rebuild.
  matcher.addDocument('lớn', prose(300, 4000));
  for (let at = 0; at < 12; at++) matcher.addDocument(`d${at}`, `${prose(at + 1, 20)} ${shared}`);
  assert.deepEqual(matcher.find(shared), []);
  for (let at = 0; at < 11; at++) matcher.removeDocument(`d${at}`);
  assert.deepEqual(
    matcher.find(shared).map(({ docId }) => docId),
    ['d11'],
  );
});

const SENTENCE =
  'Trạm quan trắc số ba tạm dời về bãi Cát Vàng từ mười giờ đêm mồng sáu do tổ kỹ thuật trông coi. ';

const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one protected sentence again and again': (size) => SENTENCE.repeat(size),
  'one word again and again': (size) => 'vàng '.repeat(size * 20),
  'one token without an end': (size) => 'nghiêng'.repeat(size * 14),
  'combining marks only': (size) => '\u0301\u0323'.repeat(size * 50),
  'half surrogates': (size) => '\ud83d'.repeat(size * 100),
  ideographs: (size) => '密文'.repeat(size * 50),
};

for (const [name, make] of Object.entries(HOSTILE)) {
  test(`time stays linear in the text: ${name}`, () => {
    const matcher = createMatcher();
    matcher.addDocument('bình thường', SENTENCE + prose(5, 60));
    matcher.addDocument('thù địch', make(1000));
    const stepsFor = (size: number): number => {
      matcher.find(make(size));
      return matcher.lastSteps();
    };
    const [small, large] = [stepsFor(500), stepsFor(4000)];
    assert.ok(large <= small * 8 * 1.5 + 2000, `${small} steps became ${large}`);
  });
}

test('empty texts are documents and articles like any other', () => {
  const matcher = createMatcher();
  matcher.addDocument('', '');
  assert.deepEqual(matcher.find(''), []);
  assert.deepEqual(matcher.find(SENTENCE), []);
  assert.ok(matcher.removeDocument(''));
});

test('compared with some documents alone, the answer is that of an index without others', () => {
  const own =
    'Đoàn kiểm tra đề nghị thu hồi hai con dấu cũ của phường Bến Lau trong đêm mười chín.';
  const alone = createMatcher();
  alone.addDocument('own', own);
  const crowded = createMatcher();
  crowded.addDocument('own', own);
  for (let other = 0; other < 12; other += 1) {
    crowded.addDocument(`other-${other}`, `${own} Kèm phụ lục số ${other}.`);
  }
  const among = new Set(['own']);
  const expected = alone.find(`${own} Kèm phụ lục.`, among);
  assert.equal(expected.length, 1);
  assert.deepEqual(crowded.find(`${own} Kèm phụ lục.`, among), expected);
  assert.deepEqual(crowded.find(own), []);
});
