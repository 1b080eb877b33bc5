import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { serveControl } from '../compose/control-socket.ts';
import { permit } from '../core/common/refusal.ts';
import { createApp } from '../server/http/app.ts';
import { ledgerRoutes } from '../server/http/ledger-routes.ts';
import { createSessionDoor } from '../server/http/session-door.ts';
import { testHouse } from '../testkit/house.ts';
import { callOverSocket } from './call.ts';
import { runLedgerCheck } from './ledger-check.ts';
import { runLedgerExport } from './ledger-export.ts';

function terminal() {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  return { io: { stdout: { write }, stderr: { write }, env: { LANG: 'en' } }, said: () => text };
}

async function house(t: TestContext) {
  const { parts } = await testHouse(t);
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-export-'));
  const app = await createApp({
    routes: ledgerRoutes(parts),
    door: createSessionDoor(parts),
    report: (thrown) => t.diagnostic(String(thrown)),
  });
  const door = await serveControl(app, folder);
  t.after(async () => {
    await door.close();
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const target = join(folder, 'out');
  const reach = async () => ({ call: callOverSocket(door.path), close: async () => {} });
  const exportIt = async (to = target) => {
    const { io, said } = terminal();
    return { code: await runLedgerExport([to], io, reach), said: said() };
  };
  const check = async (from = target) => {
    const { io, said } = terminal();
    return { code: await runLedgerCheck([from, '--vkey', parts.ledgerSigner.vkey], io), said };
  };
  const act = (times: number) =>
    Promise.all(
      Array.from({ length: times }, () =>
        parts.acts.perform({ kind: 'clock' }, { verb: 'identity.sign-out' }, async () =>
          permit({ value: null }),
        ),
      ),
    );
  return { folder, target, exportIt, check, act };
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('an export grows in place over the width of a bundle, and is whole each time', async (t) => {
  const { exportIt, check, act, target } = await house(t);
  for (const times of [1, 300, 0]) {
    await act(times);
    assert.equal((await exportIt()).code, 0);
    const { code, said } = await check();
    assert.equal(code, 0, said());
  }
  assert.ok(filesOf(target).some((path) => path.endsWith('tile/entries/000')));
});

test('a folder that holds anything else is left alone, with nothing on record', async (t) => {
  const { exportIt, folder, act, check, target } = await house(t);
  writeFileSync(join(folder, 'letter.txt'), 'x');
  assert.equal((await exportIt(folder)).code, 2);
  await act(1);
  assert.equal((await exportIt()).code, 0);
  assert.match((await check()).said(), /size: 3/);
  writeFileSync(join(target, 'vkey'), 'another+0+key\n');
  assert.equal((await exportIt()).code, 2);
});

test('a folder whose signed head was altered is no export to grow', async (t) => {
  const one = await house(t);
  await one.act(5);
  assert.equal((await one.exportIt()).code, 0);
  const forged = join(one.folder, 'forged');
  cpSync(one.target, forged, { recursive: true });
  const bytes = readFileSync(join(forged, 'checkpoint'), 'utf8').replace('\n7\n', '\n6\n');
  writeFileSync(join(forged, 'checkpoint'), bytes);
  assert.equal((await one.exportIt(forged)).code, 2);
});

test('every byte of every exported file counts, and its file is named', async (t) => {
  const { exportIt, check, act, target } = await house(t);
  await act(2);
  await exportIt();
  for (const path of filesOf(target)) {
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 1) {
      const bent = Buffer.from(whole);
      bent.writeUInt8(whole.readUInt8(at) ^ 1, at);
      writeFileSync(path, bent);
      const { code, said } = await check();
      assert.equal(code, 1, `${path} byte ${at}`);
      const name = path.slice(target.length + 1);
      assert.ok(said().includes(name), said());
    }
    writeFileSync(path, whole);
  }
  assert.equal((await check()).code, 0);
});
