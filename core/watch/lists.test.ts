import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUsual, LEAST_DAYS, LEAST_SOURCES, type PublicPage, usualPieces } from './background.ts';
import {
  againstConfirming,
  contentsOf,
  hashOfWords,
  type ListedText,
  stateOfText,
} from './public-list.ts';

const PHRASE = 'theo tin từ trung tâm dự báo khí tượng thủy văn';
const page = (at: number, more: Partial<PublicPage> = {}): PublicPage => ({
  text: `Bản tin ${at}: ${PHRASE}; ${at} lời riêng.`,
  source: `báo ${at}`,
  day: `2026-11-0${at}`,
  touches: false,
  ...more,
});
const pages = (count: number, more: Partial<PublicPage> = {}): PublicPage[] =>
  Array.from({ length: count }, (_, at) => page(at + 1, more));

test('wording of several sources on several days is usual: what they share, no more', () => {
  assert.ok(LEAST_SOURCES >= 3 && LEAST_DAYS >= 3);
  assert.deepEqual(usualPieces(pages(3)), [PHRASE]);
});

test('one page, one source or one day never makes wording common, however often', () => {
  assert.deepEqual(usualPieces(pages(1)), []);
  assert.deepEqual(usualPieces(pages(9, { source: 'một báo' })), []);
  assert.deepEqual(usualPieces(pages(9, { day: '2026-11-01' })), []);
  assert.deepEqual(usualPieces(Array.from({ length: 50 }, () => page(1))), []);
  assert.deepEqual(usualPieces(pages(2)), []);
  assert.ok(!isUsual([]));
});

test('wording on a page that touches a protected document is never usual', () => {
  assert.deepEqual(usualPieces([...pages(8), page(9, { touches: true })]), []);
});

const listed = (more: Partial<ListedText> = {}): ListedText => ({
  id: 'a',
  sha256: 'ab'.repeat(32),
  addedBy: 'một',
  touches: false,
  confirmed: null,
  removed: null,
  ...more,
});

test('a text that touches protected wording waits for a second officer', () => {
  assert.equal(stateOfText(listed()), 'in-force');
  assert.equal(stateOfText(listed({ touches: true })), 'waiting');
  assert.equal(stateOfText(listed({ touches: true, confirmed: { by: 'hai' } })), 'in-force');
  assert.equal(stateOfText(listed({ removed: {} })), 'removed');
  const codes = (text: ListedText, officer: string) =>
    againstConfirming(text, officer).map(({ code }) => code);
  assert.deepEqual(codes(listed({ touches: true }), 'hai'), []);
  assert.deepEqual(codes(listed({ touches: true }), 'một'), ['proposer-decides']);
  assert.deepEqual(codes(listed(), 'hai'), ['already-done']);
});

test('a version hashes what is in force, whatever the order', () => {
  const [one, two] = [listed(), listed({ sha256: 'cd'.repeat(32) })];
  assert.deepEqual(contentsOf([one, two]), contentsOf([two, one]));
  assert.equal(contentsOf([one, two]).texts, 2);
  const rest = [listed({ touches: true }), listed({ sha256: 'ef'.repeat(32), removed: {} })];
  assert.deepEqual(contentsOf([one, two, ...rest]), contentsOf([one, two]));
  // printf 'abab…ab\n' | sha256sum
  assert.equal(
    contentsOf([one]).sha256,
    '82a6564112bc37029d3b015453401525faa10b0729c2f72d3032a5f4c13bad51',
  );
});

test('a text is the same by its words, however its lines break', () => {
  const law = 'Điều 9. Chủ vườn ươm\ntưới cây  vào sáng sớm.\n';
  assert.equal(hashOfWords(law.normalize('NFD')), hashOfWords(law.replace(/\s+/g, '\r\n')));
  // printf 'a b' | sha256sum
  const printed = 'c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65';
  assert.equal(hashOfWords(' a\n b '), printed);
});
