import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, testApp } from '../../testkit/app.ts';
import { type TestHouse, testHouse } from '../../testkit/house.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

async function loginOf(house: TestHouse, personId: string): Promise<string> {
  const file = await house.acts.read({ kind: 'console' }, ({ people }) =>
    people.loadPerson(personId),
  );
  return file?.person.login ?? '';
}

test('the cookie is for our pages alone and holds no meaning', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson());
  assert.match(browser.cookie(), /^niemphong=[\w-]{43}=?; /);
  for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) {
    assert.ok(browser.cookie().includes(flag), browser.cookie());
  }
  const { rows } = await house.database.admin.query('SELECT token_hash FROM session');
  const token = /niemphong=([\w-]+)/.exec(browser.cookie())?.[1] ?? '';
  assert.notEqual(rows[0].token_hash.toString('base64url'), token);
});

test('an unknown login, a wrong password and a person who left get the same answer', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const left = await house.addPerson({ status: 'moved' });
  await assert.rejects(site.signedIn(left));
  const here = await house.addPerson();
  await site.signedIn(here);
  const tries = [
    { login: 'nobody-of-that-name', password: PASSWORD },
    { login: await loginOf(house, here), password: 'không phải mật khẩu' },
    { login: await loginOf(house, left), password: PASSWORD },
  ];
  const answers = [];
  for (const body of tries) {
    const { status, body: text, headers } = await site.browser().post('/api/sign-in', body);
    answers.push({ status, text, cookie: headers['set-cookie'] });
  }
  assert.equal(answers[0]?.status, 401);
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

test('five wrong tries lock the login for twelve hours, known or not', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const personId = await house.addPerson();
  await site.signedIn(personId);
  for (const login of [await loginOf(house, personId), 'nobody']) {
    const attempt = (password: string) =>
      site.browser().post('/api/sign-in', { login: login.toUpperCase(), password });
    for (let count = 0; count < 5; count += 1) assert.equal((await attempt('sai')).status, 401);
    const locked = await attempt(PASSWORD);
    assert.equal(locked.status, 429);
    assert.equal(locked.json.refusals[0].facts.until, '2026-11-02T17:00:00.000Z');
  }
  house.clock.move(12 * HOUR_MS);
  const body = { login: await loginOf(house, personId), password: 'sai' };
  assert.equal((await site.browser().post('/api/sign-in', body)).status, 401, 'counts anew');
  assert.equal(
    (await site.browser().post('/api/sign-in', { ...body, password: PASSWORD })).status,
    200,
  );
});

test('guesses sent all at once are no more than five', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const personId = await house.addPerson();
  const login = await loginOf(house, personId);
  const guesses = Array.from({ length: 12 }, (_, index) =>
    site.browser().post('/api/sign-in', { login, password: `đoán ${index}` }),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 401).length, 5);
  assert.equal(statuses.filter((status) => status === 429).length, 7);
});

test('a session ends after 15 idle minutes, and after 12 hours however busy', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const personId = await house.addPerson();
  const idle = await site.signedIn(personId);
  house.clock.move(14 * MINUTE_MS);
  assert.equal((await idle.get('/api/me')).status, 200);
  house.clock.move(14 * MINUTE_MS);
  assert.equal((await idle.get('/api/me')).status, 200, 'using it keeps it open');
  house.clock.move(15 * MINUTE_MS);
  assert.equal((await idle.get('/api/me')).status, 401);

  const busy = await site.signedIn(personId);
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    house.clock.move(10 * MINUTE_MS);
    assert.equal((await busy.get('/api/me')).status, 200, String(minutes));
  }
  house.clock.move(10 * MINUTE_MS);
  assert.equal((await busy.get('/api/me')).status, 401);
});

test('a screen that asks by itself keeps no session open, and is told when it ends', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson());
  const alone = { 'x-niemphong-unattended': '1' };
  const left = async (headers: Record<string, string> = {}) =>
    (await browser.get('/api/me', headers)).json.secondsLeft;
  house.clock.move(5 * MINUTE_MS);
  assert.equal(await left(), 15 * 60, 'a person asked');
  for (const minutes of [10, 5]) {
    house.clock.move(5 * MINUTE_MS);
    assert.equal(await left(alone), minutes * 60);
  }
  house.clock.move(5 * MINUTE_MS);
  assert.equal((await browser.get('/api/me', alone)).status, 401);
});

test('a POST without our header does nothing, whatever cookie comes with it', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson());
  const forged = await browser.post('/api/sign-out', undefined, { origin: 'http://evil.example' });
  assert.equal(forged.status, 401);
  assert.equal((await browser.get('/api/me')).status, 200, 'still signed in');
});

test('signing out ends the session on the server', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson());
  const cookie = browser.cookie().split(';')[0] ?? '';
  assert.equal((await browser.post('/api/sign-out')).status, 200);
  const again = await site.app.inject({ method: 'GET', url: '/api/me', headers: { cookie } });
  assert.equal(again.statusCode, 401);
});

test('an initial password opens nothing but its own change', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson(), { mustChange: true });
  assert.equal((await browser.get('/api/me')).json.mustChangePassword, true);
  for (const path of ['/api/documents', '/api/people', '/api/inbox', '/api/form-options']) {
    const { status, json } = await browser.get(path);
    assert.equal(status, 403, path);
    assert.equal(json.refusals[0].code, 'password-change-needed');
  }
  const change = (current: string, next: string) =>
    browser.post('/api/me/password', { current, next });
  assert.equal((await change(PASSWORD, 'ngắn')).json.refusals[0].code, 'password-too-short');
  assert.equal((await change('sai', 'mật khẩu mới của tôi')).status, 401);
  assert.equal((await change(PASSWORD, PASSWORD)).status, 422, 'the same again is no change');
  assert.equal((await change(PASSWORD, 'mật khẩu mới của tôi')).status, 200);
  assert.equal((await browser.get('/api/inbox')).status, 200);
});

test('a new password ends the other sessions of the person, not this one', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const personId = await house.addPerson();
  const other = await site.signedIn(personId);
  const stranger = await site.signedIn(await house.addPerson());
  const mine = await site.signedIn(personId);
  const body = { current: PASSWORD, next: 'mật khẩu mới của tôi' };
  assert.equal((await mine.post('/api/me/password', body)).status, 200);
  assert.equal((await mine.get('/api/me')).status, 200);
  assert.equal((await other.get('/api/me')).status, 401);
  assert.equal((await stranger.get('/api/me')).status, 200);
});

test('no password, login or token is in the ledger or in a problem', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  await site.signedIn(await house.addPerson());
  const typed = { login: 'canary-login', password: 'canary-password' };
  const { body } = await site.browser().post('/api/sign-in', typed);
  assert.doesNotMatch(body, /canary/);
  const { rows } = await house.database.admin.query(
    `SELECT count(*)::int AS n FROM ledger_entry
     WHERE convert_from(body, 'UTF8') ~ 'canary|mười hai ký tự'`,
  );
  assert.equal(rows[0].n, 0);
  assert.deepEqual(site.faults, []);
});
