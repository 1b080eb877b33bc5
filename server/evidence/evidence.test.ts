import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lanAuthority } from '../../adapters/timestamp/lan-authority.ts';
import { checkTimeStamp } from '../../adapters/timestamp/time-stamp.ts';
import type { Instant } from '../../core/common/calendar-date.ts';
import { permit } from '../../core/common/refusal.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import {
  type EvidenceCase,
  evidenceCase,
  PAGE,
  packageFiles,
  RECEIVER,
} from '../../testkit/evidence-case.ts';
import { as } from '../../testkit/house.ts';
import { codesOf, granted, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { opensslAuthority } from '../../testkit/openssl-authority.ts';
import type { PagePhotographer } from '../ports/evidence/page-photographer.ts';
import type { Parts } from '../ports/parts.ts';
import { acceptEvidence, declineEvidence, offerEvidence } from './custody.ts';
import { packageEvidence } from './package.ts';
import { preserveEvidence } from './preserve.ts';
import { stampEvidence } from './stamp.ts';
import { viewCustody } from './view-custody.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
/** A picture costs seconds; `adapters/page-image` tests the real one. */
const noPictures: PagePhotographer = {
  photograph: async () => ({ png: null, warnings: ['no-browser'] }),
};

type Case = { house: LeakHouse; parts: Parts; which: EvidenceCase };

async function prepared(t: Parameters<typeof leakHouse>[0]): Promise<Case> {
  const house = await leakHouse(t);
  const parts = { ...house.parts, photographer: noPictures };
  return { house, parts, which: await evidenceCase(house) };
}

async function custodyOf({ house, parts, which }: Case) {
  const view = granted(await viewCustody(parts, as(house.officer), which));
  const [custody] = view.evidence;
  assert.ok(custody);
  return { ...view, custody };
}

test('who preserves the evidence is its first custodian; what is missing is said', async (t) => {
  const all = await prepared(t);
  const { house, parts, which } = all;
  const { warnings } = granted(await preserveEvidence(parts, as(house.officer), which));
  assert.deepEqual(warnings, ['no-browser', 'no-authority']);
  const { custody } = await custodyOf(all);
  assert.equal(custody.custodian?.personId, house.officer);
  assert.deepEqual(custody.items.map(({ kind }) => kind).toSorted(), ['original', 'sums', 'warc']);
  const original = custody.items.find(({ kind }) => kind === 'original');
  assert.equal(original?.sha256, sha256(PAGE).toHex());
  assert.deepEqual([custody.unbroken, custody.stampedAt, custody.warnings], [true, null, warnings]);
  const again = await preserveEvidence(parts, as(house.registrar), which);
  assert.deepEqual(codesOf(again), ['already-done']);
});

test('no hash of a public article stands in the ledger, only that of the list', async (t) => {
  const all = await prepared(t);
  const { house, parts, which } = all;
  granted(await preserveEvidence(parts, as(house.officer), which));
  const { custody } = await custodyOf(all);
  const query = `SELECT convert_from(body, 'UTF8') AS text FROM ledger_entry`;
  const { rows } = await house.database.admin.query<{ text: string }>(query);
  const ledger = rows.map(({ text }) => text).join('\n');
  const hashOf = (kind: string) => custody.items.find((item) => item.kind === kind)?.sha256 ?? '?';
  assert.ok(ledger.includes(hashOf('sums')));
  assert.ok(!ledger.includes(hashOf('original')));
});

test('who held or read the document neither keeps nor is handed the evidence', async (t) => {
  const { house, parts, which } = await prepared(t);
  const knower = await house.addPerson({ duties: ['inspector'], level: 'mat' });
  const late = await preserveEvidence(parts, as(knower), which);
  assert.equal(late.ok, true, 'this inspector knew nothing before the capture');
  const drafter = await offerEvidence(parts, as(knower), {
    ...which,
    to: house.drafter,
    text: 'Bàn giao',
  });
  assert.deepEqual(codesOf(drafter), ['not-your-duty', 'knew-the-document']);
});

test('evidence changes hands only by offer and acceptance, every step kept', async (t) => {
  const all = await prepared(t);
  const { house, parts, which } = all;
  const { officer, registrar } = house;
  granted(await preserveEvidence(parts, as(officer), which));
  const offer = { ...which, to: registrar, text: 'Nghỉ phép' };
  assert.deepEqual(codesOf(await acceptEvidence(parts, as(registrar), which)), ['not-custodian']);
  granted(await offerEvidence(parts, as(officer), offer));
  assert.equal((await custodyOf(all)).custody.custodian?.personId, officer);
  granted(await declineEvidence(parts, as(registrar), { ...which, text: 'Chưa nhận được' }));
  granted(await offerEvidence(parts, as(officer), offer));
  house.clock.move(60_000);
  granted(await acceptEvidence(parts, as(registrar), which));
  const { custody } = await custodyOf(all);
  assert.deepEqual(
    custody.steps.map(({ kind, by, to, text }) => [kind, by.personId, to?.personId ?? null, text]),
    [
      ['kept', officer, null, ''],
      ['offered', officer, registrar, 'Nghỉ phép'],
      ['declined', registrar, null, 'Chưa nhận được'],
      ['offered', officer, registrar, 'Nghỉ phép'],
      ['accepted', registrar, null, ''],
    ],
  );
  assert.deepEqual([custody.custodian?.personId, custody.offeredTo], [registrar, null]);
  assert.deepEqual(codesOf(await offerEvidence(parts, as(officer), offer)), ['not-custodian']);
});

test('only the custodian makes the package, and while the vault is sealed nobody', async (t) => {
  const { house, parts, which } = await prepared(t);
  const input = { incidentId: which.incidentId, ...RECEIVER };
  const make = (who: LeakHouse['officer']) => packageEvidence(parts, as(who), input);
  assert.deepEqual(codesOf(await make(house.officer)), ['evidence-not-kept']);
  granted(await preserveEvidence(parts, as(house.officer), which));
  assert.deepEqual(codesOf(await make(house.registrar)), ['not-custodian']);
  parts.seal.seal();
  assert.deepEqual(codesOf(await make(house.officer)), ['vault-sealed']);
  const { custody } = await custodyOf({ house, parts, which });
  assert.deepEqual(
    custody.steps.map(({ kind }) => kind),
    ['kept'],
  );
});

test('a package holds the evidence, its proofs, minutes and checker', async (t) => {
  const all = await prepared(t);
  const { house, parts, which } = all;
  const files = await packageFiles(parts, house.officer, which);
  const paths = [...files.keys()];
  for (const path of [
    'bagit.txt',
    'check.mjs',
    'DOC-TRUOC.txt',
    'README.txt',
    'data/minutes.pdf',
    'data/incident.json',
    'data/evidence/1/original.bin',
    'data/evidence/1/capture.warc',
    'data/evidence/1/SHA256SUMS',
    'data/evidence/1/custody.json',
    'seal/entry.tlog-proof',
  ]) {
    assert.ok(paths.includes(path), path);
  }
  assert.deepEqual(Buffer.from(files.get('data/evidence/1/original.bin') ?? []), Buffer.from(PAGE));
  const { packages, custody } = await custodyOf(all);
  const tags = sha256(files.get('tagmanifest-sha256.txt') ?? new Uint8Array()).toHex();
  assert.deepEqual(
    packages.map(({ receiverBody, minutesNo, sha256: hash }) => [receiverBody, minutesNo, hash]),
    [[RECEIVER.receiverBody, RECEIVER.minutesNo, tags]],
  );
  assert.equal(custody.steps.at(-1)?.kind, 'packaged');
  const warc = Buffer.from(files.get('data/evidence/1/capture.warc') ?? []);
  assert.ok(warc.includes('WARC/1.1') && warc.includes(Buffer.from(PAGE)));
});

test('a package is sealed however busy the house, dated by the day in Hà Nội', async (t) => {
  const { house, parts, which } = await prepared(t);
  house.clock.set('2026-11-02T20:00:00.000Z' as Instant);
  const { acts } = parts;
  const busy: Parts['acts'] = {
    read: acts.read,
    async perform(actor, attempt, work) {
      const done = await acts.perform(actor, attempt, work);
      if (attempt.verb !== 'evidence.package') return done;
      const others = Array.from({ length: 600 }, () =>
        acts.perform({ kind: 'console' }, { verb: 'publication.check' }, async () =>
          permit({ value: null }),
        ),
      );
      await Promise.all(others);
      return done;
    },
  };
  const files = await packageFiles({ ...parts, acts: busy }, house.officer, which);
  assert.ok(files.has('seal/entry.tlog-proof'));
  const about = new TextDecoder().decode(files.get('bag-info.txt'));
  assert.match(about, /^Bagging-Date: 2026-11-03$/m);
});

test('a page with an address lies in the package as a replay archive too', async (t) => {
  const house = await leakHouse(t);
  const parts = { ...house.parts, photographer: noPictures };
  const link = '<link rel="canonical" href="https://bao.example/hau-truong">';
  const page = utf8(new TextDecoder().decode(PAGE).replace('<h1>', `${link}<h1>`));
  const which = await evidenceCase(house, page);
  const files = await packageFiles(parts, house.officer, which);
  const warc = files.get('data/evidence/1/capture.warc') ?? new Uint8Array();
  const wacz = Buffer.from(files.get('data/evidence/1/capture.wacz') ?? []);
  assert.ok(warc.length > 0 && wacz.includes(warc), 'the same WARC, uncompressed');
  assert.ok(wacz.includes('"url":"https://bao.example/hau-truong"'));
});

test('a time-stamp of the LAN goes with the evidence, also when it comes later', async (t) => {
  const all = await prepared(t);
  const { house, which } = all;
  const real = await opensslAuthority(t);
  const random = house.randomness.bytes;
  const parts = { ...all.parts, timeStamper: lanAuthority({ ...real, random }) };
  real.instead = () => null;
  const { warnings } = granted(await preserveEvidence(parts, as(house.officer), which));
  assert.deepEqual(warnings, ['no-browser', 'authority-silent']);
  const silent = await stampEvidence(parts, as(house.officer), which);
  assert.deepEqual(codesOf(silent), ['authority-silent']);
  real.instead = null;
  const strange = await stampEvidence(parts, as(house.registrar), which);
  assert.deepEqual(codesOf(strange), ['not-custodian']);
  const { stampedAt } = granted(await stampEvidence(parts, as(house.officer), which));
  const again = await stampEvidence(parts, as(house.officer), which);
  assert.deepEqual(codesOf(again), ['already-done']);
  const { custody } = await custodyOf({ ...all, parts });
  assert.deepEqual([custody.stampedAt, custody.warnings], [stampedAt, ['no-browser']]);
  const files = await packageFiles(parts, house.officer, which);
  const sums = files.get('data/evidence/1/SHA256SUMS') ?? new Uint8Array();
  const response = files.get('data/evidence/1/SHA256SUMS.tsr') ?? new Uint8Array();
  const checked = checkTimeStamp({
    response,
    digest: sha256(sums),
    authority: new TextDecoder().decode(files.get('data/evidence/1/tsa-ca.pem')),
  });
  assert.deepEqual(checked, { ok: true, at: stampedAt });
});

test('nobody without the duty sees who keeps what, whether it exists or not', async (t) => {
  const { house, parts, which } = await prepared(t);
  for (const who of [house.drafter, house.decider, house.clerk].map(as)) {
    for (const incidentId of [which.incidentId, ABSENT]) {
      const asked = { ...which, incidentId };
      for (const outcome of [
        await viewCustody(parts, who, asked),
        await preserveEvidence(parts, who, asked),
        await stampEvidence(parts, who, asked),
        await offerEvidence(parts, who, { ...asked, to: house.officer, text: 'a' }),
        await acceptEvidence(parts, who, asked),
        await declineEvidence(parts, who, { ...asked, text: '' }),
        await packageEvidence(parts, who, { incidentId, ...RECEIVER }),
      ]) {
        assert.deepEqual(codesOf(outcome), ['not-your-duty']);
      }
    }
  }
  const absent = await preserveEvidence(parts, as(house.officer), { ...which, evidenceId: ABSENT });
  assert.deepEqual(codesOf(absent), ['not-found']);
});
