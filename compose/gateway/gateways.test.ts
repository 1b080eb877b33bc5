import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { encodePacket } from '../../adapters/milter/packets.ts';
import { CLEAN_NEWS, leakHouse } from '../../testkit/leak.ts';
import { SettingsError } from '../settings.ts';
import { type Door, openDoor } from './door.ts';
import { readGatewaySettings } from './gateway-settings.ts';
import { openGateways } from './gateways.ts';

const HERE = { setting: 'NIEMPHONG_ICAP', host: '127.0.0.1', port: 0 };
const never = (thrown: unknown) => assert.fail(String(thrown));

/** A door that sends everything back. */
async function echoDoor(t: TestContext, peers: string, maxConnections = 10): Promise<Door> {
  const networks = readGatewaySettings({ NIEMPHONG_GATEWAY_PEERS: peers }).peers;
  const door = await openDoor({
    at: HERE,
    peers: networks,
    maxConnections,
    report: never,
    serve: async (socket) => {
      for await (const chunk of socket) socket.write(chunk as Buffer);
    },
  });
  t.after(() => door.close());
  return door;
}

/** What comes back for these bytes before the peer hangs up or `enough` has come. */
function talk(port: number, bytes: string | Buffer, enough: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (enough.test(text)) end();
    });
    socket.once('close', end).once('error', end);
    socket.write(bytes);
  });
}

test('only the networks that are set may connect', async (t) => {
  const open = await echoDoor(t, '10.0.0.0/8,127.0.0.1');
  assert.equal(await talk(open.port, 'chào', /./), Buffer.from('chào').toString('latin1'));
  const closed = await echoDoor(t, '10.0.0.0/8,::1');
  assert.equal(await talk(closed.port, 'chào', /./), '');
});

test('more connections than there is room for are turned away', async (t) => {
  const door = await echoDoor(t, '127.0.0.1', 1);
  const first = connect(door.port, '127.0.0.1');
  t.after(() => first.destroy());
  await new Promise<void>((resolve) => first.once('data', () => resolve()).write('x'));
  assert.equal(await talk(door.port, 'y', /./), '');
});

test('a door that cannot be opened says which setting, and why', async (t) => {
  const { port } = await echoDoor(t, '127.0.0.1');
  const plan = { peers: [], maxConnections: 1, report: never, serve: async () => {} };
  const says = (words: RegExp) => (thrown: unknown) =>
    thrown instanceof SettingsError && words.test(thrown.message);
  await assert.rejects(
    openDoor({ ...plan, at: { ...HERE, port } }),
    says(/^NIEMPHONG_ICAP=127\.0\.0\.1:\d+: cổng đang được dùng/),
  );
  // TEST-NET-1: no machine has it.
  await assert.rejects(
    openDoor({ ...plan, at: { ...HERE, host: '192.0.2.1' } }),
    says(/this machine has no such address/),
  );
});

test('a check that takes too long, or fails, lets nothing pass', async (t) => {
  const { parts } = await leakHouse(t);
  const settings = readGatewaySettings({ NIEMPHONG_MILTER: '127.0.0.1:0' });
  const offer = Buffer.from('00000006000001ff001fffff', 'hex');
  const mail = Buffer.concat([
    encodePacket('O', offer),
    encodePacket('B', Buffer.from(CLEAN_NEWS)),
    encodePacket('E'),
  ]);
  const slow = await openGateways(settings, parts, { report: never, withinMs: 1 });
  t.after(() => slow.close());
  assert.match(await talk(slow.milter?.port ?? 0, mail, /y\d/), /y451-4\.7\.1 Hien chua/);
  const reported: unknown[] = [];
  const extractor = { ...parts.extractor, openMessage: () => Promise.reject(new Error('broken')) };
  const report = (thrown: unknown) => reported.push(thrown);
  const failing = await openGateways(settings, { ...parts, extractor }, { report });
  t.after(() => failing.close());
  assert.match(await talk(failing.milter?.port ?? 0, mail, /y\d/), /y451-4\.7\.1 Hien chua/);
  assert.deepEqual(reported.map(String), ['Error: broken']);
  assert.deepEqual(failing.counts.mail, { clean: 0, touches: 0, unchecked: 1 });
});
