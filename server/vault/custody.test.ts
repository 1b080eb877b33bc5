import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../core/common/fault.ts';
import type { Outcome } from '../../core/common/refusal.ts';
import { as, testHouse } from '../../testkit/house.ts';
import type { Acts } from '../ports/acts.ts';
import { giveShare, sealVault, vaultStatus } from './custody.ts';

const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

async function sealedHouse(t: Parameters<typeof testHouse>[0]) {
  const house = await testHouse(t);
  house.parts.seal.seal();
  const custodian = await house.addPerson({ duties: ['key-custodian'] });
  return { house, parts: house.parts, custodian };
}

test('a custodian opens the vault, and the ledger says who but not with what', async (t) => {
  const { house, parts, custodian } = await sealedHouse(t);
  const given = await giveShare(parts, as(custodian), house.share);
  assert.ok(given.ok, JSON.stringify(given));
  assert.equal(given.value.state, 'open');
  const { rows } = await house.database.admin.query(
    `SELECT actor, convert_from(body, 'UTF8') AS body FROM ledger_entry
     WHERE verb = 'vault.give-share'`,
  );
  assert.equal(rows[0].actor, custodian);
  assert.deepEqual(JSON.parse(rows[0].body).facts, { state: 'open', threshold: 1, given: 1 });
  assert.doesNotMatch(rows[0].body, /npv1/);
});

test('nobody but a custodian in service gives a share', async (t) => {
  const { house, parts } = await sealedHouse(t);
  const others = [
    await house.addPerson({ duties: ['administrator'] }),
    await house.addPerson({ duties: ['registrar'] }),
    await house.addPerson({ duties: ['key-custodian'], status: 'retired' }),
  ];
  for (const other of others) {
    assert.deepEqual(codes(await giveShare(parts, as(other), house.share)), ['not-your-duty']);
  }
  assert.deepEqual(codes(await giveShare(parts, { kind: 'console' }, house.share)), [
    'not-your-duty',
  ]);
  const status = await vaultStatus(parts);
  assert.ok(status.ok && status.value.given === 0);
});

test('five wrong shares keep a person out for an hour, and nobody else', async (t) => {
  const { house, parts, custodian } = await sealedHouse(t);
  const second = await house.addPerson({ duties: ['key-custodian'] });
  const wrong = () => giveShare(parts, as(custodian), 'npv1-sai');
  for (let count = 0; count < 5; count += 1)
    assert.deepEqual(codes(await wrong()), ['share-wrong']);
  assert.deepEqual(codes(await giveShare(parts, as(custodian), house.share)), ['too-many-tries']);
  assert.deepEqual(codes(await giveShare(parts, as(second), 'npv1-sai')), ['share-wrong']);
  house.clock.move(3_600_000);
  assert.deepEqual(codes(await giveShare(parts, as(custodian), house.share)), []);
});

test('custodian and administrator seal the vault; others do not', async (t) => {
  const { house, parts, custodian } = await sealedHouse(t);
  const administrator = await house.addPerson({ duties: ['administrator'] });
  const clerk = await house.addPerson({ duties: ['registry-clerk'] });
  for (const who of [custodian, administrator]) {
    assert.ok((await giveShare(parts, as(custodian), house.share)).ok);
    assert.deepEqual(codes(await sealVault(parts, as(clerk))), ['not-your-duty']);
    const sealed = await sealVault(parts, as(who));
    assert.ok(sealed.ok && sealed.value.state === 'sealed');
  }
});

test('a share that is not on record opens nothing', async (t) => {
  const { house, parts, custodian } = await sealedHouse(t);
  const failing: Acts = {
    ...house.acts,
    perform: (actor, attempt, work) =>
      house.acts.perform(actor, attempt, async (world) => {
        await work(world);
        throw new Fault('database-failed', 'not confirmed');
      }),
  };
  const given = giveShare({ ...parts, acts: failing }, as(custodian), house.share);
  await assert.rejects(given, { code: 'database-failed' });
  assert.equal(parts.seal.status().state, 'sealed');
  assert.equal(parts.seal.status().given, 0);
});
