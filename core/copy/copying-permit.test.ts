import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, calendarDate } from '../common/calendar-date.ts';
import { printCopyName } from './copy.ts';
import {
  type CopyingPermit,
  lastDayOf,
  mayMakeCopy,
  PERMIT_DAYS,
  stateOfPermit,
} from './copying-permit.ts';

const on = calendarDate('2026-11-02');
const permit: CopyingPermit = {
  executorId: 'an',
  copies: 2,
  made: 0,
  untilOn: lastDayOf(on),
  withdrawn: false,
};
const codes = (changed: Partial<CopyingPermit>, by = 'an', day = on) => {
  const may = mayMakeCopy({ ...permit, ...changed }, { by, on: day });
  return may.ok ? [] : may.refusals.map(({ code }) => code);
};

test('only the permitted number is made, by the one named, within the days given', () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ made: 1 }), []);
  assert.deepEqual(codes({ made: 2 }), ['permit-ended']);
  assert.deepEqual(codes({ withdrawn: true }), ['permit-ended']);
  assert.deepEqual(codes({}, 'binh'), ['not-your-duty']);
  assert.deepEqual(codes({ made: 2 }, 'binh'), ['not-your-duty', 'permit-ended']);
  assert.deepEqual(codes({}, 'an', addDays(on, PERMIT_DAYS - 1)), []);
  assert.deepEqual(codes({}, 'an', addDays(on, PERMIT_DAYS)), ['permit-ended']);
});

test('a permission that was used up stays so, whatever comes later', () => {
  const after = addDays(on, PERMIT_DAYS);
  assert.equal(stateOfPermit({ ...permit, made: 2, withdrawn: true }, after), 'used-up');
  assert.equal(stateOfPermit({ ...permit, made: 1, withdrawn: true }, after), 'withdrawn');
  assert.equal(stateOfPermit({ ...permit, made: 1 }, after), 'expired');
});

test('what was copied is numbered apart from the originals', () => {
  assert.equal(printCopyName({ kind: 'original', number: 1, ofTotal: 5 }), 'Bản số: 01/05');
  assert.equal(printCopyName({ kind: 'copy', number: 1, ofTotal: 1 }), 'Bản sao số: 01');
});
