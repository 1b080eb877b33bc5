import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMainTextReader } from './main-text.ts';

const SENTENCE =
  'Sáng nay, câu lạc bộ đua thuyền phường Bến Lau khai mạc giải truyền thống lần thứ mười hai ' +
  'với sự tham gia của hai mươi đội, trong đó có bốn đội nữ lần đầu góp mặt.';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><title>Đua thuyền</title>
   <meta property="article:published_time" content="2026-10-30T08:00:00+07:00"></head>
   <body><nav><a href="/">Trang chủ</a><a href="/xa-hoi">Xã hội</a></nav>${body}
   <footer>Giấy phép số 12</footer></body></html>`;

test('the article is kept, paragraph by paragraph, without the menu around it', async (t) => {
  const reader = createMainTextReader();
  t.after(() => reader.close());
  const article = `<article><h1>Đua thuyền</h1>${`<p>${SENTENCE}</p>`.repeat(4)}</article>`;
  const found = await reader.read(page(article));
  assert.ok(found);
  assert.equal(found.title, 'Đua thuyền');
  assert.equal(found.publishedAt, '2026-10-30T08:00:00+07:00');
  assert.ok(found.text.includes(`${SENTENCE}\n${SENTENCE}`));
  assert.ok(!found.text.includes('Trang chủ'));
});

test('a page without an article gives its whole text', async (t) => {
  const reader = createMainTextReader();
  t.after(() => reader.close());
  const found = await reader.read('<p>Ngắn.</p><script>var a = 1</script>');
  assert.match(found?.text ?? '', /Ngắn\./);
  assert.doesNotMatch(found?.text ?? '', /var a/);
});

test('a page that never ends is given up, and the next one is read', async (t) => {
  const reader = createMainTextReader(1_500);
  t.after(() => reader.close());
  const deep = '<div>'.repeat(300_000) + SENTENCE;
  const found = await reader.read(deep);
  assert.ok(found === null || found.text.includes('đua thuyền'));
  const next = await reader.read(page(`<p>${SENTENCE}</p>`.repeat(4)));
  assert.ok(next?.text.includes(SENTENCE));
});
