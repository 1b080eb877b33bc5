import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { runMatch } from './match.ts';

const folder = mkdtempSync(join(tmpdir(), 'match-'));
after(() => rmSync(folder, { recursive: true }));

const SECRET =
  'Kho dự phòng xăng dầu số bảy dời về hang Thẩm Vạt trước mùa lũ và giao trung đội thông tin canh gác ngày đêm.';

const path = (name: string): string => join(folder, name);
function put(name: string, lines: readonly unknown[]): string {
  writeFileSync(path(name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path(name);
}

async function run(...argv: string[]): Promise<{ code: number; out: string; error: string }> {
  const [out, error]: [string[], string[]] = [[], []];
  const stdout = { write: (text: string) => out.push(text) };
  const stderr = { write: (text: string) => error.push(text) };
  const code = await runMatch(argv, { stdout, stderr });
  return { code, out: out.join(''), error: error.join('') };
}

const documents = put('p.jsonl', [
  { id: 'tài liệu 1', text: `Kính gửi các đơn vị.\n${SECRET}\n` },
  { id: 'rỗng', text: '' },
]);

test('a reused sentence is written with its places in both texts', async () => {
  const text = `Tin đồn\u2028😀 nói: ${SECRET} Hết.`;
  const articles = put('a.jsonl', [
    { id: 'sạch', text: 'Trời hôm nay đẹp.' },
    { id: 'bài', text },
  ]);
  const result = await run(
    '--protected',
    documents,
    '--articles',
    articles,
    '--out',
    path('m.jsonl'),
  );
  assert.deepEqual(result, { code: 0, out: '', error: '' });
  const lines = readFileSync(path('m.jsonl'), 'utf8').trimEnd().split('\n');
  assert.equal(lines.length, 1);
  const found = JSON.parse(lines[0] ?? '');
  assert.deepEqual(Object.keys(found), [
    'articleId',
    'docId',
    'articleStart',
    'articleEnd',
    'docStart',
    'docEnd',
    'score',
  ]);
  assert.equal(found.articleId, 'bài');
  assert.equal(found.docId, 'tài liệu 1');
  assert.equal(`${text.slice(found.articleStart, found.articleEnd)}.`, SECRET);
  assert.ok(found.score > 0.5 && found.score <= 1);
});

test('--why adds bits, rare words and the background, and changes no field', async () => {
  const text = `Tin đồn nói: ${SECRET} Hết.`;
  const articles = put('y.jsonl', [{ id: 'bài', text }]);
  const open = put('y-open.jsonl', [{ id: 'luật', text: 'Điều 1. Phạm vi điều chỉnh.' }]);
  const given = ['--protected', documents, '--articles', articles, '--public', open];
  assert.equal((await run(...given, '--out', path('plain.jsonl'))).code, 0);
  const result = await run(...given, '--why', '--out', path('why.jsonl'));
  assert.equal(result.code, 0);
  assert.match(result.error, /1 public texts, 0 background texts, 2 protected documents/);
  const [plain, told] = ['plain.jsonl', 'why.jsonl'].map((name) =>
    JSON.parse(readFileSync(path(name), 'utf8')),
  );
  const { bits, rare, ...rest } = told;
  assert.deepEqual(rest, plain);
  assert.ok(bits > 50 && rare.length > 0);
  for (const { start, end } of rare) assert.ok(SECRET.includes(text.slice(start, end)));
});

test('several threads write what one writes, in the order of the articles', async () => {
  const filler = 'Trời hôm nay đẹp, chợ huyện đông người mua bán từ sáng sớm. '.repeat(60);
  const articles = put(
    'many.jsonl',
    Array.from({ length: 700 }, (_, at) => ({
      id: `bài ${at}`,
      text: at % 9 === 0 ? `${filler} ${at} ${SECRET}` : filler.slice(at),
    })),
  );
  for (const workers of ['1', '3']) {
    const out = ['--out', path(`by-${workers}.jsonl`), '--workers', workers, '--why'];
    const result = await run('--protected', documents, '--articles', articles, ...out);
    assert.equal(result.code, 0, result.error);
  }
  const [one, three] = ['1', '3'].map((workers) =>
    readFileSync(path(`by-${workers}.jsonl`), 'utf8'),
  );
  assert.equal(one?.split('\n').length, 79);
  assert.equal(three, one);
});

test('a bad line among the articles ends the threads and leaves no output', async () => {
  const articles = path('bad-late.jsonl');
  const good = `${JSON.stringify({ id: 'a', text: SECRET.repeat(90) })}\n`;
  writeFileSync(articles, `${good.repeat(200)}{"id":`);
  const out = ['--out', path('never.jsonl'), '--workers', '2'];
  const { code, error } = await run('--protected', documents, '--articles', articles, ...out);
  assert.equal(code, 1);
  assert.match(error, /bad-late\.jsonl:201: /);
  assert.ok(!readdirSync(folder).some((name) => name.startsWith('never')));
});

test('packed input, empty lines and a last line without an end are read', async () => {
  const articles = path('a.jsonl.gz');
  writeFileSync(articles, gzipSync(`\n${JSON.stringify({ id: 'x', text: SECRET })}`));
  const result = await run(
    '--protected',
    documents,
    '--articles',
    articles,
    '--out',
    path('z.jsonl'),
  );
  assert.equal(result.code, 0);
  assert.match(readFileSync(path('z.jsonl'), 'utf8'), /"articleId":"x"/);
});

test('wording given as public is not reported', async () => {
  const articles = put('b.jsonl', [{ id: 'x', text: SECRET }]);
  const open = put('u.jsonl', [{ id: 'luật', text: SECRET }]);
  const given = ['--protected', documents, '--articles', articles, '--public', open];
  const result = await run(...given, '--background', open, '--out', path('u-out.jsonl'));
  assert.equal(result.code, 0);
  assert.equal(readFileSync(path('u-out.jsonl'), 'utf8'), '');
});

test('a bad line is named by file and number, and no output is left', async () => {
  const articles = path('bad.jsonl');
  writeFileSync(articles, `${JSON.stringify({ id: 'x', text: SECRET })}\n{"id": 7}\n`);
  const result = await run(
    '--protected',
    documents,
    '--articles',
    articles,
    '--out',
    path('n.jsonl'),
  );
  assert.equal(result.code, 1);
  assert.match(result.error, /bad\.jsonl:2: /);
  assert.equal(existsSync(path('n.jsonl')), false);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith('.partial')),
    [],
  );
});

test('an id twice, a missing file and broken UTF-8 are failures, not crashes', async () => {
  const twice = put('twice.jsonl', [
    { id: 'x', text: '' },
    { id: 'x', text: '' },
  ]);
  const broken = path('broken.jsonl');
  writeFileSync(broken, Buffer.from([0x7b, 0xff, 0x0a]));
  for (const bad of [twice, broken, path('missing.jsonl'), path('missing.jsonl.gz')]) {
    const result = await run('--protected', bad, '--articles', documents, '--out', path('n.jsonl'));
    assert.equal(result.code, 1, bad);
    assert.notEqual(result.error, '');
  }
});

test('help is printed in both languages; wrong usage exits 2', async () => {
  const help = await run('--help');
  assert.equal(help.code, 0);
  assert.match(help.out, /Cách dùng \/ Usage/);
  for (const wrong of [[], ['--protected', documents], ['--nonsense']]) {
    assert.equal((await run(...wrong)).code, 2);
  }
});
