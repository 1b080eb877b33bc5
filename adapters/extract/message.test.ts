import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from './extractor.ts';

const extractor = openExtractor();
const SENTENCE = 'Ủy ban thống nhất giới thiệu bổ sung bảy ứng viên dự phòng';
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const word = (text: string) => `=?utf-8?B?${base64(text)}?=`;
const lines = (...all: readonly string[]) => all.join('\r\n');

const INNER = lines(
  `Subject: ${word('Thư bên trong')}`,
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  base64('Lời của thư bên trong'),
);

const MESSAGE = lines(
  'From: a@example.test',
  `Subject: ${word('Về cuộc họp')}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="one"',
  '',
  '--one',
  'Content-Type: multipart/alternative; boundary="two"',
  '',
  '--two',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Lời chào.',
  '--two',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  base64(`<style>p{}</style><p>${SENTENCE.slice(0, 20)}<b>${SENTENCE.slice(20)}</b></p>`),
  '--two--',
  '--one',
  'Content-Type: application/octet-stream',
  `Content-Disposition: attachment; filename="${word('tờ trình.bin')}"`,
  'Content-Transfer-Encoding: base64',
  '',
  base64(Buffer.from([0, 255, 13, 10, 0])),
  '--one',
  'Content-Type: message/rfc822',
  '',
  INNER,
  '--one--',
  '',
);

test('subject, every text part, names and messages inside come out as words', async () => {
  const opened = await extractor.openMessage(Buffer.from(MESSAGE));
  assert.ok(opened.ok, JSON.stringify(opened));
  for (const part of ['Về cuộc họp', 'Lời chào.', SENTENCE, 'tờ trình.bin', 'Lời của thư'])
    assert.ok(opened.value.text.includes(part), part);
  assert.ok(!opened.value.text.includes('p{}'));
});

test('an attachment comes out byte for byte', async () => {
  const opened = await extractor.openMessage(Buffer.from(MESSAGE));
  assert.ok(opened.ok);
  assert.deepEqual(opened.value.attachments, [Uint8Array.from([0, 255, 13, 10, 0])]);
});

test('a message nested deeper than anyone writes is refused, not read in part', async () => {
  const depth = 300;
  const heads = Array.from({ length: depth }, (_, at) =>
    lines(`Content-Type: multipart/mixed; boundary="b${at}"`, '', `--b${at}`, ''),
  );
  const opened = await extractor.openMessage(Buffer.from(`${heads.join('')}\r\n\r\nx`));
  assert.deepEqual(opened, { ok: false, code: 'file-unreadable' });
});

test('a message of more parts than anyone sends is refused', async () => {
  const part = lines('--b', 'Content-Disposition: attachment; filename=a', '', 'x', '');
  const head = lines('Content-Type: multipart/mixed; boundary=b', '', '');
  const opened = await extractor.openMessage(Buffer.from(`${head}${part.repeat(201)}--b--`));
  assert.deepEqual(opened, { ok: false, code: 'output-limit', detail: 'too-many-parts' });
});
