import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOf, isSameText } from './same-text.ts';

const THINGS = ['trại cá', 'lò gốm', 'bến đò', 'vườn ươm', 'xưởng mộc', 'chợ nổi', 'đập tràn'];
const WAYS = ['ghi sổ hằng ngày', 'treo bảng ở cổng', 'báo cho phường', 'đóng cửa buổi trưa'];
const at7 = (at: number): string => THINGS[at % 7] ?? '';
const article = (at: number): string =>
  `Điều ${at}. Chủ ${at7(at)} số ${at * 13 + 7} phải ${WAYS[at % 4]}, giữ giấy tờ ít nhất ` +
  `${at + 2} năm, nộp ${at * 50 + 300} đồng mỗi quý và ${WAYS[(at + 1) % 4]} khi ` +
  `${at7(at * 3)} thứ ${at + 20} ngừng làm việc quá ${at + 5} ngày liền.`;
const ARTICLES = Array.from({ length: 40 }, (_, at) => article(at + 1));
const LAW = ['LUẬT SÔNG NƯỚC', 'Số 12/2026/QH16', ...ARTICLES].join('\n');

/** The words in lines of a page, with its head and its number. */
function asPages(text: string, head: (page: number) => string): string {
  const words = text.split(/\s+/);
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += 11) lines.push(words.slice(at, at + 11).join(' '));
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += 25) {
    const page = pages.length + 1;
    pages.push([head(page), ...lines.slice(at, at + 25), `- ${page} -`].join('\n'));
  }
  assert.ok(pages.length > 3);
  return pages.join('\n');
}

const isSame = (one: string, other: string) => {
  const answer = isSameText(formOf(one), formOf(other));
  assert.equal(isSameText(formOf(other), formOf(one)), answer, 'either way round');
  return answer;
};

test('running heads, page numbers and other line breaks make no other text', () => {
  const pages = asPages(LAW, (page) => `CÔNG BÁO/Số 471 + 472/Ngày 20-3-2026  Trang ${page}`);
  assert.ok(isSame(LAW, pages));
  assert.ok(
    isSame(
      asPages(LAW, () => 'Luật sông nước'),
      pages,
    ),
  );
  assert.ok(isSame(LAW, LAW.toUpperCase().normalize('NFD')));
});

test('a few words that one form lost make no other text', () => {
  assert.ok(isSame(LAW, `Văn phòng Quốc hội in lại\n${LAW}`.replace('quá', '')));
});

test('other figures are another text, however much of the words is the same', () => {
  assert.ok(
    !isSame(
      LAW,
      LAW.replaceAll(/(\d+) đồng/g, (_, sum) => `${Number(sum) * 2} đồng`),
    ),
  );
  const short = ARTICLES.slice(0, 3).join('\n');
  assert.ok(!isSame(short, short.replace('3 năm', '5 năm')));
  assert.ok(isSame(short, short));
});

test('an amended law, a part of a law and another law are other texts', () => {
  const amended = ARTICLES.map((one, at) =>
    at % 8 === 0 ? one.replace(/phải .* năm/, 'được miễn mọi việc ghi chép và nộp giấy') : one,
  );
  assert.ok(!isSame(LAW, amended.join('\n')));
  assert.ok(!isSame(LAW, ARTICLES.slice(0, 36).join('\n')));
  assert.ok(!isSame(LAW, [...ARTICLES, ...ARTICLES.map((_, at) => article(at + 50))].join('\n')));
  const other = Array.from({ length: 40 }, (_, at) => article(at + 60)).join('\n');
  assert.ok(!isSame(LAW, other));
});

test('texts without five words are compared by nothing', () => {
  assert.ok(!isSame('', ''));
  assert.ok(!isSame('Điều 1', 'Điều 1'));
});
