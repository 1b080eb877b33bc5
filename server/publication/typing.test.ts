import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../core/common/fault.ts';
import { as } from '../../testkit/house.ts';
import {
  CLEAN_NEWS,
  granted,
  LEAKING_NEWS,
  type LeakHouse,
  leakHouse,
} from '../../testkit/leak.ts';
import { createTyping } from './typing.ts';

async function typingFacts(house: LeakHouse) {
  const { rows } = await house.database.admin.query(
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'publication.type' ORDER BY index`,
  );
  return rows.map(({ facts }) => facts);
}

test('a touch whose entry could not be written is entered with the next check', async (t) => {
  const house = await leakHouse(t);
  let isBroken = true;
  const acts: LeakHouse['acts'] = {
    read: house.acts.read,
    perform: (...act) =>
      isBroken
        ? Promise.reject(new Fault('database-unavailable', 'no connection'))
        : house.acts.perform(...act),
  };
  const type = createTyping({ ...house.parts, acts });
  const check = (text: string) => type(as(house.drafter), { text });
  await assert.rejects(check(CLEAN_NEWS));
  await assert.rejects(check(LEAKING_NEWS));
  isBroken = false;
  assert.deepEqual(granted(await check(LEAKING_NEWS)), { touches: true });
  assert.deepEqual(await typingFacts(house), [{ checks: 3, touches: true }]);
  granted(await check(LEAKING_NEWS));
  assert.equal((await typingFacts(house)).length, 1);
});
