import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '../../core/common/calendar-date.ts';
import { catalogue } from './catalogue.ts';
import { isoFromTyped, printBytes, printMoment } from './moment.ts';

test('an English text that is missing, or has other parameters, does not compile', () => {
  // @ts-expect-error the English side lacks `name`
  catalogue({ vi: { title: 'Sổ', name: 'Tên' }, en: { title: 'Book' } });
  // @ts-expect-error the English side has a key that Vietnamese has not
  catalogue({ vi: { title: 'Sổ' }, en: { title: 'Book', extra: 'x' } });
  catalogue({
    vi: { left: (days: number) => `Còn ${days} ngày` },
    // @ts-expect-error a number of days is no text
    en: { left: (days: string) => `${days} days left` },
  });
  const texts = catalogue({ vi: { a: { b: 'Một' } }, en: { a: { b: 'One' } } });
  assert.equal(texts.en.a.b, 'One');
});

test('a moment is shown in the time of Hà Nội', () => {
  const instant = parseInstant('2026-11-20T17:05:00.000Z');
  assert.equal(instant && printMoment(instant), '00:05 21/11/2026');
});

test('a typed date may lack zeros or slashes, but not its year', () => {
  assert.equal(isoFromTyped('7/3/2026'), '2026-03-07');
  assert.equal(isoFromTyped(' 07032026 '), '2026-03-07');
  assert.equal(isoFromTyped('07.03.2026'), '2026-03-07');
  assert.equal(isoFromTyped('7/3/26'), null);
  assert.equal(isoFromTyped(''), null);
});

test('sizes are printed with a decimal comma', () => {
  assert.equal(printBytes(0), '0 B');
  assert.equal(printBytes(3_400_000), '3,4 MB');
  assert.equal(printBytes(99_999_999_999), '100 GB');
});
