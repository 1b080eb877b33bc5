import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SetUpPlan } from '../../contract/admin.ts';
import { Fault } from '../../core/common/fault.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { testApp } from '../../testkit/app.ts';
import { type TestHouse, testHouse } from '../../testkit/house.ts';
import type { Acts } from '../ports/acts.ts';
import type { Passwords } from '../ports/sessions.ts';
import { setUp } from './set-up.ts';

const PASSWORD = 'mật khẩu ban đầu';
const person = (login: string) => ({
  fullName: `Người ${login}`,
  login,
  positionTitle: 'Cán bộ',
  unit: 0,
  password: PASSWORD,
});
const ready = {
  clearance: {
    level: 'tuyet-mat',
    decisionNo: '02/QĐ',
    fromOn: '2026-11-01',
    untilOn: '2027-12-31',
  },
  commitment: { signedOn: '2026-10-01', untilOn: '2027-10-01' },
  training: { course: 'Luật 117/2025/QH15', passedOn: '2026-10-01', untilOn: '2027-10-01' },
} as const;
const PLAN: SetUpPlan = {
  agency: {
    name: 'Ủy ban bầu cử thành phố',
    superiorName: 'Hội đồng bầu cử quốc gia',
    place: 'Hà Nội',
    symbol: 'UBBC',
  },
  units: ['Thường trực', 'Văn phòng'],
  head: { ...person('chu-tich'), legalPost: 'city-committee-chair', ready },
  registrar: { ...person('van-thu'), unit: 1, ready },
  administrator: person('quan-tri'),
  custodians: [{ who: 'head' }, { who: 'registrar' }, { who: 'other', person: person('giu-khoa') }],
  threshold: 2,
  duties: { decisionNo: '01/QĐ', fromOn: '2026-11-01' },
};

/** Hashing is slow on purpose; what it makes is tested with identity. */
const quick: Passwords = {
  hash: async (password) => `quick$${password}`,
  check: async () => false,
};

async function emptyHouse(t: Parameters<typeof testHouse>[0]): Promise<TestHouse> {
  const house = await testHouse(t);
  // As found: a vault of the testkit without any object, sealed; set-up replaces it.
  house.parts.seal.seal();
  return { ...house, parts: { ...house.parts, passwords: quick } };
}

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
const fieldOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? null : `${outcome.refusals[0]?.code} ${outcome.refusals[0]?.facts?.field}`;

test('one act makes the agency, its people and a vault that the shares open', async (t) => {
  const house = await emptyHouse(t);
  const done = await setUp(house.parts, PLAN);
  assert.ok(done.ok, JSON.stringify(done));
  const { shares } = done.value;
  assert.deepEqual(
    shares.map(({ custodian }) => custodian.fullName),
    ['Người chu-tich', 'Người van-thu', 'Người giu-khoa'],
  );
  assert.equal(house.parts.seal.status().state, 'sealed');
  for (const { share } of shares.slice(1)) {
    assert.ok((await house.parts.seal.giveShare(share)).ok);
  }
  assert.equal(house.parts.seal.status().state, 'open');
  const { rows } = await house.database.admin.query(
    `SELECT convert_from(body, 'UTF8') AS body FROM ledger_entry WHERE verb = 'admin.set-up'`,
  );
  assert.equal(rows.length, 1);
  for (const { share } of shares) assert.ok(!rows[0].body.includes(share.slice(5, 30)));
});

test('the first administrator reads nothing and holds nothing', async (t) => {
  const house = await emptyHouse(t);
  assert.ok((await setUp(house.parts, PLAN)).ok);
  await house.acts.read({ kind: 'console' }, async ({ people }) => {
    const subjectOf = async (login: string) => {
      const found = await people.findLogin(login);
      return people.loadSubject(found?.personId ?? '');
    };
    const administrator = await subjectOf('quan-tri');
    assert.deepEqual(administrator?.duties, ['administrator']);
    assert.equal(administrator?.clearance, null);
    const registrar = await subjectOf('van-thu');
    assert.deepEqual(registrar?.duties, ['registrar', 'key-custodian']);
    assert.equal(registrar?.clearance?.level, 'tuyet-mat');
    const head = await subjectOf('chu-tich');
    assert.equal(head?.legalPost, 'city-committee-chair');
    const credential = await people.loadCredential(head?.personId ?? '');
    assert.equal(credential?.mustChange, true);
  });
});

test('the house is set up once, also when asked twice at the same time', async (t) => {
  const house = await emptyHouse(t);
  const both = await Promise.all([
    setUp(house.parts, PLAN),
    setUp(house.parts, { ...PLAN, agency: { ...PLAN.agency, name: 'Khác' } }),
  ]);
  assert.deepEqual(both.flatMap(codes), ['setup-already-done']);
  const made = both.find((outcome) => outcome.ok);
  assert.ok(made?.ok);
  assert.deepEqual(codes(await setUp(house.parts, PLAN)), ['setup-already-done']);
  const { rows } = await house.database.admin.query('SELECT count(*)::int AS n FROM agency');
  assert.equal(rows[0].n, 1);
  // The shares that were shown are those of the vault that stands.
  assert.ok((await house.parts.seal.giveShare(made.value.shares[0]?.share ?? '')).ok);
});

test('a set-up whose act failed is done again; only new shares open the vault', async (t) => {
  const house = await emptyHouse(t);
  let lost = '';
  /** Fails after the work, as when the disk does. */
  const failing: Acts = {
    ...house.acts,
    perform: (actor, attempt, work) =>
      house.acts.perform(actor, attempt, async (world) => {
        const done = await work(world);
        lost = JSON.stringify(done);
        throw new Fault('database-failed', 'not confirmed');
      }),
  };
  await assert.rejects(setUp({ ...house.parts, acts: failing }, PLAN), { code: 'database-failed' });
  const lostShare = /npv1[\w-]+/.exec(lost)?.[0] ?? '';
  assert.ok(lostShare);
  const again = await setUp(house.parts, PLAN);
  assert.ok(again.ok, JSON.stringify(again));
  assert.deepEqual(codes(await house.parts.seal.giveShare(lostShare)), ['share-wrong']);
  assert.ok((await house.parts.seal.giveShare(again.value.shares[0]?.share ?? '')).ok);
});

test('a vault that is open or holds anything is never replaced', async (t) => {
  const house = await testHouse(t);
  const parts = { ...house.parts, passwords: quick };
  assert.deepEqual(codes(await setUp(parts, PLAN)), ['already-done']);
  const label = { documentId: house.randomness.id(), kind: 'content', version: 1 } as const;
  await house.parts.store.put(label, new Uint8Array(3));
  house.parts.seal.seal();
  assert.deepEqual(codes(await setUp(parts, PLAN)), ['already-done']);
});

test('what does not fit is refused by field, and nothing is made', async (t) => {
  const house = await emptyHouse(t);
  const other = (login: string) => ({ who: 'other', person: person(login) }) as const;
  const cases: readonly (readonly [string, Partial<SetUpPlan>])[] = [
    ['password-too-short head.password', { head: { ...PLAN.head, password: 'ngắn' } }],
    ['invalid-input head.unit', { head: { ...PLAN.head, unit: 2 } }],
    ['invalid-input head.legalPost', { head: { ...PLAN.head, legalPost: 'king' } }],
    ['invalid-input administrator.login', { administrator: person('quản trị') }],
    ['login-taken administrator.login', { administrator: person('VAN-THU') }],
    ['login-taken custodians.0.person.login', { custodians: [other('quan-tri')], threshold: 1 }],
    ['invalid-input custodians.1', { custodians: [{ who: 'head' }, { who: 'head' }] }],
    ['invalid-input threshold', { threshold: 4 }],
    ['date-in-future duties.fromOn', { duties: { decisionNo: '1', fromOn: '2026-11-03' } }],
    [
      'date-in-future registrar.ready.commitment.signedOn',
      {
        registrar: {
          ...PLAN.registrar,
          ready: { ...ready, commitment: { signedOn: '2027-01-01', untilOn: '2027-02-01' } },
        },
      },
    ],
  ];
  for (const [expected, change] of cases) {
    assert.equal(fieldOf(await setUp(house.parts, { ...PLAN, ...change })), expected);
  }
  const { rows } = await house.database.admin.query(
    `SELECT (SELECT count(*) FROM agency) + (SELECT count(*) FROM person) AS n`,
  );
  assert.equal(Number(rows[0].n), 0);
  assert.deepEqual(
    codes(await house.parts.seal.giveShare(house.share)),
    [],
    'the vault is as found',
  );
});

test('over the wire: from an empty machine to a custodian who opens the vault', async (t) => {
  const house = await testHouse(t);
  house.parts.seal.seal();
  const site = await testApp(t, house);
  const stranger = site.browser();
  assert.equal((await stranger.get('/api/front-door')).json.isSetUp, false);
  const posts = (await stranger.get('/api/set-up/options')).json.legalPosts;
  assert.ok(posts.some(({ code }: { code: string }) => code === 'city-committee-chair'));
  const unfit = await stranger.post('/api/set-up', { ...PLAN, threshold: 0 });
  assert.equal(unfit.json.refusals[0].facts.field, 'threshold');
  const plan = { ...PLAN, custodians: [{ who: 'registrar' }], threshold: 1 };
  const made = await stranger.post('/api/set-up', plan);
  assert.equal(made.status, 200, made.body);
  assert.equal((await stranger.post('/api/set-up', plan)).status, 409);

  const registrar = site.browser();
  await registrar.post('/api/sign-in', { login: 'van-thu', password: PASSWORD });
  const next = 'mật khẩu của riêng tôi';
  await registrar.post('/api/me/password', { current: PASSWORD, next });
  const { items } = (await registrar.get('/api/inbox')).json;
  assert.deepEqual(items[0].kind, 'vault-sealed');
  const { share } = made.json.shares[0];
  assert.equal((await registrar.post('/api/vault/share', { share })).json.state, 'open');
  assert.equal((await stranger.get('/api/vault')).json.state, 'open');
  assert.deepEqual(site.faults, []);
});

test('nothing of the plan that is secret is stored as typed', async (t) => {
  const house = await testHouse(t);
  house.parts.seal.seal();
  const done = await setUp(house.parts, { ...PLAN, custodians: [{ who: 'head' }], threshold: 1 });
  assert.ok(done.ok);
  const { rows } = await house.database.admin.query('SELECT password_hash FROM credential');
  assert.equal(rows.length, 3);
  for (const row of rows) assert.match(row.password_hash, /^argon2id\$/);
  assert.equal(new Set(rows.map((row) => row.password_hash)).size, 3);
});
