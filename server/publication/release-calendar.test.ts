import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMs, calendarDate, startOfDayInHanoi } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, LEAKING_NEWS, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { importArticles } from '../watch/import-articles.ts';
import { checkText } from './check.ts';
import { electionDays, listReleases, planElection } from './list-releases.ts';
import { planMaterial } from './plan-material.ts';
import { planRelease } from './plan-release.ts';
import { cancelRelease, moveRelease, releaseNow } from './release.ts';
import { createTyping } from './typing.ts';

const HOUR = 3_600_000;
const RESULTS =
  'Kết quả kiểm phiếu sơ bộ tại tổ bầu cử số chín cho thấy ứng viên Trần Kha dẫn trước bảy trăm ' +
  'mười hai phiếu, tỷ lệ cử tri đi bỏ phiếu ở cù lao Bến Lau đạt chín mươi mốt phần trăm.';

async function pressHouse(t: Parameters<typeof leakHouse>[0]) {
  const house = await leakHouse(t);
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  const releaser = await house.addPerson({ duties: ['head'], level: null });
  const touches = async (who: PersonId, text = RESULTS) =>
    granted(await checkText(house.parts, as(who), { text }));
  return { ...house, press, releaser, touches };
}
type PressHouse = Awaited<ReturnType<typeof pressHouse>>;

const planOf = (house: PressHouse, hours = 2) => ({
  title: 'Kết quả bầu cử',
  releaseAt: addMs(house.clock.now(), hours * HOUR),
  releaserId: house.releaser,
  basis: '',
});

const planned = async (house: PressHouse) =>
  granted(
    await planMaterial(house.parts, as(house.press), { ...planOf(house), file: utf8(RESULTS) }),
  );

test('material under embargo is found until its moment, and not after it', async (t) => {
  const house = await pressHouse(t);
  const { documentId } = await planned(house);
  const own = await house.touches(house.press);
  assert.deepEqual(
    own.documents.map(({ line, ground }) => [line.documentId, ground, line.level]),
    [[documentId, 'embargo', null]],
  );
  const other = await house.touches(house.drafter);
  assert.deepEqual([other.touchesProtected, other.documents], [true, []]);
  house.clock.move(2 * HOUR - 1);
  assert.equal((await house.touches(house.drafter)).touchesProtected, true);
  house.clock.move(1);
  assert.equal((await house.touches(house.drafter)).touchesProtected, false);
  assert.equal((await house.touches(house.press)).touchesProtected, false);
});

test('only the named releaser releases early; then publication is lawful at once', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, releaser } = house;
  const { releaseId } = await planned(house);
  assert.deepEqual(codesOf(await releaseNow(parts, as(press), { releaseId })), ['releaser-only']);
  const stranger = await house.addPerson({ duties: ['press-officer'], level: null });
  assert.deepEqual(codesOf(await releaseNow(parts, as(stranger), { releaseId })), ['not-found']);
  granted(await releaseNow(parts, as(releaser), { releaseId }));
  assert.equal((await house.touches(house.drafter)).touchesProtected, false);
});

test('the press watch sees a broken embargo, and no lawful publication', async (t) => {
  const house = await pressHouse(t);
  const { parts, officer } = house;
  await planned(house);
  const take = async (text: string) => {
    const input = { fileName: 'bai.txt', file: utf8(text) };
    return granted(await importArticles(parts, as(officer), input)).matched;
  };
  assert.equal(await take(`Tin nóng. ${RESULTS} Hết.`), 1);
  house.clock.move(3 * HOUR);
  assert.equal(await take(`Tin chính thức. ${RESULTS} Hết.`), 0);
});

test('put off by who planned it; a cancelled plan keeps the embargo', async (t) => {
  const house = await pressHouse(t);
  const { parts, press } = house;
  const { releaseId } = await planned(house);
  const releaseAt = addMs(house.clock.now(), 9 * HOUR);
  granted(await moveRelease(parts, as(press), { releaseId, releaseAt }));
  house.clock.move(3 * HOUR);
  assert.equal((await house.touches(press)).documents[0]?.ground, 'embargo');
  granted(await cancelRelease(parts, as(press), { releaseId, reason: 'Kiểm phiếu lại' }));
  house.clock.move(9 * HOUR);
  assert.equal((await house.touches(press)).touchesProtected, true);
});

test('a secret is released by who has power over its level, on a named decision', async (t) => {
  const house = await pressHouse(t);
  const { parts, documentId, drafter, decider } = house;
  const plan = { ...planOf(house), documentId };
  const without = await planRelease(parts, as(drafter), plan);
  assert.ok(codesOf(without).includes('no-authority'));
  assert.ok(codesOf(without).includes('reason-missing'));
  assert.ok(codesOf(without).includes('no-need-to-know'));
  const unseen = await planRelease(parts, as(house.press), plan);
  assert.deepEqual(codesOf(unseen), ['not-found']);
  const lawful = { ...plan, releaserId: decider, basis: '12/QĐ-UBBC' };
  granted(await planRelease(parts, as(drafter), lawful));
  const before = await house.touches(drafter, LEAKING_NEWS);
  assert.equal(before.documents[0]?.ground, 'secret');
  house.clock.move(2 * HOUR);
  assert.equal((await house.touches(drafter, LEAKING_NEWS)).touchesProtected, false);
});

test('the calendar tells of material only to those who may see it', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, releaser, drafter } = house;
  await planned(house);
  const count = async (who: PersonId) =>
    granted(await listReleases(parts, as(who))).releases.length;
  assert.deepEqual([await count(press), await count(releaser), await count(drafter)], [1, 1, 0]);
});

test('an election day fills the calendar with the days that publish and are to come', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, releaser } = house;
  const day = '2026-12-06';
  const { days } = granted(await electionDays(parts, as(press), { day }));
  assert.equal(days.find(({ code }) => code === 'results')?.on, '2026-12-16');
  const fill = () => planElection(parts, as(press), { day, releaserId: releaser });
  assert.equal(granted(await fill()).planned, 3, 'candidates, postings and results are to come');
  assert.equal(granted(await fill()).planned, 0, 'filled once');
  const { releases } = granted(await listReleases(parts, as(house.drafter)));
  assert.deepEqual(
    releases.map(({ releaseAt }) => releaseAt),
    ['2026-11-18T17:00:00.000Z', '2026-11-19T17:00:00.000Z', '2026-12-15T17:00:00.000Z'],
  );
});

test('results published early bring the last day for complaints forward', async (t) => {
  const house = await pressHouse(t);
  const { parts, press, releaser } = house;
  const day = '2026-12-06';
  const last = async () => {
    const { days } = granted(await electionDays(parts, as(press), { day }));
    return days.find(({ code }) => code === 'complaints')?.on;
  };
  assert.equal(await last(), '2026-12-19', 'three days after the latest day of the results');
  granted(await planElection(parts, as(press), { day, releaserId: releaser }));
  const { releases } = granted(await listReleases(parts, as(press)));
  const results = releases.find(({ template }) => template?.code === 'results');
  assert.ok(results);
  house.clock.set(startOfDayInHanoi(calendarDate('2026-12-09')));
  granted(await releaseNow(parts, as(releaser), { releaseId: results.releaseId }));
  assert.equal(await last(), '2026-12-12');
});

async function typingEntries(house: LeakHouse) {
  const { rows } = await house.database.admin.query(
    `SELECT convert_from(body, 'UTF8')::jsonb -> 'facts' AS facts FROM ledger_entry
     WHERE verb = 'publication.type' ORDER BY index`,
  );
  return rows.map(({ facts }) => facts);
}

test('a sitting at the keyboard is one entry, and one more at its first touch', async (t) => {
  const house = await pressHouse(t);
  const type = createTyping(house.parts);
  const tip = async (text: string) => granted(await type(as(house.press), { text })).touches;
  for (const text of ['Sáng nay', 'Sáng nay trời', 'Sáng nay trời đẹp']) {
    assert.equal(await tip(text), false);
  }
  assert.equal(await tip(LEAKING_NEWS), true);
  assert.equal(await tip(LEAKING_NEWS), true);
  assert.deepEqual(await typingEntries(house), [
    { checks: 1, touches: false },
    { checks: 4, touches: true },
  ]);
  house.clock.move(31 * 60_000);
  await tip('Chiều nay');
  assert.equal((await typingEntries(house)).length, 3);
});

test('checks while typing are limited for each person', async (t) => {
  const house = await pressHouse(t);
  const type = createTyping(house.parts);
  const tip = (who: PersonId) => type(as(who), { text: 'Sáng nay' });
  for (let count = 0; count < 40; count += 1) granted(await tip(house.press));
  assert.deepEqual(codesOf(await tip(house.press)), ['checks-too-fast']);
  granted(await tip(house.drafter));
  house.clock.move(60_000);
  granted(await tip(house.press));
  const keeper = await house.addPerson({ duties: ['keeper'] });
  assert.deepEqual(codesOf(await tip(keeper)), ['not-your-duty']);
});
