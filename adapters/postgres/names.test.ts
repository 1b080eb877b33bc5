import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import { permit } from '../../core/common/refusal.ts';
import { put } from '../../server/ports/rows.ts';
import { testWorld } from '../../testkit/world.ts';

const HOUSE = { kind: 'clock' } as const;

test('on duty is who is active and has the duty today in Hà Nội', async (t) => {
  const world = await testWorld(t);
  const head = await world.addPerson({ duties: ['head', 'registrar', 'drafter'] });
  await world.addPerson({ duties: ['head'], status: 'moved' });
  await world.addPerson({ duties: ['drafter'] });
  const ending = await world.addPerson({});
  const assignment = put('assignment', {
    id: randomUUID(),
    personId: ending,
    duty: 'registrar',
    decisionNo: '02/QĐ-UBBC',
    fromOn: '2026-11-01' as CalendarDate,
    untilOn: '2026-11-02' as CalendarDate,
  });
  const work = async () => permit({ rows: [assignment], value: null });
  assert.ok((await world.acts.perform(HOUSE, { verb: 'people.assign' }, work)).ok);
  const onDuty = async () => {
    const found = await world.acts.read(HOUSE, ({ names }) =>
      names.listOnDuty(['head', 'registrar']),
    );
    return found.map(({ personId, duties }) => [personId, ...duties]).sort();
  };
  const both = [
    [head, 'head', 'registrar'],
    [ending, 'registrar'],
  ].sort();
  world.clock.set('2026-11-02T16:59:59.999Z' as Instant);
  assert.deepEqual(await onDuty(), both);
  world.clock.move(1);
  assert.deepEqual(await onDuty(), [[head, 'head', 'registrar']]);
  const names = await world.acts.read(HOUSE, (readers) => readers.names.listNames());
  assert.equal(names.length, 4);
});
