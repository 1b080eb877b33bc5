import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarDate } from '../common/calendar-date.ts';
import { checkNumber, findGaps, type GivenNumber, nextNumber, voidNumber } from './series.ts';
import { parseSymbol, printNumberAndSymbol } from './symbol.ts';

const on = calendarDate('2026-06-15');

test('a year begins with 1 and goes on without a gap', () => {
  assert.equal(nextNumber(null), 1);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
      let last: number | null = null;
      const given: number[] = [];
      for (let turn = 0; turn < count; turn += 1) {
        last = nextNumber(last);
        given.push(last);
      }
      assert.deepEqual(findGaps(given), []);
      assert.equal(last, count);
    }),
  );
});

test('a number given is never given again, and none is skipped', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: -5, max: 505 }), (last, number) => {
      assert.equal(checkNumber(number, last).ok, number === last + 1);
    }),
  );
});

test('a missing number is named', () => {
  assert.deepEqual(findGaps([1, 2, 5]), [3, 4]);
  assert.deepEqual(findGaps([]), []);
});

test('a voided number stays, with its reason, and is voided once', () => {
  const line: GivenNumber = { number: 7, voided: null };
  const voided = voidNumber(line, { on, reason: ' cấp nhầm ' });
  assert.ok(voided.ok);
  assert.deepEqual(voided.value, { number: 7, voided: { on, reason: 'cấp nhầm' } });
  const again = voidNumber(voided.value, { on, reason: 'lần nữa' });
  assert.ok(!again.ok && again.refusals[0]?.code === 'number-already-void');
  const silent = voidNumber(line, { on, reason: '  ' });
  assert.ok(!silent.ok && silent.refusals[0]?.code === 'reason-missing');
  assert.equal(nextNumber(voided.value.number), 8);
});

test('numbers under 10 are printed with a leading zero, before their symbol', () => {
  const symbol = parseSymbol('UBBC-ANTT');
  assert.ok(symbol);
  assert.equal(printNumberAndSymbol(5, symbol), '05/UBBC-ANTT');
  assert.equal(printNumberAndSymbol(14, symbol), '14/UBBC-ANTT');
  assert.equal(printNumberAndSymbol(100, symbol), '100/UBBC-ANTT');
  for (const good of ['QĐ-UBND', 'TTr-UBBC', 'BC', 'QĐ-UBBC-ANTT']) assert.ok(parseSymbol(good));
  for (const bad of ['', '-', 'A-', 'A B', 'A/B', '../x', 'A--B', 7, null]) {
    assert.equal(parseSymbol(bad), null);
  }
});
