import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vietnameseShare } from '../../core/common/syllable.ts';
import { decodeBytes, decodePage } from './charset.ts';

const TEXT =
  'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc. Ủy ban nhân dân quận đã ' +
  'thống nhất giới thiệu bổ sung bảy ứng viên dự phòng, đồng thời hoãn công bố danh sách cho ' +
  'đến khi hoàn tất việc thẩm tra lý lịch của từng người; kinh phí trích từ nguồn dự phòng.';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** TCVN3 as an old editor wrote it, by the published table; made with another program (iconv). */
const TCVN3 = latin1(
  'ViÖt Nam ®éc lËp tù do h¹nh phóc, ñy ban nh©n d©n quËn ®· thèng nhÊt giíi thiÖu bæ sung b¶y ' +
    'øng viªn dù phßng',
);
const VNI = latin1(
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc. Nöôùc Vieät Nam laø ' +
    'moät, daân toäc Vieät Nam laø moät. Ñaûng vaø Nhaø nöôùc chaêm lo ñôøi soáng nhaân daân.',
);

/** Windows-1258: base letter with its shape, then the tone as a combining mark. */
function windows1258(text: string): Uint8Array {
  const letters = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    letters.set(new TextDecoder('windows-1258').decode(Uint8Array.of(byte)), byte);
  }
  const bytes = [...text].flatMap((letter) => {
    const whole = letters.get(letter);
    if (whole !== undefined) return [whole];
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0] ?? '';
    const base = letter.normalize('NFD').replace(tone, '').normalize('NFC');
    return [letters.get(base) ?? 63, letters.get(tone) ?? 63];
  });
  return Uint8Array.from(bytes);
}

test('what is declared wrongly is read rightly', () => {
  const utf8 = new TextEncoder().encode(TEXT);
  for (const declared of ['iso-8859-1', 'windows-1258', 'utf-16le', 'no-such-charset']) {
    assert.equal(decodeBytes(utf8, [declared]).text, TEXT);
  }
  assert.equal(decodeBytes(windows1258(TEXT), ['utf-8']).text, TEXT);
  assert.equal(decodeBytes(windows1258(TEXT), ['iso-8859-1']).charset, 'windows-1258');
});

test('TCVN3 is read, as bytes and as letters inside UTF-8', () => {
  const right =
    'Việt Nam độc lập tự do hạnh phúc, ủy ban nhân dân quận đã thống nhất giới thiệu bổ sung bảy ' +
    'ứng viên dự phòng';
  assert.deepEqual(decodeBytes(TCVN3, ['windows-1252']), { charset: 'tcvn3', text: right });
  const inside = new TextEncoder().encode(Buffer.from(TCVN3).toString('latin1'));
  assert.deepEqual(decodeBytes(inside), { charset: 'tcvn3', text: right });
});

test('VNI is read, as bytes and as letters inside UTF-8', () => {
  const right =
    'Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc. Nước Việt Nam là một, dân tộc ' +
    'Việt Nam là một. Đảng và Nhà nước chăm lo đời sống nhân dân.';
  assert.deepEqual(decodeBytes(VNI, ['iso-8859-1']), { charset: 'vni', text: right });
  const inside = new TextEncoder().encode(Buffer.from(VNI).toString('latin1'));
  assert.deepEqual(decodeBytes(inside), { charset: 'vni', text: right });
});

test('other languages are left as they are', () => {
  const french =
    'Le général a été reçu à l’hôtel de ville, où il a prononcé un très long discours.';
  assert.equal(decodeBytes(new TextEncoder().encode(french)).text, french);
  const latin = latin1(
    'Le général a été reçu à la mairie, où il a prononcé un très long discours.',
  );
  assert.match(decodeBytes(latin, ['iso-8859-1']).text, /général a été reçu à la mairie/);
  assert.ok(vietnameseShare(TEXT) > 0.95);
});

test('a page names its charset in the header, in its head, or not at all', () => {
  const page = (meta: string) => new TextEncoder().encode(`<html><head>${meta}</head>${TEXT}`);
  assert.ok(decodePage(page(''), 'text/html').text.includes(TEXT));
  assert.ok(
    decodePage(page('<meta charset="latin1">'), 'text/html; charset=x').text.includes(TEXT),
  );
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  assert.equal(decodePage(utf16, 'text/html').text, TEXT);
});
