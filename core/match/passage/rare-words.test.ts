import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher, type Match } from '../matcher.ts';

/** Invented: no real plan, place or number. */
const PASSAGE =
  'Trạm quan trắc số ba tạm dời về bãi Cát Vàng từ mười giờ đêm mồng sáu, do tổ kỹ thuật của ông ' +
  'Bảy Lượm trông coi; mọi xe chở thùng niêm phong rẽ qua cầu phao Bến Lội trước 23 giờ 47 phút.';
const ARTICLE = `Một bạn đọc kể 😀: ${PASSAGE} Chuyện chỉ có vậy.`;

type Teaching = {
  readonly background?: readonly string[];
  readonly open?: string;
  readonly other?: string;
};

function onlyMatch(article: string, { background, open, other }: Teaching = {}): Match {
  const matcher = createMatcher();
  for (const page of background ?? []) matcher.addBackground(page);
  if (other) matcher.addDocument('khác', other);
  matcher.addDocument('tài liệu', PASSAGE);
  // After learning ended: nothing but being public speaks against its words.
  if (open) matcher.addPublic(open);
  const found = matcher.find(article, new Set(['tài liệu']));
  assert.equal(found.length, 1, JSON.stringify(found));
  return found[0] as Match;
}

const wordsOf = (article: string, { why }: Match): string[] =>
  why.rare.map(({ start, end }) => article.slice(start, end));

test('rare words are few short rows of the passage, the rarest first', () => {
  const match = onlyMatch(ARTICLE);
  const { rare } = match.why;
  assert.ok(rare.length > 0 && rare.length <= 8);
  const bits = rare.map((row) => row.bits);
  assert.deepEqual(
    bits,
    bits.toSorted((one, other) => other - one),
  );
  for (const { start, end } of rare) {
    assert.ok(match.articleStart <= start && start < end && end <= match.articleEnd);
    assert.ok(PASSAGE.includes(ARTICLE.slice(start, end)));
    assert.ok(ARTICLE.slice(start, end).split(' ').length <= 6);
  }
  assert.equal(new Set(rare.flatMap(({ start, end }) => [start, end])).size, rare.length * 2);
});

test('what ordinary text is full of is not called rare', () => {
  const usual = 'tổ kỹ thuật của ông Bảy Lượm trông coi';
  const before = onlyMatch(ARTICLE);
  const days = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
  const background = days.map((day) => `Thứ ${day} tuần ${day}, ${usual} ở chợ phiên thứ ${day}. `);
  const after = onlyMatch(ARTICLE, { background });
  const weightOf = ({ why }: Match): number =>
    why.rare
      .filter(({ start, end }) => usual.includes(ARTICLE.slice(start, end)))
      .reduce((sum, { bits }) => sum + bits, 0);
  assert.ok(weightOf(before) > 20, JSON.stringify(before.why.rare));
  assert.ok(weightOf(after) < weightOf(before) / 2, JSON.stringify(after.why.rare));
});

test('public wording explains nothing', () => {
  const open = 'mọi xe chở thùng niêm phong rẽ qua cầu phao Bến Lội';
  const match = onlyMatch(ARTICLE, { open });
  assert.ok(match.why.rare.length > 0);
  for (const words of wordsOf(ARTICLE, match)) assert.ok(!open.includes(words), words);
});

test('a word that was replaced is in no row', () => {
  const article = ARTICLE.replace('thùng', 'hòm').replace('Bảy', 'Tám');
  const words = wordsOf(article, onlyMatch(article));
  assert.ok(words.length > 0);
  for (const row of words) assert.doesNotMatch(row, /hòm|Tám/u);
});

test('lost diacritics and capitals move no place', () => {
  const article = ARTICLE.toUpperCase();
  const [match, plain] = [onlyMatch(article), onlyMatch(ARTICLE)];
  assert.deepEqual(match.why.rare, plain.why.rare);
});

test('the rows tell nothing of documents that are left out', () => {
  const other = `Biên bản kho. ${PASSAGE} Hết biên bản.`;
  assert.deepEqual(onlyMatch(ARTICLE, { other }).why.rare, onlyMatch(ARTICLE).why.rare);
});
