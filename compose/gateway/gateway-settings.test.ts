import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GATEWAY_ANSWERS, replyLines } from '../../contract/text/gateway-text.ts';
import { SettingsError } from '../settings.ts';
import { readGatewaySettings } from './gateway-settings.ts';

test('nothing listens unless it is set', () => {
  const { milter, icap, peers } = readGatewaySettings({});
  assert.deepEqual([milter, icap], [null, null]);
  assert.deepEqual(peers, [
    { address: '127.0.0.0', prefix: 8 },
    { address: '::1', prefix: 128 },
  ]);
});

test('what is unchecked does not pass unless it is set so', () => {
  const { milter, icap } = readGatewaySettings({
    NIEMPHONG_MILTER: '10.1.2.3:8891',
    NIEMPHONG_ICAP: '[fd00::3]:1344',
  });
  assert.deepEqual(milter, {
    at: { setting: 'NIEMPHONG_MILTER', host: '10.1.2.3', port: 8891 },
    outcomes: { touched: 'refuse', unchecked: 'defer' },
  });
  assert.deepEqual(icap, {
    at: { setting: 'NIEMPHONG_ICAP', host: 'fd00::3', port: 1344 },
    outcomes: { touched: 'refuse', unchecked: 'refuse' },
  });
  const held = readGatewaySettings({
    NIEMPHONG_MILTER: '127.0.0.1:1',
    NIEMPHONG_MILTER_TOUCHED: 'hold',
    NIEMPHONG_MILTER_UNCHECKED: 'mark',
    NIEMPHONG_GATEWAY_PEERS: '10.1.0.0/16, 10.2.0.9',
  });
  assert.deepEqual(held.milter?.outcomes, { touched: 'hold', unchecked: 'mark' });
  assert.deepEqual(held.peers.at(1), { address: '10.2.0.9', prefix: 32 });
});

for (const [setting, text] of [
  ['NIEMPHONG_MILTER', '8891'],
  ['NIEMPHONG_MILTER', 'mail.local:8891'],
  ['NIEMPHONG_ICAP', '127.0.0.1:99999'],
  ['NIEMPHONG_ICAP', '[127.0.0.1]:1'],
  ['NIEMPHONG_GATEWAY_PEERS', '10.0.0.0/33'],
  ['NIEMPHONG_GATEWAY_PEERS', '10.0.0.0/x'],
  ['NIEMPHONG_GATEWAY_PEERS', 'everyone'],
] as const) {
  test(`${setting}=${text} ends the start with a text that names it`, () => {
    assert.throws(
      () => readGatewaySettings({ [setting]: text }),
      (thrown) => thrown instanceof SettingsError && thrown.message.includes(setting),
    );
  });
}

test('an outcome that the gateway does not have is refused', () => {
  const environment = { NIEMPHONG_ICAP: '127.0.0.1:1344', NIEMPHONG_ICAP_TOUCHED: 'hold' };
  assert.throws(() => readGatewaySettings(environment), SettingsError);
});

test('answers of the mail server are short lines of ASCII', () => {
  for (const answer of GATEWAY_ANSWERS)
    for (const line of replyLines(answer)) assert.match(line, /^[\x20-\x24\x26-\x7e]{10,200}$/);
});
