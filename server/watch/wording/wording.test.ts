import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId } from '../../../core/common/id.ts';
import { utf8 } from '../../../core/common/sha256.ts';
import { as } from '../../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../../testkit/leak.ts';
import { blankCommon } from '../../ports/desk/common-wording.ts';
import { dismissMatch } from '../dismiss-match.ts';
import { importArticles } from '../import-articles.ts';
import { listMatches } from '../list-matches.ts';
import { listWordings } from './list-wordings.ts';
import { withdrawWording } from './withdraw-wording.ts';

const DAY_MS = 86_400_000;
/** What a house uses again and again, in two of its papers. */
const USUAL =
  'mọi thành viên tổ giúp việc có trách nhiệm lưu giữ tài liệu tại tủ sắt hai lớp khóa và bàn ' +
  'giao chìa cho người trực ca kế tiếp trước khi rời phòng họp';
const SECRET_TAIL =
  'danh sách bảy ứng viên dự phòng gửi tại két số bốn của phòng lưu trữ tầng ba nhà khách Bến Lau';

let number = 0;
const told = (text: string) => {
  number += 1;
  return `Bài thứ ${number} kể rằng ${text}, theo lời một bạn đọc số ${number}.`;
};

async function publish(house: LeakHouse, text: string): Promise<number> {
  number += 1;
  const line = { url: `https://bao-lang.example/${number}`, title: `Bài ${number}`, text };
  const file = utf8(JSON.stringify(line));
  const input = { fileName: 'bai.jsonl', file };
  const { matched } = granted(await importArticles(house.parts, as(house.officer), input));
  return matched;
}

async function foundCommon(house: LeakHouse, officer: PersonId): Promise<void> {
  const query = { state: 'open', minScore: 0, limit: 10 } as const;
  const { matches } = granted(await listMatches(house.parts, as(officer), query));
  assert.ok(matches.length > 0);
  for (const { matchId } of matches) {
    const input = { matchId, reason: 'Văn mẫu', kind: 'common-wording' } as const;
    granted(await dismissMatch(house.parts, as(officer), input));
  }
}

async function judgedTwice(house: LeakHouse): Promise<void> {
  const second = await house.addPerson({ duties: ['watch-officer'] });
  await publish(house, told(USUAL));
  await foundCommon(house, house.officer);
  house.clock.move(DAY_MS);
  assert.equal(await publish(house, told(USUAL)), 1, 'one judgement silences nothing');
  await foundCommon(house, second);
}

const paper = `BÁO CÁO\nVề nội quy\n${USUAL}.\nNgoài ra ${SECRET_TAIL}.`;

test('wording two officers found common on two days and pages alarms no more', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(paper);
  await judgedTwice(house);
  assert.equal(await publish(house, told(USUAL)), 0);
  assert.equal(await publish(house, told(SECRET_TAIL)), 1, 'the rest of the paper still alarms');
  assert.equal(await publish(house, told(`${USUAL}. Còn ${SECRET_TAIL}`)), 1);
});

test('one officer, one page or one day alone silences nothing', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(paper);
  for (let day = 0; day < 3; day += 1) {
    assert.equal(await publish(house, told(USUAL)), 1);
    await foundCommon(house, house.officer);
    house.clock.move(DAY_MS);
  }
  assert.equal(await publish(house, told(USUAL)), 1, 'one officer, one document');
  const second = await house.addPerson({ duties: ['watch-officer'] });
  const { versions } = granted(await listWordings(house.parts, as(second)));
  assert.deepEqual(versions, []);
});

test('the list is versioned and visible, its words are not, and a withdrawal counts', async (t) => {
  const house = await leakHouse(t);
  await house.addSecret(paper);
  await judgedTwice(house);
  const inspector = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  const { versions, judgements } = granted(await listWordings(house.parts, as(inspector)));
  assert.deepEqual(
    versions.map(({ version, judgements: count, pieces }) => [version, count, pieces]),
    [[1, 2, 1]],
  );
  assert.equal(judgements.length, 2);
  assert.ok(!JSON.stringify({ versions, judgements }).includes('tủ sắt'));
  const { rows } = await house.database.admin.query<{ text: string }>(
    `SELECT t::text AS text FROM wording_judgement t UNION ALL SELECT t::text FROM wording_list t
     UNION ALL SELECT convert_from(body, 'UTF8') FROM ledger_entry`,
  );
  assert.ok(!rows.some(({ text }) => text.includes('tủ sắt') || text.includes('Văn mẫu')));
  const judgementId = judgements[0]?.judgementId ?? '';
  const input = { judgementId, reason: 'Nhầm' };
  const refused = await withdrawWording(house.parts, as(inspector), input);
  assert.deepEqual(codesOf(refused), ['not-your-duty']);
  granted(await withdrawWording(house.parts, as(house.officer), input));
  const again = await withdrawWording(house.parts, as(house.officer), input);
  assert.deepEqual(codesOf(again), ['already-done']);
  assert.equal(await publish(house, told(USUAL)), 1);
  const after = granted(await listWordings(house.parts, as(inspector)));
  assert.deepEqual(
    after.versions.map(({ version, pieces }) => [version, pieces]),
    [
      [2, 0],
      [1, 1],
    ],
  );
});

test('a blanked text keeps every place', () => {
  const text = `Đầu. ${USUAL.toUpperCase()}! Cuối.`;
  const blanked = blankCommon(text, [USUAL]);
  assert.equal(blanked.length, text.length);
  assert.ok(blanked.startsWith('Đầu. . ') && blanked.endsWith(' ! Cuối.'));
  assert.equal(blankCommon(text, []), text);
});
