import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMs,
  dateInHanoi,
  type Instant,
  instantOf,
} from '../../../core/common/calendar-date.ts';
import type { PersonId } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { encodeBundle } from '../../../core/parcel/bundle.ts';
import { as } from '../../../testkit/house.ts';
import { codesOf, granted, LEAKING_NEWS, leakHouse } from '../../../testkit/leak.ts';
import { type MadeArticle, parcelMaker } from '../../../testkit/parcel-maker.ts';
import { grant } from '../../access/grant.ts';
import { readPage } from '../../access/read-page.ts';
import { viewIncident } from '../../incident/view-incident.ts';
import { planMaterial } from '../../publication/plan-material.ts';
import { confirmMatch } from '../confirm-match.ts';
import { findEmbargoBroken } from '../find-embargo-broken.ts';
import { importArticles } from '../import-articles.ts';
import { viewMatch } from '../view-match.ts';
import { registerCollector } from './manage-collectors.ts';
import { searchBack } from './search-back.ts';
import { takeParcel } from './take-parcel.ts';

const HOUR = 3_600_000;
const RESULTS =
  'Kết quả kiểm phiếu sơ bộ tại tổ bầu cử số chín cho thấy ứng viên Trần Kha dẫn trước bảy trăm ' +
  'mười hai phiếu, tỷ lệ cử tri đi bỏ phiếu ở cù lao Bến Lau đạt chín mươi mốt phần trăm.';

/** The collector's machine has the real clock; the house lives a day before and after it. */
async function borderHouse(t: Parameters<typeof leakHouse>[0]) {
  const house = await leakHouse(t);
  const { parts } = house;
  const maker = await parcelMaker(t);
  const administrator = await house.addPerson({ duties: ['administrator'], level: null });
  const press = await house.addPerson({ duties: ['press-officer'], level: null });
  const releaser = await house.addPerson({ duties: ['head'], level: null });
  const input = { name: 'Máy ngoài', key: maker.key };
  granted(await registerCollector(parts, as(administrator), input));
  const collected = instantOf(Date.now());
  house.clock.set(addMs(collected, -24 * HOUR));
  const take = async (articles: readonly (string | MadeArticle)[]) => {
    const file = encodeBundle(await maker.make(articles));
    return granted(await takeParcel(parts, as(house.officer), { file, acceptGap: false }));
  };
  const embargo = async (releaseAt: Instant) => {
    const plan = { title: 'Kết quả', releaseAt, releaserId: releaser, basis: '' };
    return granted(await planMaterial(parts, as(press), { ...plan, file: utf8(RESULTS) }));
  };
  const showMaterial = (documentId: string, who: PersonId) =>
    house.database.admin.query(
      `UPDATE access_grant SET person_id = $2 WHERE document_id = $1 AND person_id = $3`,
      [documentId, who, press],
    );
  const matches = async () => {
    const { rows } = await house.database.admin.query<{ id: string; ground: string }>(
      `SELECT id, spans ->> 'ground' AS ground FROM match ORDER BY found_at, id`,
    );
    return rows;
  };
  const addReader = async () => {
    const personId = await house.addPerson({ level: 'mat' });
    const untilOn = addDays(dateInHanoi(collected), 30);
    const input = { documentId: house.documentId, personId, untilOn, reason: 'Đọc' };
    granted(await grant(parts, as(house.decider), input));
    return personId;
  };
  return { ...house, collected, take, embargo, showMaterial, matches, addReader };
}

const told = (text: string, publishedAt: Instant): MadeArticle => ({ text, publishedAt });

test('an embargo broken before its moment is found though it came in after it', async (t) => {
  const house = await borderHouse(t);
  const { parts, officer, collected } = house;
  const { documentId } = await house.embargo(addMs(collected, -2 * HOUR));
  house.clock.set(addMs(collected, 24 * HOUR));
  const early = told(`Tin nóng. ${RESULTS} Hết.`, addMs(collected, -5 * HOUR));
  const lawful = told(`Tin chính thức. ${RESULTS} Hết.`, addMs(collected, -HOUR));
  assert.equal((await house.take([early, lawful])).matched, 1);
  const [match, ...more] = await house.matches();
  assert.equal(match?.ground, 'embargo');
  assert.deepEqual(more, []);
  await house.showMaterial(documentId, officer);
  const verdict = { matchId: match?.id ?? '', reason: 'Đăng trước ba giờ' };
  granted(await findEmbargoBroken(parts, as(officer), verdict));
});

test('an outlet that names no moment is judged by the collector’s capture', async (t) => {
  const house = await borderHouse(t);
  await house.embargo(addMs(house.collected, 6 * HOUR));
  house.clock.set(addMs(house.collected, 24 * HOUR));
  assert.equal((await house.take([`Tin nóng. ${RESULTS} Hết.`])).matched, 1);
});

test('captured after the release it is lawful, whatever later moment it names', async (t) => {
  const house = await borderHouse(t);
  await house.embargo(addMs(house.collected, -2 * HOUR));
  house.clock.set(addMs(house.collected, 24 * HOUR));
  const later = told(`Tin muộn. ${RESULTS} Hết.`, addMs(house.collected, 12 * HOUR));
  assert.equal((await house.take([`Tin chậm. ${RESULTS} Hết.`, later])).matched, 0);
});

test('brought in by hand, it is judged by what it states, else by its arrival', async (t) => {
  const house = await borderHouse(t);
  const { parts, officer, collected } = house;
  await house.embargo(collected);
  house.clock.set(addMs(collected, 24 * HOUR));
  const bring = async (article: object) => {
    const file = utf8(JSON.stringify(article));
    const input = { fileName: 'bai.jsonl', file };
    return granted(await importArticles(parts, as(officer), input)).matched;
  };
  const text = `Một nguồn tin: ${RESULTS}`;
  assert.equal(await bring({ text: `${text} Một.`, publishedAt: addMs(collected, -HOUR) }), 1);
  assert.equal(await bring({ text: `${text} Hai.`, publishedAt: addMs(collected, HOUR) }), 0);
  assert.equal(await bring({ text: `${text} Ba.` }), 0);
});

test('a search back judges by the moment of the article, not of the search', async (t) => {
  const house = await borderHouse(t);
  const { collected } = house;
  house.clock.set(addMs(collected, HOUR));
  const news = `Tin nóng. ${RESULTS} Hết.`;
  const late = told(`Tin chậm. ${RESULTS} Hết.`, addMs(collected, -HOUR));
  assert.equal((await house.take([told(news, addMs(collected, -5 * HOUR)), late])).matched, 0);
  const { releaseId } = await house.embargo(addMs(collected, 2 * HOUR));
  // The calendar is moved back to a moment between the two articles.
  await house.database.admin.query(
    `UPDATE release_item SET progress = jsonb_set(progress, '{releaseAt}', to_jsonb($2::text))
     WHERE id = $1`,
    [releaseId, addMs(collected, -3 * HOUR)],
  );
  house.clock.set(addMs(collected, 24 * HOUR));
  assert.equal((await searchBack(house.parts)).found, 1);
});

test('evidence tells when the collector captured, and who knew until then', async (t) => {
  const house = await borderHouse(t);
  const { parts, officer, collected, documentId } = house;
  const [early, late] = [await house.addReader(), await house.addReader()];
  granted(await readPage(parts, as(early), { documentId, page: 1 }));
  house.clock.set(addMs(collected, 24 * HOUR));
  // After the capture, before the parcel came in.
  granted(await readPage(parts, as(late), { documentId, page: 1 }));
  house.clock.move(HOUR);
  assert.equal((await house.take([LEAKING_NEWS])).matched, 1);
  const [match] = await house.matches();
  const matchId = match?.id ?? '';
  const view = granted(await viewMatch(parts, as(officer), { matchId }));
  const { capturedAt } = view.article;
  assert.ok(capturedAt >= collected && capturedAt < addMs(collected, HOUR), capturedAt);
  assert.equal(view.spread[0]?.capturedAt, capturedAt);
  const { incidentId } = granted(
    await confirmMatch(parts, as(officer), { matchId, reason: 'Trùng nguyên văn' }),
  );
  const [evidence] = granted(await viewIncident(parts, as(officer), { incidentId })).evidence;
  assert.equal(evidence?.capturedAt, capturedAt);
  const knew = (who: PersonId) => evidence?.holders.some(({ personId }) => personId === who);
  assert.deepEqual([knew(early), knew(late)], [true, false]);
});

test('a stranger’s parcel tells no moment: it is refused before it is read', async (t) => {
  const house = await borderHouse(t);
  const other = await parcelMaker(t);
  const file = encodeBundle(await other.make([`Tin nóng. ${RESULTS}`]));
  const taken = await takeParcel(house.parts, as(house.officer), { file, acceptGap: false });
  assert.deepEqual(codesOf(taken), ['parcel-from-stranger']);
});
