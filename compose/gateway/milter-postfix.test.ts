import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeDocx } from '../../adapters/extract/testing/office-maker.ts';
import {
  type MailServer,
  startMailServer,
  WITHOUT_POSTFIX,
} from '../../testkit/gateway/mail-server.ts';
import { CLEAN_NEWS, LEAKING_NEWS, type LeakHouse, leakHouse } from '../../testkit/leak.ts';
import { until } from '../../testkit/process-tree.ts';
import { readGatewaySettings } from './gateway-settings.ts';
import { type Gateways, openGateways } from './gateways.ts';

function mail(attachment: Uint8Array): string {
  return [
    'From: Mot <a@example.test>',
    'To: Hai <b@example.test>',
    'Subject: Cong viec tuan',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="ranh-gioi"',
    '',
    '--ranh-gioi',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(CLEAN_NEWS).toString('base64'),
    '--ranh-gioi',
    'Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'Content-Disposition: attachment; filename="cong-van.docx"',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(attachment)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '--ranh-gioi--',
    '',
  ].join('\r\n');
}

const CLEAN = mail(makeDocx([CLEAN_NEWS]));
const LEAKING = mail(makeDocx([LEAKING_NEWS]));
const ENCRYPTED = mail(Buffer.from('\xd0\xcf\x11\xe0 cũ', 'latin1'));

describe('a real Postfix asks the milter', { skip: WITHOUT_POSTFIX }, () => {
  let house: LeakHouse;
  let postfix: MailServer;
  const gateways: Record<string, Gateways> = {};
  const endings: (() => void | Promise<void>)[] = [];
  const life = { after: (clean: () => void | Promise<void>) => void endings.unshift(clean) };

  before(async () => {
    house = await leakHouse(life);
    for (const touched of ['refuse', 'hold', 'mark']) {
      const settings = readGatewaySettings({
        NIEMPHONG_MILTER: '127.0.0.1:0',
        NIEMPHONG_MILTER_TOUCHED: touched,
      });
      const opened = await openGateways(settings, house.parts, {
        report: (thrown) => assert.fail(String(thrown)),
      });
      life.after(() => opened.close());
      gateways[touched] = opened;
    }
    const ports = Object.entries(gateways).map(([name, { milter }]) => [name, milter?.port ?? 0]);
    postfix = await startMailServer(life, Object.fromEntries(ports));
  });
  after(async () => {
    for (const end of endings) await end();
  });

  const interceptions = async () => {
    const entries = await house.acts.read({ kind: 'clock' }, ({ ledger }) =>
      ledger.listEntries({ limit: 20 }),
    );
    return entries.filter(({ entry }) => entry.verb === 'publication.intercept');
  };

  test('a clean message arrives and leaves nothing but a number', async () => {
    assert.match(await postfix.send('refuse', CLEAN), /^250 2\.0\.0 Ok/);
    await until(() => postfix.delivered().length === 1, 'the message is delivered');
    assert.ok(!postfix.delivered()[0]?.includes('X-Niem-Phong'));
    assert.deepEqual(gateways.refuse?.counts.mail, { clean: 1, touches: 0, unchecked: 0 });
    assert.deepEqual(await interceptions(), []);
  });

  test('the protected sentence in a DOCX is refused in both languages, unnamed', async () => {
    const answer = await postfix.send('refuse', LEAKING);
    assert.match(
      answer,
      /^550-5\.7\.1 Noi dung cham toi tai lieu duoc bao ve.*\r\n550 5\.7\.1 The/,
    );
    assert.ok(!answer.includes(house.documentId));
    const [made] = await interceptions();
    assert.deepEqual(made?.entry.subject, { document: house.documentId });
    assert.ok(!JSON.stringify(made?.entry).includes('example.test'));
  });

  test('it can be held in quarantine instead', async () => {
    assert.match(await postfix.send('hold', LEAKING), /^250 /);
    await until(() => postfix.held() === 1, 'the message is held');
    assert.equal(postfix.delivered().length, 1);
  });

  test('or marked for the next mail server', async () => {
    assert.match(await postfix.send('mark', LEAKING), /^250 /);
    await until(() => postfix.delivered().length === 2, 'the message is delivered');
    assert.ok(
      postfix.delivered().some((each) => each.includes('X-Niem-Phong: touches-protected-material')),
    );
  });

  test('what cannot be read is put off, and so is all while the vault is sealed', async () => {
    assert.match(
      await postfix.send('refuse', ENCRYPTED),
      /^451-4\.7\.1 Chua kiem tra duoc: co tep/,
    );
    house.parts.seal.seal();
    assert.match(await postfix.send('mark', CLEAN), /^451-4\.7\.1 .*kho mat dang niem phong/);
    await house.parts.seal.giveShare(house.share);
    assert.match(await postfix.send('mark', CLEAN), /^250 /);
  });

  test('without the milter nothing passes unchecked', async () => {
    await gateways.refuse?.close();
    assert.match(await postfix.send('refuse', CLEAN).catch(String), /\b451 4\.7\.1 /);
  });
});
