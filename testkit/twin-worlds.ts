/**
 * Two houses made alike, step by step, with counted ids and one clock, of which the second holds
 * documents besides that nobody but a few may see. Whatever a stranger asks of both must be
 * answered with the same bytes. The first writes as many acts that concern no document, so that
 * places in the ledger agree.
 */
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { permit } from '../core/common/refusal.ts';
import { utf8 } from '../core/common/sha256.ts';
import type { Level } from '../core/level/level.ts';
import { grant } from '../server/access/grant.ts';
import { determine, returnToDrafter } from '../server/determination/decide.ts';
import { draft } from '../server/determination/draft.ts';
import { propose } from '../server/determination/propose.ts';
import type { Randomness } from '../server/ports/clock.ts';
import { put } from '../server/ports/rows.ts';
import { issue } from '../server/registry/issue.ts';
import { receive } from '../server/registry/receive.ts';
import { handOver, send } from '../server/transfer/hand-over.ts';
import { attach } from '../server/vault/attach.ts';
import { confirmMatch } from '../server/watch/confirm-match.ts';
import { importArticles } from '../server/watch/import-articles.ts';
import { as, type TestHouse, testHouse } from './house.ts';
import { granted } from './leak.ts';

type Life = Parameters<typeof testHouse>[0];
const CONSOLE = { kind: 'console' } as const;

/** The first digit of every id that only the second world has. */
export const HIDDEN_DIGIT = 'd';
const SHARED_DIGIT = 'a';

export type CountedRandomness = Randomness & {
  /** What `work` draws comes from the range of hidden ids. */
  hidden<Value>(work: () => Promise<Value>): Promise<Value>;
};

/** Ids and bytes in order, each once. For two worlds to compare, never for a secret. */
export function countedRandomness(): CountedRandomness {
  const drawn = { [SHARED_DIGIT]: 0, [HIDDEN_DIGIT]: 0 };
  let digit: keyof typeof drawn = SHARED_DIGIT;
  const next = () => {
    drawn[digit] += 1;
    return drawn[digit].toString(16).padStart(7, '0');
  };
  return {
    id: () => `${digit}${next()}-0000-4000-8000-000000000000`,
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      bytes.set(utf8(`${digit}${next()}`).subarray(0, length));
      return bytes;
    },
    async hidden(work) {
      digit = HIDDEN_DIGIT;
      try {
        return await work();
      } finally {
        digit = SHARED_DIGIT;
      }
    },
  };
}

const OPEN_WORDS =
  'Tổ giúp việc đề nghị thuê hai thuyền máy của hợp tác xã Bến Lau để chở hòm phiếu dự phòng ' +
  'sang cù lao Mây trước năm giờ sáng, giữ kín lộ trình cho đến khi thuyền cập bến.';
/** In the paper that some strangers may read; quoted back to the leak check. */
export const SHARED_TEXT = `TỜ TRÌNH\nVề vận chuyển hòm phiếu\n${OPEN_WORDS}`;
export const QUOTED_TEXT = `Bạn đọc hỏi: ${OPEN_WORDS} Tòa soạn chờ trả lời.`;

/** Pairs of the same words in other company: enough to move a score, too little to match. */
const ECHO =
  'Thuyền máy của hợp tác xã neo ở bến; hòm phiếu dự phòng để trong kho; cù lao Mây họp trước ' +
  'năm giờ; giữ kín lộ trình đoàn xe; Bến Lau để đèn; thuyền cập bến sớm; đề nghị thuê hai thợ máy.';
export const HIDDEN_WORDS =
  'Ban chỉ đạo quyết định rút bốn giám sát viên khỏi phường Trầm Hương ngay trong đêm hai mươi ' +
  'ba, bàn giao toàn bộ niêm phong cho đội dự bị do ông trưởng ban trực tiếp chỉ huy.';
const hiddenText = (number: number) => `BÁO CÁO SỐ ${number}\n${HIDDEN_WORDS}`;

const GUIDE_ITEMS = {
  mat: { documentType: 'submission', guideItem: '2500/QĐ-TTg:3.2.b', summary: 'Phương án' },
  'toi-mat': { documentType: 'submission', guideItem: '2500/QĐ-TTg:2.2.b', summary: 'Phương án' },
  'tuyet-mat': { documentType: 'option', guideItem: '1630/QĐ-TTg:x3' },
} as const satisfies Record<Level, object>;

export const proposalAt = (level: Level) => ({
  level,
  ...GUIDE_ITEMS[level],
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 3,
  copyingAllowed: false,
  shorterPeriod: null,
});

export const arrivalAt = (level: Level, addressee: string | null) => {
  const content = {
    documentType: 'report',
    symbol: '07/BC-UBBC',
    datedOn: '2026-10-30',
    summary: level === 'tuyet-mat' ? null : 'Tình hình nhân sự',
    copyingAllowed: false,
  };
  return {
    level,
    issuingBody: 'Ủy ban bầu cử quận Sông Hoa',
    receivedOn: '2026-11-02',
    envelope: { addressee, seal: 'intact', urgent: false } as const,
    content: addressee === null ? content : null,
    receiver: 'Văn phòng',
    copies: 2,
    note: '',
  };
};

export const jsonl = (text: string, number: number) =>
  utf8(JSON.stringify({ url: `https://bao.example/${number}`, title: `Bài ${number}`, text }));

/** Everybody, in both worlds. The first six made the hidden documents; the others are strangers. */
async function cast(house: TestHouse) {
  const level = 'tuyet-mat' as const;
  const chair = { level, legalPost: 'city-committee-chair' } as const;
  return {
    hiddenDrafter: await house.addPerson({ duties: ['drafter'], level }),
    hiddenChair: await house.addPerson(chair),
    hiddenClerk: await house.addPerson({ duties: ['registry-clerk'], level }),
    hiddenOfficer: await house.addPerson({ duties: ['watch-officer'], level }),
    hiddenHolder: await house.addPerson({ level }),
    secondHolder: await house.addPerson({ level }),
    strangers: {
      reader: await house.addPerson({ level }),
      drafter: await house.addPerson({ duties: ['drafter'], level }),
      chair: await house.addPerson(chair),
      clerk: await house.addPerson({ duties: ['registry-clerk'], level: 'mat' }),
      keeper: await house.addPerson({ duties: ['keeper'], level }),
      'press-officer': await house.addPerson({ duties: ['press-officer'], level }),
      'watch-officer': await house.addPerson({ duties: ['watch-officer'], level }),
      inspector: await house.addPerson({ duties: ['inspector'], level }),
      registrar: await house.addPerson({ duties: ['registrar'] }),
      administrator: await house.addPerson({ duties: ['administrator'] }),
      custodian: await house.addPerson({ duties: ['key-custodian'], level }),
    },
  };
}
export type Cast = Awaited<ReturnType<typeof cast>>;
export type Stranger = keyof Cast['strangers'];

export type World = {
  readonly house: TestHouse;
  readonly randomness: CountedRandomness;
  readonly people: Cast;
  readonly unitId: string;
};

type Making = { readonly by: PersonId; readonly decider: PersonId; readonly level: Level };

async function drafted({ house: { parts } }: World, making: Making, text = ''): Promise<string> {
  const { by, level } = making;
  const { documentId } = granted(await draft(parts, as(by), proposalAt(level)));
  // Each file is read by a process of its own: only where the words matter.
  if (text !== '') granted(await attach(parts, as(by), { documentId, file: utf8(text) }));
  return documentId;
}

async function proposed(world: World, making: Making, text = ''): Promise<string> {
  const documentId = await drafted(world, making, text);
  const { by, decider: to } = making;
  granted(await propose(world.house.parts, as(by), { documentId, to }));
  return documentId;
}

async function determined(world: World, making: Making, text = ''): Promise<string> {
  const documentId = await proposed(world, making, text);
  granted(await determine(world.house.parts, as(making.decider), documentId));
  return documentId;
}

async function issued(world: World, making: Making, text = ''): Promise<string> {
  const documentId = await determined(world, making, text);
  const { hiddenClerk } = world.people;
  const input = { symbol: 'TTr-UBBC', signedBy: making.decider, keeper: 'Kho', note: '' };
  granted(await issue(world.house.parts, as(hiddenClerk), { documentId, ...input }));
  return documentId;
}

async function copiesOf({ house }: World, documentId: string): Promise<readonly string[]> {
  const rows = await house.acts.read(CONSOLE, ({ documents }) => documents.loadCopies(documentId));
  return rows.map(({ id }) => id);
}

/** What strangers may see: so that their lists are not empty. */
async function makeShared(world: World): Promise<string> {
  const { house, people } = world;
  const { parts } = house;
  const { reader, drafter, chair, clerk, keeper } = people.strangers;
  const making = { by: drafter, decider: people.hiddenChair, level: 'mat' } as const;
  const documentId = await issued(world, making, SHARED_TEXT);
  const [first, second] = await copiesOf(world, documentId);
  invariant(first && second, 'issued with copies');
  const { hiddenClerk: from } = people;
  granted(await handOver(parts, as(from), { documentId, copyId: first, to: keeper }));
  granted(await handOver(parts, as(from), { documentId, copyId: second, to: chair }));
  for (const personId of [reader, people.strangers['press-officer'], people.hiddenHolder]) {
    const input = { documentId, personId, untilOn: '2026-11-05', reason: 'Phối hợp' };
    granted(await grant(parts, as(people.hiddenChair), input));
  }
  await drafted(world, making);
  const back = await proposed(world, making);
  const returning = { documentId: back, reason: 'Thiếu căn cứ' };
  granted(await returnToDrafter(parts, as(people.hiddenChair), returning));
  await proposed(world, { ...making, decider: chair });
  await determined(world, making);
  granted(await receive(parts, as(clerk), arrivalAt('mat', null)));
  return documentId;
}

async function leakOf(world: World, text: string, number: number): Promise<void> {
  const file = jsonl(`Tin đọc nhanh. ${text} Nhiều người bàn tán.`, number);
  const input = { fileName: 'bai.jsonl', file };
  const { matched } = granted(await importArticles(world.house.parts, CONSOLE, input));
  invariant(matched === 1, 'the article repeats a hidden document');
}

/** Every state and level, copies in several hands, the press and an incident. */
async function makeHidden(world: World): Promise<void> {
  const { house, people } = world;
  const { parts } = house;
  const { hiddenDrafter: by, hiddenChair: decider, hiddenClerk: clerk } = people;
  const at = (level: Level): Making => ({ by, decider, level });
  await drafted(world, at('mat'), hiddenText(1));
  await proposed(world, at('mat'));
  await determined(world, at('toi-mat'));
  await issued(world, at('tuyet-mat'), ECHO);
  const out = await issued(world, at('toi-mat'), hiddenText(2));
  const [first, second] = await copiesOf(world, out);
  invariant(first && second, 'issued with copies');
  const input = { documentId: out, copyId: first };
  granted(await handOver(parts, as(clerk), { ...input, to: people.hiddenHolder }));
  const outside = { documentId: out, copyId: second, recipient: 'Quận Sông Hoa' };
  granted(await send(parts, as(clerk), outside));
  const given = { documentId: out, personId: people.secondHolder, untilOn: '2026-11-05' };
  granted(await grant(parts, as(decider), { ...given, reason: 'Phối hợp' }));
  const came = granted(await receive(parts, as(clerk), arrivalAt('toi-mat', null)));
  const arrived = { documentId: came.documentId, file: utf8(ECHO) };
  granted(await attach(parts, as(clerk), arrived));
  granted(await receive(parts, as(clerk), arrivalAt('tuyet-mat', 'Chủ tịch ủy ban')));
  await leakOf(world, HIDDEN_WORDS, 1);
  await leakOf(world, `${HIDDEN_WORDS} Còn nữa.`, 2);
  const [match] = await house.acts.read(CONSOLE, ({ watch }) => watch.listMatches({ limit: 1 }));
  invariant(match, 'the press matches');
  const judged = { matchId: match.id, reason: 'Trùng nguyên văn' };
  granted(await confirmMatch(parts, as(people.hiddenOfficer), judged));
}

const sizeOf = async ({ house }: World): Promise<number> =>
  (await house.acts.read(CONSOLE, ({ ledger }) => ledger.head())).size;

/** Brings the plain world's ledger to the length of the other's, with entries that do nothing. */
export async function level({ plain, secret }: Pick<Twins, 'plain' | 'secret'>): Promise<void> {
  await padTo(plain, await sizeOf(secret));
}

async function padTo(world: World, size: number): Promise<void> {
  while ((await sizeOf(world)) < size) {
    await world.house.acts.perform(CONSOLE, { verb: 'people.register' }, async () =>
      permit({ value: null }),
    );
  }
}

export async function sharedWorld(life: Life): Promise<World & { readonly documentId: string }> {
  const randomness = countedRandomness();
  const house = await testHouse(life, { randomness });
  const agency = { name: 'Ủy ban bầu cử', superiorName: 'Hội đồng', place: 'Phố', symbol: 'UBBC' };
  const row = put('agency', { id: randomness.id(), ...agency, demo: false });
  await house.acts.perform(CONSOLE, { verb: 'admin.set-up' }, async () =>
    permit({ rows: [row], value: null }),
  );
  const [unit] = await house.acts.read(CONSOLE, ({ people }) => people.listUnits());
  invariant(unit, 'the house has a unit');
  const world = { house, randomness, people: await cast(house), unitId: unit.id };
  return { ...world, documentId: await makeShared(world) };
}

/** Adds documents of these levels with the same words in all of them. */
export async function hideMore(world: World, levels: readonly Level[], text: string) {
  const { hiddenDrafter: by, hiddenChair: decider } = world.people;
  await world.randomness.hidden(async () => {
    for (const level of levels) await drafted(world, { by, decider, level }, text);
  });
}

export type Twins = {
  readonly plain: World;
  readonly secret: World;
  /** A document of both worlds. */
  readonly documentId: string;
  /** Ids that only the second world has, by table. */
  readonly hidden: Readonly<Record<HiddenTable, readonly string[]>>;
  /** Places in the ledger at which the worlds differ. */
  readonly apart: { readonly from: number; readonly to: number };
};

const HIDDEN_TABLES = [
  'document',
  'copy',
  'register_line',
  'access_grant',
  'article',
  'match',
  'incident',
  'evidence',
] as const;
type HiddenTable = (typeof HIDDEN_TABLES)[number];

async function hiddenIds({ house }: World): Promise<Twins['hidden']> {
  const ids = new Map<HiddenTable, string[]>();
  for (const table of HIDDEN_TABLES) {
    const { rows } = await house.database.admin.query<{ id: string }>(
      `SELECT id FROM ${table} WHERE id::text LIKE '${HIDDEN_DIGIT}%' ORDER BY id`,
    );
    invariant(rows.length > 0, `the second world has a hidden ${table}`);
    const list = rows.map(({ id }) => id);
    ids.set(table, list);
  }
  return Object.fromEntries(ids) as unknown as Twins['hidden']; // One entry for each of the tables.
}

export async function twinWorlds(life: Life): Promise<Twins> {
  const plain = await sharedWorld(life);
  const secret = await sharedWorld(life);
  const from = await sizeOf(secret);
  await secret.randomness.hidden(() => makeHidden(secret));
  const to = await sizeOf(secret);
  await padTo(plain, to);
  const hidden = await hiddenIds(secret);
  return { plain, secret, documentId: plain.documentId, hidden, apart: { from, to } };
}
