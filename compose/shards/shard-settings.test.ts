import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readLineSettings, readShardSettings } from './shard-settings.ts';

test('without NIEMPHONG_SHARDS the house compares by itself', () => {
  assert.equal(readShardSettings({}), null);
  assert.equal(readShardSettings({ NIEMPHONG_SHARDS: '', NIEMPHONG_QUEUE: 'nats://x:1' }), null);
});

test('the number of shards alone: PostgreSQL, and matchers of this machine', () => {
  const settings = readShardSettings({ NIEMPHONG_SHARDS: '8' });
  assert.deepEqual(settings, { shards: 8, nats: null, door: null });
});

test('an address of the LAN needs a key of 64 hexadecimal digits', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-settings-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const key = join(folder, 'key');
  const environment = { NIEMPHONG_MATCHER_DOOR: '10.1.2.3:8893', NIEMPHONG_MATCHER_KEY: key };
  assert.throws(() => readLineSettings(environment), /NIEMPHONG_MATCHER_KEY/);
  writeFileSync(key, `${'0f'.repeat(31)}\n`);
  assert.throws(() => readLineSettings(environment), /NIEMPHONG_MATCHER_KEY/);
  writeFileSync(key, `${'0f'.repeat(32)}\n`);
  const line = readLineSettings(environment);
  assert.deepEqual(line?.key, new Uint8Array(32).fill(15));
  assert.equal(line?.at.port, 8_893);
});

test('a wrong value ends the start with the name of its setting', () => {
  for (const shards of ['0', '257', '2.5', 'hai']) {
    assert.throws(() => readShardSettings({ NIEMPHONG_SHARDS: shards }), /NIEMPHONG_SHARDS/);
  }
  for (const queue of ['http://10.1.2.3', 'nats', 'nats://']) {
    const environment = { NIEMPHONG_SHARDS: '2', NIEMPHONG_QUEUE: queue };
    assert.throws(() => readShardSettings(environment), /NIEMPHONG_QUEUE/);
  }
  const door = { NIEMPHONG_SHARDS: '2', NIEMPHONG_MATCHER_DOOR: 'matcher:1' };
  assert.throws(() => readShardSettings(door), /NIEMPHONG_MATCHER_DOOR/);
});
