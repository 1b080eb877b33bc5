import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULT_CODES } from '../../core/common/fault.ts';
import { REFUSAL_CODES } from '../../core/common/refusal-code.ts';
import { FAULT_TEXTS } from './fault-text.ts';
import { fillText, printCitation, printRefusal, REFUSAL_TEXTS } from './refusal-text.ts';

const LANGUAGES = ['vi', 'en'] as const;
const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every refusal and fault says what, why and the way out in both languages', () => {
  for (const language of LANGUAGES) {
    for (const code of REFUSAL_CODES) {
      const text = printRefusal({ code }, language);
      for (const part of [text.what, text.why, text.wayOut]) {
        assert.match(part, /^\p{Lu}/u, `${language} ${code}: ${part}`);
        assert.doesNotMatch(part, /[[\]{}]| {2}| [.,;:]|[:;,]\.?$/, `${language} ${code}: ${part}`);
      }
    }
    for (const code of FAULT_CODES) assert.ok(FAULT_TEXTS[language][code].wayOut.length > 10);
  }
});

test('both languages name the same facts', () => {
  for (const code of REFUSAL_CODES)
    for (const part of ['what', 'why', 'wayOut'] as const)
      assert.deepEqual(
        namesIn(REFUSAL_TEXTS.vi[code][part]),
        namesIn(REFUSAL_TEXTS.en[code][part]),
        code,
      );
});

test('a fact is printed as a person reads it', () => {
  const refusal = {
    code: 'guide-item-level-mismatch',
    facts: { item: '1.2', itemLevel: 'mat', level: 'toi-mat' },
  } as const;
  assert.equal(
    printRefusal(refusal, 'vi').why,
    'Độ đề xuất (Tối mật) khác độ mà mục 1.2 quy định (Mật).',
  );
  assert.equal(fillText('Đến {until}', { until: '2026-11-21' }, 'vi'), 'Đến 21/11/2026');
  assert.equal(
    fillText('Đến {until}', { until: '2026-11-20T17:05:00.000Z' }, 'vi'),
    'Đến 00:05 21/11/2026',
  );
});

test('of a file that was not read the reason is told, and what to do about just that', () => {
  const locked = { code: 'file-unreadable', facts: { code: 'file-encrypted' } } as const;
  const { why, wayOut } = printRefusal(locked, 'vi');
  assert.deepEqual([why, wayOut], ['Tệp có mật khẩu.', 'Bỏ mật khẩu rồi đưa lại.']);
  const empty = { code: 'article-unreadable', facts: { name: 'a', code: 'file-empty' } } as const;
  assert.equal(printRefusal(empty, 'vi').why, 'Tệp rỗng (0 byte).');
  const other = { code: 'file-unreadable', facts: { code: 'constructor' } } as const;
  assert.match(printRefusal(other, 'en').why, /damaged/);
});

test('a fact cannot bring in another fact', () => {
  assert.equal(
    fillText('Mục[ {item}]', { item: '{secret}[x]', secret: 'no' }, 'vi'),
    'Mục {secret}[x]',
  );
});

test('practice is never printed as law', () => {
  const place = { instrument: '117/2025/QH15', article: '5.1' } as const;
  assert.equal(
    printCitation({ ...place, certainty: 'confirmed' }, 'vi'),
    'Điều 5.1, 117/2025/QH15',
  );
  assert.match(printCitation({ ...place, certainty: 'unconfirmed' }, 'vi'), /thông lệ/);
  assert.match(printCitation({ ...place, certainty: 'draft' }, 'en'), /practice/);
});
