import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRoutes } from '../../compose/routes.ts';
import { type Answer, testApp } from '../../testkit/app.ts';
import { as, type TestHouse, testHouse } from '../../testkit/house.ts';
import { draft } from '../determination/draft.ts';

const ABSENT = '00000000-0000-4000-8000-000000000000';
const PROPOSAL = {
  documentType: 'report',
  level: 'mat',
  summary: 'Phương án nhân sự',
  guideItem: null,
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 3,
  copyingAllowed: false,
  shorterPeriod: null,
};

async function withDraft(house: TestHouse) {
  const drafter = await house.addPerson({ duties: ['drafter'], level: 'mat' });
  const begun = await draft(house.parts, as(drafter), PROPOSAL);
  assert.ok(begun.ok);
  return { drafter, documentId: begun.value.documentId };
}

/** All that a caller can compare: status, every header, every byte. */
function whole({ status, headers, body }: Answer) {
  const { date: _, ...others } = headers;
  return { status, headers: others, body };
}

test('without a session every closed endpoint answers 401 as a problem document', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  for (const { endpoint } of allRoutes(house.parts)) {
    if ('open' in endpoint) continue;
    const url = endpoint.path.replace(/:\w+/g, ABSENT);
    const stranger = site.browser();
    const { status, headers, json } =
      endpoint.method === 'GET' ? await stranger.get(url) : await stranger.post(url);
    assert.equal(status, 401, endpoint.name);
    assert.match(String(headers['content-type']), /^application\/problem\+json/, endpoint.name);
    assert.equal(json.refusals[0].code, 'not-signed-in', endpoint.name);
  }
});

test('an invisible document, an absent one and no id answer byte for byte alike', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const { documentId } = await withDraft(house);
  const stranger = await site.signedIn(
    await house.addPerson({ duties: ['drafter', 'registry-clerk'], level: 'tuyet-mat' }),
  );
  const body = { ...PROPOSAL, to: ABSENT, reason: 'x', personId: ABSENT, untilOn: '2026-12-01' };
  const tries: readonly (readonly ['get' | 'post', string])[] = [
    ['get', ''],
    ['get', '/pages/1'],
    ['post', '/revise'],
    ['post', '/propose'],
    ['post', '/determine'],
    ['post', '/return'],
    ['post', '/grants'],
    ['post', `/copies/${ABSENT}/hand-over`],
    ['post', `/grants/${ABSENT}/revoke`],
  ];
  for (const [method, path] of tries) {
    const ask = async (id: string) => {
      const url = `/api/documents/${id}${path}`;
      return whole(await (method === 'get' ? stranger.get(url) : stranger.post(url, body)));
    };
    const invisible = await ask(documentId);
    assert.equal(invisible.status, 404, `${method} ${path}: ${invisible.body}`);
    assert.deepEqual(await ask(ABSENT), invisible, `${method} ${path}`);
    for (const id of ['1', documentId.toUpperCase(), `${documentId}x`, "'%20OR%201=1--"]) {
      assert.deepEqual(await ask(id), invisible, `${method} ${path} ${id}`);
    }
  }
  assert.deepEqual(site.faults, []);
});

test('what the contract does not name neither comes in nor goes out', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const drafter = await house.addPerson({ duties: ['drafter'], level: 'mat' });
  const browser = await site.signedIn(drafter);
  const more = { drafterId: ABSENT, state: 'determined', __proto__: { level: 'tuyet-mat' } };
  const begun = await browser.post('/api/documents/draft', { ...PROPOSAL, ...more });
  assert.equal(begun.status, 200, begun.body);
  assert.deepEqual(Object.keys(begun.json), ['documentId']);
  const view = await browser.get(`/api/documents/${begun.json.documentId}`);
  assert.equal(view.json.line.state, 'draft');
  assert.equal(view.json.drafter.personId, drafter);
  const me = await browser.get('/api/me');
  assert.deepEqual(Object.keys(me.json).sort(), [
    'clearance',
    'duties',
    'fullName',
    'legalPost',
    'mustChangePassword',
    'personId',
    'positionTitle',
    'secondsLeft',
  ]);
});

test('a body that does not fit is refused by field, a broken one without a fault', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson({ duties: ['drafter'], level: 'mat' }));
  const unfit = await browser.post('/api/documents/draft', { ...PROPOSAL, level: 'noi-bo' });
  assert.equal(unfit.status, 422);
  assert.deepEqual(unfit.json.refusals, [{ code: 'invalid-input', facts: { field: 'level' } }]);
  const broken = await site.app.inject({
    method: 'POST',
    url: '/api/documents/draft',
    payload: '{"a":',
    headers: { 'content-type': 'application/json', 'x-niemphong': '1' },
  });
  assert.equal(broken.statusCode, 422);
  const wide = await browser.post('/api/sign-in', { login: 'x'.repeat(5_000_000), password: 'x' });
  assert.equal(wide.status, 413);
  const nothing = await browser.get('/api/nothing-here');
  assert.equal(nothing.json.refusals[0].code, 'not-found');
  assert.deepEqual(site.faults, []);
});

test('no answer is kept by a cache, and a fault tells its code alone', async (t) => {
  const house = await testHouse(t);
  const site = await testApp(t, house);
  const browser = await site.signedIn(await house.addPerson());
  for (const path of ['/api/me', `/api/documents/${ABSENT}`]) {
    assert.equal((await browser.get(path)).headers['cache-control'], 'no-store', path);
  }
  await house.database.admin.query('ALTER TABLE unit RENAME TO unit_gone');
  const failed = await browser.get('/api/people');
  assert.equal(failed.status, 500);
  assert.doesNotMatch(failed.body, /unit|relation|SELECT/);
  assert.equal(site.faults.length, 1);
});
