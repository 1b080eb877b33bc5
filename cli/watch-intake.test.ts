import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { NamedBytes } from '../core/parcel/pieces.ts';
import { intakeRoutes } from '../server/http/watch/intake-routes.ts';
import { registerCollector } from '../server/watch/intake/manage-collectors.ts';
import { answering } from '../testkit/cli/answering.ts';
import { as } from '../testkit/house.ts';
import { CLEAN_NEWS, granted, LEAKING_NEWS, type LeakHouse, leakHouse } from '../testkit/leak.ts';
import { parcelMaker } from '../testkit/parcel-maker.ts';
import { freshFolder, runWith } from './testing/console.ts';
import { runWatchIntake } from './watch-intake.ts';

const run = (house: LeakHouse, ...argv: readonly string[]) =>
  runWith(answering(intakeRoutes(house.parts)), (io, reach) => runWatchIntake(argv, io, reach));

function mediumOf(t: TestContext, ...parcels: readonly (readonly NamedBytes[])[]): string {
  const folder = freshFolder(t);
  writeFileSync(join(folder, 'autorun.inf'), 'not ours');
  for (const { name, bytes } of parcels.flat()) writeFileSync(join(folder, name), bytes);
  return folder;
}

test('a medium is taken in order; a parcel that misses its forerunner waits', async (t) => {
  const house = await leakHouse(t);
  const maker = await parcelMaker(t);
  const administrator = await house.addPerson({ duties: ['administrator'] });
  const input = { name: 'Máy ngoài', key: maker.key };
  granted(await registerCollector(house.parts, as(administrator), input));
  const [one, two] = [await maker.make([LEAKING_NEWS]), await maker.make([CLEAN_NEWS])];
  const lost = await maker.make([`${CLEAN_NEWS} Một.`]);
  const four = await maker.make([`${CLEAN_NEWS} Hai.`]);
  const first = await run(house, mediumOf(t, two, one));
  assert.equal(first.exit, 0, first.stderr);
  assert.equal(
    first.stdout,
    'Máy ngoài, kiện số 1: đã lấy 1, trùng khớp 1, đã có 0, lỗi 0\n' +
      'Máy ngoài, kiện số 2: đã lấy 1, trùng khớp 0, đã có 0, lỗi 0\n',
  );
  const later = mediumOf(t, two, four);
  const waiting = await run(house, later);
  assert.equal(waiting.exit, 1);
  assert.match(waiting.stderr, /đã được nhập trước đây/);
  assert.match(waiting.stderr, /từ số 3 đến số 3/);
  assert.equal((await run(house, mediumOf(t, lost), '--lang', 'en')).exit, 0);
  const now = await run(house, later, '--lang', 'en');
  assert.equal(now.stdout, 'Máy ngoài, parcel 4: taken 1, matched 0, duplicates 0, rejected 0\n');
});

test('lost parcels are given up only when asked for; wrong usage is told', async (t) => {
  const house = await leakHouse(t);
  const maker = await parcelMaker(t);
  const administrator = await house.addPerson({ duties: ['administrator'] });
  granted(await registerCollector(house.parts, as(administrator), { name: 'M', key: maker.key }));
  await maker.make([CLEAN_NEWS]);
  const medium = mediumOf(t, await maker.make([LEAKING_NEWS]));
  assert.equal((await run(house, medium)).exit, 1);
  const given = await run(house, medium, '--accept-gap');
  assert.equal(given.exit, 0);
  assert.match(given.stdout, /bỏ qua 1 kiện mất/);
  assert.equal((await run(house)).exit, 2);
  assert.equal((await run(house, '--help')).exit, 0);
  assert.equal((await run(house, mediumOf(t))).exit, 1);
  assert.equal((await run(house, join(medium, 'absent'))).exit, 1);
});
