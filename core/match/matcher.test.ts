import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher, type Match } from './matcher.ts';

/** Invented: no real plan, place or number. */
const SENTENCE =
  'Trạm quan trắc số ba tạm dời về bãi Cát Vàng từ mười giờ đêm mồng sáu, do tổ kỹ thuật của ông Bảy Lượm trông coi.';
const PARAGRAPH =
  `${SENTENCE} Đường dây nóng chuyển sang máy lẻ của kho vật tư xóm Đình; mọi xe chở thùng niêm ` +
  'phong rẽ qua cầu phao Bến Lội, không qua trục chính. Nếu mưa lớn hơn dự kiến, đội hậu cần rút ' +
  'thiết bị lên nhà văn hóa thôn Gò Duối và báo về trực ban bằng mật khẩu của tuần lẻ.';
const DOCUMENT = `KẾ HOẠCH\r\n1. Chung: 😀\r\n${PARAGRAPH}\r\n2. Hết.`;
const OPENING = 'Một bạn đọc gửi về tòa soạn đoạn chữ lạ 😀 sau đây:\r\n';

function matcherWith(text = DOCUMENT) {
  const matcher = createMatcher();
  matcher.addDocument('kế hoạch', text);
  return matcher;
}

function onlyMatch(found: readonly Match[]): Match {
  assert.equal(found.length, 1, JSON.stringify(found));
  return found[0] as Match;
}

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

test('a distinctive sentence is found word for word, with exact places in both texts', () => {
  const article = `${OPENING}${SENTENCE}\r\nHết tin.`;
  const found = onlyMatch(matcherWith().find(article));
  const bare = SENTENCE.slice(0, -1);
  assert.equal(article.slice(found.articleStart, found.articleEnd), bare);
  assert.equal(DOCUMENT.slice(found.docStart, found.docEnd), bare);
  assert.ok(found.score > 0.5);
});

const tones: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const hats: Readonly<Record<string, string>> = { '\u0302': '6', '\u0306': '8', '\u031b': '7' };
function typed(text: string, method: 'telex' | 'vni'): string {
  return text.replace(/\p{L}+/gu, (word) => {
    let [result, tone] = ['', ''];
    for (const letter of word.normalize('NFD')) {
      const mark = tones[letter];
      if (mark) tone = method === 'telex' ? mark : String('sfrxj'.indexOf(mark) + 1);
      else if (/[đĐ]/.test(letter)) result += method === 'telex' ? 'dd' : 'd9';
      else if (hats[letter]) {
        const doubled = letter === '\u0302' ? result.slice(-1) : 'w';
        result += method === 'telex' ? doubled : hats[letter];
      } else result += letter;
    }
    return result + tone;
  });
}

const DISGUISES: Readonly<Record<string, (text: string) => string>> = {
  'without diacritics': withoutMarks,
  'in capitals': (text) => text.toUpperCase(),
  decomposed: (text) => text.normalize('NFD'),
  'with invisible characters': (text) => text.replace(/([aeio])/g, '$1\u200b\u00ad'),
  'with look-alike letters': (text) =>
    text.replace(/a/g, 'а').replace(/o/g, 'ο').replace(/c/g, 'с'),
  'in full-width and mathematical letters': (text) =>
    withoutMarks(text).replace(/[a-z]/g, (letter) => {
      const order = letter.charCodeAt(0) - 0x61;
      return order % 2
        ? String.fromCharCode(0xff41 + order)
        : String.fromCodePoint(0x1d41a + order);
    }),
  'with tones on the other vowel': (text) => text.replace(/hóa/g, 'hoá').replace(/lý/g, 'lí'),
  'as Telex key strokes': (text) => typed(text, 'telex'),
  'as VNI key strokes': (text) => typed(text, 'vni'),
};

for (const [name, disguise] of Object.entries(DISGUISES)) {
  test(`a sentence ${name} is found, and its places are those of the text as given`, () => {
    const passage = disguise(SENTENCE);
    const article = `${OPENING}${passage}\nHết tin.`;
    const found = onlyMatch(matcherWith().find(article));
    assert.equal(found.articleStart, OPENING.length);
    assert.ok(Math.abs(found.articleEnd - OPENING.length - passage.length) <= 3);
    assert.equal(DOCUMENT.slice(found.docStart, found.docEnd), SENTENCE.slice(0, -1));
  });
}

test('places of a decomposed document are those of the decomposed text', () => {
  const decomposed = DOCUMENT.normalize('NFD');
  const found = onlyMatch(matcherWith(decomposed).find(SENTENCE));
  assert.equal(
    decomposed.slice(found.docStart, found.docEnd).normalize('NFC'),
    SENTENCE.slice(0, -1),
  );
});

test('a paragraph with every tenth word replaced is found', () => {
  let at = 0;
  const article = PARAGRAPH.replace(/\S+/g, (word) => (++at % 10 === 0 ? 'bánh' : word));
  const found = onlyMatch(matcherWith().find(article));
  assert.ok(found.articleEnd - found.articleStart > article.length * 0.9);
});

test('a paragraph with three words of ten replaced is found from end to end', () => {
  let at = 0;
  const article = PARAGRAPH.replace(/\S+/g, (word) =>
    [0, 2, 3].includes(++at % 10) ? 'bánh' : word,
  );
  const found = onlyMatch(matcherWith().find(article));
  assert.ok(found.articleEnd - found.articleStart > article.length * 0.8);
});

test('misprints, joined and torn words do not hide a paragraph', () => {
  const article = PARAGRAPH.replace(/quan trắc/g, 'quan trấk')
    .replace('từ mười', 'từmười')
    .replace('thiết bị', 'thi ết bị')
    .replace('niêm', 'niêrn');
  assert.ok(onlyMatch(matcherWith().find(article)).why.alteredTokens > 0);
});

const STOCK = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/QĐ-UBND\nHà Nội, ngày 3 tháng 5 năm 2024',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ quy định chi tiết',
  'Nơi nhận:\n- Như Điều 3;\n- Thủ tướng, các Phó Thủ tướng Chính phủ;\n- HĐND, UBND các tỉnh, thành phố trực thuộc trung ương;\n- Lưu: VT, NC.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  'Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở, Thủ trưởng các ban, ngành chịu trách nhiệm thi hành Quyết định này.',
];

test('stock wording of official papers raises no alarm, with other numbers or the same', () => {
  const matcher = matcherWith(`${STOCK.join('\n')}\n${PARAGRAPH}`);
  for (const phrase of STOCK) assert.deepEqual(matcher.find(phrase), []);
  assert.deepEqual(matcher.find(STOCK.join('\n').replace(/\d+/g, '7')), []);
});

test('wording that many documents share proves nothing', () => {
  const matcher = createMatcher();
  for (let at = 0; at < 12; at++) matcher.addDocument(`bản ${at}`, `${SENTENCE} Riêng ${at}.`);
  assert.deepEqual(matcher.find(SENTENCE), []);
});

test('a passage that a few versions share is found in each of them', () => {
  const matcher = createMatcher();
  for (const name of ['a', 'b', 'c']) matcher.addDocument(name, DOCUMENT);
  assert.deepEqual(
    matcher
      .find(SENTENCE)
      .map(({ docId }) => docId)
      .sort(),
    ['a', 'b', 'c'],
  );
});

test('public wording is quiet from the moment it is given', () => {
  const matcher = matcherWith();
  assert.equal(matcher.find(SENTENCE).length, 1);
  matcher.addPublic(SENTENCE);
  assert.deepEqual(matcher.find(SENTENCE), []);
});

test('background text comes before the first document', () => {
  assert.throws(() => matcherWith().addBackground('Tin thường ngày.'), /before the first document/);
});

test('a sentence quoted twice is reported twice', () => {
  const found = matcherWith().find(`${SENTENCE} ${SENTENCE}`);
  assert.equal(found.length, 2);
  assert.deepEqual(found[0]?.docStart, found[1]?.docStart);
});
