import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { permit } from '../core/common/refusal.ts';
import { put } from '../server/ports/rows.ts';
import { urlOf } from '../testkit/database.ts';
import { startOutside, WITHOUT_DEBIAN_POSTGRES } from '../testkit/outside-server.ts';
import { killTree, type Printing, spawnPrinting, until } from '../testkit/process-tree.ts';
import { personRows } from '../testkit/world.ts';
import { openHouse } from './open-house.ts';

const MAIN = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const LOGIN = 'van-thu';
const PASSWORD = 'mat khau cua van thu';

const ARRIVAL = {
  level: 'mat',
  issuingBody: 'Ủy ban bầu cử quận Sông Hoa',
  receivedOn: '2026-01-02',
  envelope: { addressee: null, seal: 'intact', urgent: false },
  content: {
    documentType: 'report',
    symbol: '07/BC-UBBC',
    datedOn: '2026-01-01',
    summary: 'Tình hình nhân sự',
    copyingAllowed: false,
  },
  receiver: 'Văn phòng',
  copies: 1,
  note: '',
};

type Server = Printing & { readonly address: string };

async function start(folder: string): Promise<Server> {
  process.env.PORT = '0';
  const server = spawnPrinting(process.execPath, MAIN, '--data', folder);
  const address = () => server.lines.join(' ').match(/http:\/\/[\d.]+:\d+/)?.[0];
  await until(
    () => address() !== undefined || server.child.exitCode !== null,
    'the server listens',
  );
  assert.ok(address(), server.complaint());
  return { ...server, address: address() ?? '' };
}

async function stop(server: Server): Promise<number | null> {
  server.child.kill('SIGTERM');
  await server.ended;
  return server.child.exitCode;
}

/** A house with one clerk who can sign in. */
async function furnish(folder: string): Promise<void> {
  const settings = { dataFolder: folder, databaseUrl: null, host: '127.0.0.1', port: 0 };
  const house = await openHouse(settings, { report: () => {} });
  const { acts, passwords, randomness } = house.parts;
  const [unitId, personId] = [randomness.id(), randomness.id()];
  const passwordHash = await passwords.hash(PASSWORD);
  const plan = { duties: ['registry-clerk'], level: 'mat' } as const;
  const done = await acts.perform({ kind: 'console' }, { verb: 'people.register' }, async () =>
    permit({
      rows: [
        put('unit', { id: unitId, name: 'Văn phòng', parentId: null }),
        ...personRows({ id: personId, unitId, login: LOGIN }, plan),
        put('credential', { id: personId, passwordHash, mustChange: false }),
      ],
      value: null,
    }),
  );
  assert.ok(done.ok);
  await house.close();
}

const POST = { 'x-niemphong': '1', 'content-type': 'application/json' };

async function signIn({ address }: Server): Promise<string> {
  const body = JSON.stringify({ login: LOGIN, password: PASSWORD });
  const answer = await fetch(`${address}/api/sign-in`, { method: 'POST', headers: POST, body });
  assert.equal(answer.status, 200, await answer.text());
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

type Registered = { readonly documentId: string; readonly number: number };

async function register({ address }: Server, cookie: string): Promise<Registered | null> {
  const url = `${address}/api/registers/in/receive`;
  const request = { method: 'POST', headers: { ...POST, cookie }, body: JSON.stringify(ARRIVAL) };
  try {
    const answer = await fetch(url, request);
    return answer.ok ? ((await answer.json()) as Registered) : null;
  } catch {
    // Cut off: nobody acknowledged it.
    return null;
  }
}

async function numbersInBook({ address }: Server, cookie: string): Promise<Map<string, number>> {
  const year = new Date().getUTCFullYear();
  const url = `${address}/api/registers/in/${year}?limit=200`;
  const answer = await fetch(url, { headers: { cookie } });
  const { lines } = (await answer.json()) as { lines: Registered[] };
  return new Map(lines.map(({ documentId, number }) => [documentId, number]));
}

describe('the server on its data folder', () => {
  let folder = '';
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'niemphong-server-'));
    await furnish(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('it answers, ends cleanly on SIGTERM and starts again', async () => {
    for (const _ of [1, 2]) {
      const server = await start(folder);
      const health = await fetch(`${server.address}/healthz`);
      assert.equal(health.status, 200);
      assert.equal(await stop(server), 0, server.complaint());
    }
  });

  test('a second start on the same folder is refused in words', async () => {
    const first = await start(folder);
    const second = spawnPrinting(process.execPath, MAIN, '--data', folder);
    await second.ended;
    assert.equal(second.child.exitCode, 1);
    assert.match(second.complaint(), /đang được.*dùng|đang dùng/i);
    assert.equal(await stop(first), 0);
  });

  test('killed in the middle of 20 registrations, it loses none that it acknowledged', async () => {
    const server = await start(folder);
    const cookie = await signIn(server);
    const known = await numbersInBook(server, cookie);
    const acknowledged: Registered[] = [];
    const running = Array.from({ length: 20 }, async () => {
      const done = await register(server, cookie);
      if (done) acknowledged.push(done);
      if (acknowledged.length >= 7 && server.child.pid) killTree(server.child.pid);
    });
    await Promise.all(running);
    await server.ended;
    assert.ok(acknowledged.length >= 7);
    const again = await start(folder);
    const book = await numbersInBook(again, await signIn(again));
    for (const { documentId, number } of acknowledged) {
      assert.equal(book.get(documentId), number, `number ${number} is in the book`);
    }
    const numbers = [...book.values()].toSorted((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    assert.ok(book.size >= known.size + acknowledged.length);
    assert.equal(await stop(again), 0);
  });
});

test('the same house stands on an outside PostgreSQL', {
  skip: WITHOUT_DEBIAN_POSTGRES,
}, async (t) => {
  const { config, superuser } = await startOutside(t);
  await superuser.query("CREATE ROLE house LOGIN CREATEROLE PASSWORD 'house'");
  await superuser.query('CREATE DATABASE house OWNER house');
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-server-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const databaseUrl = urlOf({ ...config, user: 'house', password: 'house', database: 'house' });
  const settings = { dataFolder: folder, databaseUrl, host: '127.0.0.1', port: 0 };
  const house = await openHouse(settings, { report: () => {} });
  const front = await house.app.inject('/api/front-door');
  assert.equal(front.json().isSetUp, false);
  await house.close();
  assert.deepEqual(readdirSync(folder).includes('postgres'), false);
});
