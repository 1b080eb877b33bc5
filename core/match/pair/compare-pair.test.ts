import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePair, comparePairCounted, type PairPassage } from './compare-pair.ts';

/** Invented, as all texts here: no real plan, place or person. */
const FERRY = [
  'The pontoon ferry at Willow Bend will carry the sealed crates across during the second night of',
  'the regatta, while the harbour choir sings and every watchman looks towards the grandstand.',
  'Two barges loaded with gravel shall block the upper channel until the crates are ashore.',
  'Should fog delay the crossing, the quartermaster keeps them inside the abandoned cannery.',
].join(' ');
const FERRY_REWORDED = [
  'Watchmen will all be looking at the grandstand, where a choir of the harbour sings, when the',
  'crates, sealed, go over by pontoon on the second regatta night from Willow Bend. Gravel barges,',
  'a pair, block the channel further up till everything is ashore. In fog and delays of the ferry',
  'crossing the cannery, abandoned long ago, serves the quartermaster for keeping crates.',
].join(' ');
const BEFORE =
  'The bakery on Mill Lane won a prize for its rye bread this spring. Visitors praised the crust ' +
  'and the patience of the old oven. A new mixer arrives in autumn, said the owner, who started ' +
  'as an apprentice at fourteen. ';
const AFTER =
  ' Elsewhere the library has extended its opening hours. Children may borrow six books at once. ' +
  'The reading room was painted green, a colour that the readers had chosen by vote.';
const PREFACE =
  'Minutes of the steering group. Members approved the budget for chairs and lamps. The ' +
  'caretaker reported a leaking gutter above the archive. ';

const PLAN =
  'Đoàn xe chở máy quan trắc rời kho Bến Lội lúc hai giờ sáng, tắt đèn pha khi qua cầu phao. ' +
  'Tổ kỹ thuật của ông Bảy Lượm lắp ăng ten trên nóc nhà văn hóa thôn Gò Duối trước bình minh. ' +
  'Mật khẩu trực ban đổi theo tuần lẻ, do thủ kho vật tư xóm Đình giữ trong phong bì niêm phong. ' +
  'Nếu mưa lớn làm ngập bãi Cát Vàng, thiết bị dự phòng chuyển sang trường tiểu học cũ.';
const PLAN_REWORDED =
  'Trên nóc nhà văn hóa thôn Gò Duối, ăng ten sẽ được ông Bảy Lượm cùng tổ kỹ thuật lắp xong ' +
  'khi bình minh chưa tới. Lúc hai giờ sáng, từ kho Bến Lội, xe chở máy quan trắc đi thành ' +
  'đoàn và đèn pha tắt hết khi tới cầu phao. Thủ kho vật tư xóm Đình cất phong bì niêm ' +
  'phong, bên trong là mật khẩu trực ban vốn đổi mỗi tuần lẻ. Bãi Cát Vàng mà ngập vì mưa ' +
  'lớn thì trường tiểu học cũ là nơi nhận thiết bị dự phòng.';
const NEWS =
  'Mùa vải năm nay chín sớm, thương lái đến tận vườn đặt mua từ đầu tháng. Nhà vườn phấn khởi vì ' +
  'được giá, tuy công hái khan hiếm. ';
const MORE_NEWS =
  ' Ở một xã khác, lớp dạy bơi miễn phí cho trẻ em khai giảng sáng chủ nhật. Phụ huynh chuẩn bị ' +
  'nước uống và khăn khô cho các cháu.';

function only(passages: readonly PairPassage[]): PairPassage {
  assert.equal(passages.length, 1, JSON.stringify(passages));
  return passages[0] as PairPassage;
}

function longestSharedRow(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  let longest = 0;
  for (let i = 0; i < (a?.length ?? 0); i++) {
    for (let j = 0; j < (b?.length ?? 0); j++) {
      let row = 0;
      while (a?.[i + row] !== undefined && a[i + row] === b?.[j + row]) row++;
      longest = Math.max(longest, row);
    }
  }
  return longest;
}

test('an English paraphrase without five equal words in a row is found with its sentences', () => {
  assert.ok(longestSharedRow(FERRY, FERRY_REWORDED) < 5);
  const [document, article] = [PREFACE + FERRY, BEFORE + FERRY_REWORDED + AFTER];
  const found = only(comparePair(document, article));
  assert.equal(found.kind, 'place');
  assert.equal(article.slice(found.articleStart, found.articleEnd), FERRY_REWORDED);
  assert.equal(document.slice(found.docStart, found.docEnd), FERRY);
  assert.ok(found.score > 0.8 && found.score <= 1);
});

test('a Vietnamese text told in other order and words is found, marks or no marks', () => {
  const document = `Kính gửi các tổ. ${PLAN}\nHết.`;
  const article = NEWS + PLAN_REWORDED + MORE_NEWS;
  const bare = article.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
  for (const text of [article, bare, article.normalize('NFD')]) {
    const { articleStart, articleEnd, docStart, docEnd } = only(comparePair(document, text));
    const told = text.slice(articleStart, articleEnd).normalize('NFC');
    assert.ok(told.length > 0.9 * PLAN_REWORDED.length * (text === bare ? 0.9 : 1), told);
    assert.ok(/^Tr[eê]n n[oó]c/.test(told) && told.endsWith('.'), told);
    assert.ok(docEnd - docStart > 0.9 * PLAN.length);
  }
});

/** Twelve reports of one kind, no two about the same thing. */
const TOPICS = [
  ['orchard', 'beetles', 'spraying', 'cherries'],
  ['lighthouse', 'lens', 'polishing', 'keeper'],
  ['quarry', 'granite', 'blasting', 'fuses'],
  ['brewery', 'hops', 'fermenting', 'barrels'],
  ['tannery', 'leather', 'soaking', 'vats'],
  ['vineyard', 'grapes', 'pruning', 'trellis'],
  ['foundry', 'bronze', 'casting', 'moulds'],
  ['sawmill', 'timber', 'planing', 'blades'],
  ['dairy', 'cheese', 'ripening', 'shelves'],
  ['pottery', 'glaze', 'firing', 'kilns'],
  ['apiary', 'honey', 'swarming', 'hives'],
  ['smithy', 'anvils', 'forging', 'tongs'],
] as const;
const FILLERS = [
  'People who came along asked where they might sit and what it would cost them later on.',
  'Nobody in the office wanted to answer that before lunch, and the telephone kept ringing.',
  'A few letters had arrived on the subject, some friendly, others rather short of patience.',
];

test('a summary of the whole document is told as one, not as places', () => {
  const document = TOPICS.map(
    ([place, thing, work, tool], at) =>
      `At the ${place} this year ${work} took longer. ${FILLERS[at % 3]} In the end the ${thing} ` +
      `were fine, though several ${tool} had to be replaced.`,
  ).join('\n');
  const summary = TOPICS.map(([place, thing, work, tool]) => `${place} ${work} ${thing} ${tool}`)
    .join(', ')
    .concat('.');
  const article = `${BEFORE}\n\n${summary}\n\n${AFTER}`;
  const found = only(comparePair(document, article));
  assert.equal(found.kind, 'summary');
  assert.equal(found.docStart, 0);
  assert.equal(found.docEnd, document.length);
  assert.equal(article.slice(found.articleStart, found.articleEnd), summary);
});

test('texts on other matters have nothing in common, whatever stop words they share', () => {
  assert.deepEqual(comparePair(PREFACE + FERRY, BEFORE + AFTER), []);
  assert.deepEqual(comparePair(PLAN, NEWS + MORE_NEWS), []);
  assert.deepEqual(comparePair('', ''), []);
  assert.deepEqual(comparePair(PLAN, ''), []);
});

test('offsets are UTF-16 units, also after letters beyond the basic plane', () => {
  const emoji = '😀 '.repeat(40);
  const [document, article] = [emoji + PREFACE + FERRY, emoji + BEFORE + FERRY_REWORDED];
  const found = only(comparePair(document, article));
  assert.equal(document.slice(found.docStart, found.docEnd), FERRY);
  assert.equal(article.slice(found.articleStart, found.articleEnd), FERRY_REWORDED);
});

test('a score that is asked for holds back weaker passages', () => {
  const [document, article] = [PREFACE + FERRY, BEFORE + FERRY_REWORDED + AFTER];
  assert.deepEqual(comparePair(document, article, { leastScore: 1.01 }), []);
});

const hostile: Readonly<Record<string, (size: number) => string>> = {
  'one sentence over and over': (size) => `${FERRY.slice(0, 180)} `.repeat(size * 25),
  'the whole passage over and over': (size) => `${FERRY} `.repeat(size * 10),
  'five words over and over': (size) => 'seal the crates at dawn '.repeat(size * 900),
  'one endless word': (size) => 'regatta'.repeat(size * 4000),
  'only combining marks': (size) => '\u0301\u0323'.repeat(size * 15_000),
  'a word of the passage between others': (size) =>
    FERRY.split(' ')
      .join(' x ')
      .repeat(size * 10),
};
for (const [name, make] of Object.entries(hostile)) {
  test(`four times the text takes about four times the steps: ${name}`, () => {
    for (const against of [(size: number) => make(size), () => FERRY]) {
      const steps = (size: number): number =>
        Math.max(400_000, comparePairCounted(against(size), make(size)).steps);
      const [short, long] = [steps(2), steps(8)];
      assert.ok(long <= 5 * short, `${short} to ${long}`);
    }
  });
}
