import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GROUNDS, type Ground } from '../publication/release.ts';
import { commonPieces, type Judgement, suffices } from './common-wording.ts';
import { decideVerdict } from './decide-verdict.ts';
import { rankOf } from './rank.ts';
import { sharedShare, storyOf } from './story.ts';
import { traceCopies } from './trace-copies.ts';
import { MATCH_STATES, type MatchState, VERDICTS, type VerdictKind } from './verdict.ts';

function answer(verdict: VerdictKind, state: MatchState, ground: Ground | null): string {
  const decided = decideVerdict({ verdict, state, reason: 'Vì lý do', ground });
  return decided.ok ? decided.value : decided.refusals.map(({ code }) => code).join(' ');
}

test('a verdict is given on what is open or unclear, and unclear is said once', () => {
  const grid = MATCH_STATES.map((state) => VERDICTS.map((one) => answer(one, state, 'secret')));
  const unfounded = 'verdict-unfounded';
  const given = 'verdict-given';
  assert.deepEqual(grid, [
    ['confirmed', unfounded, 'dismissed', 'dismissed', 'unclear'],
    ['confirmed', unfounded, 'dismissed', 'dismissed', given],
    ...Array.from({ length: 2 }, () => [given, `${given} ${unfounded}`, given, given, given]),
  ]);
});

test('material under embargo is no leak of a secret; its verdict needs sight of it', () => {
  assert.equal(answer('leak', 'open', 'embargo'), 'verdict-unfounded');
  assert.equal(answer('embargo-broken', 'open', 'embargo'), 'confirmed');
  assert.equal(answer('embargo-broken', 'open', null), 'verdict-unfounded');
});

test('to who may not see the document every ground answers alike', () => {
  for (const verdict of VERDICTS) {
    const blind = answer(verdict, 'open', null);
    const possible = GROUNDS.map((ground) => answer(verdict, 'open', ground));
    assert.ok(possible.includes(blind), verdict);
  }
});

test('every verdict says why', () => {
  for (const verdict of VERDICTS) {
    const decided = decideVerdict({ verdict, state: 'open', reason: ' \n', ground: 'embargo' });
    assert.ok(!decided.ok && decided.refusals.some(({ code }) => code === 'reason-missing'));
  }
});

test('the queue weighs surprise by level, and what is unknown weighs like the lowest', () => {
  assert.ok(rankOf(60, 'tuyet-mat') > rankOf(200, 'mat'));
  assert.ok(rankOf(300, 'mat') > rankOf(60, 'tuyet-mat'));
  assert.equal(rankOf(77, null), rankOf(77, 'mat'));
  assert.equal(rankOf(5_000, 'mat'), rankOf(1_000, 'mat'));
});

const place = (docStart: number, docEnd: number) => ({ docStart, docEnd });

test('reprint and summary of the same passages are one story, other passages are another', () => {
  const told = [
    { storyId: 'reprint', textVersion: 1, passages: [place(100, 300), place(290, 500)] },
    { storyId: 'other page', textVersion: 1, passages: [place(900, 1_100)] },
  ];
  const summary = { textVersion: 1, passages: [place(420, 520)] };
  assert.equal(storyOf(summary, told), 'reprint');
  assert.equal(storyOf({ ...summary, textVersion: 2 }, told), null);
  assert.equal(storyOf({ textVersion: 1, passages: [place(480, 600)] }, told), null);
  assert.equal(sharedShare([place(0, 10), place(5, 20)], [place(0, 20)]), 1);
  assert.equal(sharedShare([], [place(0, 20)]), 0);
});

const PHRASE = 'theo sự phân công của thường trực ủy ban';
const BESIDE = ['', 'sông nước mây trời', 'bàn ghế sách vở', 'cơm áo gạo tiền', 'đá vàng sắt gỗ'];
const judged = (number: number, more: Partial<Judgement> = {}): Judgement => ({
  passages: [`${BESIDE[number]}, ${PHRASE}, ${BESIDE[number]}`],
  officerId: `officer ${number}`,
  documentId: 'document',
  articleId: `article ${number}`,
  day: `2026-11-0${number}`,
  ...more,
});

test('wording is common by two officers on two pages and days: what both share, no more', () => {
  assert.deepEqual(commonPieces([judged(1), judged(2)]), [PHRASE]);
  const shouted = { passages: [PHRASE.normalize('NFD').toUpperCase()] };
  assert.equal(commonPieces([judged(1), judged(2, shouted)]).length, 2);
});

test('one officer suffices only against two documents', () => {
  const officerId = 'officer';
  assert.deepEqual(commonPieces([judged(1, { officerId }), judged(2, { officerId })]), []);
  const other = judged(2, { officerId, documentId: 'other document' });
  assert.deepEqual(commonPieces([judged(1, { officerId }), other]), [PHRASE]);
});

test('never from one page or one day alone, however often it is said', () => {
  const many = [1, 2, 3, 4].map((number) => judged(number));
  assert.ok(suffices(many));
  assert.ok(!suffices(many.map((one) => ({ ...one, articleId: 'one page' }))));
  assert.ok(!suffices(many.map((one) => ({ ...one, day: '2026-11-01' }))));
  assert.deepEqual(commonPieces(many.map((one) => ({ ...one, day: '2026-11-01' }))), []);
  assert.deepEqual(commonPieces([]), []);
});

const BODY = 'Ban tổ chức họp kín ngày mười chín tại tầng ba để chọn bảy ứng viên dự phòng.';
const COSTS = 'Kinh phí lấy từ nguồn dự trữ của thành phố, chia làm ba đợt trong quý bốn.';

test('a copy that lacks the passage is told from those that have it', () => {
  const copies = [
    { copyId: 'whole', text: `${BODY} ${COSTS}` },
    { copyId: 'extract', text: COSTS },
    { copyId: 'other whole', text: `${BODY} ${COSTS}` },
  ];
  const traced = traceCopies({ articleText: `Tin: ${BODY}`, passages: [BODY] }, copies);
  assert.deepEqual(
    traced.map(({ trace }) => trace),
    ['contains', 'lacks', 'contains'],
  );
});

test('words that only one copy has and the article repeats are counted for that copy', () => {
  const copies = ['Nơi nhận: quận Sông Hoa', 'Nơi nhận: quận Núi Trầm'].map((line, at) => ({
    copyId: String(at),
    text: `${BODY} ${line}`,
  }));
  const articleText = `${BODY} Văn bản ghi nơi nhận: quận Núi Trầm.`;
  const [hoa, tram] = traceCopies({ articleText, passages: [BODY] }, copies);
  assert.deepEqual([hoa?.trace, tram?.trace], ['contains', 'contains']);
  assert.ok((tram?.ownRepeated ?? 0) > (hoa?.ownRepeated ?? 0));
});

test('a disguise of the article hides no copy, and what it changed counts against none', () => {
  const copies = [
    { copyId: 'whole', text: BODY },
    { copyId: 'extract', text: COSTS },
  ];
  const plain = BODY.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll('Đ', 'D');
  for (const articleText of [plain, BODY.replace('bảy', 'tám'), 'không còn gì giống nữa']) {
    const traced = traceCopies({ articleText, passages: [BODY] }, copies);
    assert.deepEqual(
      traced.map(({ trace }) => trace),
      ['contains', 'lacks'],
    );
  }
  const [nothing] = traceCopies({ articleText: '', passages: [] }, copies);
  assert.deepEqual([nothing?.trace, nothing?.share], ['lacks', 0]);
});
