import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Endpoint } from '../../contract/endpoint.ts';
import { permit } from '../../core/common/refusal.ts';
import { type TestApp, testApp } from '../../testkit/app.ts';
import { as } from '../../testkit/house.ts';
import { granted } from '../../testkit/leak.ts';
import { allEndpoints, CALLS, type Call } from '../../testkit/twin-calls.ts';
import {
  jsonl,
  QUOTED_TEXT,
  type Stranger,
  sharedWorld,
  type Twins,
  type World,
} from '../../testkit/twin-worlds.ts';
import { markBait } from '../watch/bait.ts';
import { importArticles } from '../watch/import-articles.ts';

type Shared = World & { readonly documentId: string };

const CONSOLE = { kind: 'console' } as const;

/** A leak of the paper that the strangers see; in one house that paper is a bait. */
async function worldWith(life: Parameters<typeof sharedWorld>[0], isBait: boolean) {
  const world = await sharedWorld(life);
  const { house, people, documentId } = world;
  const decider = as(people.hiddenChair);
  await world.randomness.hidden(async () => {
    if (isBait) granted(await markBait(house.parts, decider, { documentId }));
    else {
      await house.acts.perform(CONSOLE, { verb: 'people.register' }, async () =>
        permit({ value: null }),
      );
    }
  });
  const input = { fileName: 'bai.jsonl', file: jsonl(QUOTED_TEXT, 1) };
  const officer = as(people.strangers['watch-officer']);
  granted(await importArticles(house.parts, officer, input));
  return world;
}

async function matchIds({ house }: World): Promise<string[]> {
  const { rows } = await house.database.admin.query<{ id: string }>('SELECT id FROM match');
  return rows.map(({ id }) => id);
}

const urlOf = ({ path }: Endpoint, { params = {}, query }: Call): string =>
  path.replace(/:(\w+)/g, (_, name) => String(params[name])) + (query ? `?${query}` : '');

/** The officers of the ledger see that some act of bait was done; it names no document. */
function answerOf(json: { entries?: { verb: string }[]; index?: number }): unknown {
  if (json?.entries) {
    const entries = json.entries.map((entry) =>
      ['watch.mark-bait', 'people.register'].includes(entry.verb) ? 'an act' : entry,
    );
    return { ...json, entries };
  }
  return json;
}

test('a bait is a document like any other to all but the person who marked it', async (t) => {
  const houses = [await worldWith(t, false), await worldWith(t, true)] as const;
  const [plain, secret] = houses;
  const sites = [await testApp(t, plain.house), await testApp(t, secret.house)] as const;
  const endpoints = (await allEndpoints()).filter(({ name }) => CALLS[name]?.phase === 'read');
  const ids = await matchIds(plain);
  assert.deepEqual(ids, await matchIds(secret));
  const hidden = new Proxy(
    {},
    { get: (_, table) => (table === 'match' ? ids : [plain.documentId]) },
  );
  const apart = { from: 0, to: 1 };
  const twins = { plain, secret, documentId: plain.documentId, hidden, apart } as unknown as Twins;
  let asked = 0;
  for (const who of Object.keys(plain.people.strangers) as Stranger[]) {
    const browsers = await Promise.all(
      sites.map((site, at) => site.signedIn((houses[at] as Shared).people.strangers[who])),
    );
    for (const endpoint of endpoints) {
      // Roots, proofs and signatures commit to every act of the house.
      if (/^ledger\.(head|prove|bundle)$/.test(endpoint.name)) continue;
      for (const call of CALLS[endpoint.name]?.calls(twins, who) ?? []) {
        const answers = await Promise.all(browsers.map((one) => one.get(urlOf(endpoint, call))));
        const [left, right] = answers.map(({ status, json }) => ({ status, json: answerOf(json) }));
        assert.deepEqual(right, left, `${who}: ${urlOf(endpoint, call)}`);
        asked += 1;
      }
    }
  }
  assert.ok(asked > 300, String(asked));
});

async function queueOf(site: TestApp, who: Parameters<TestApp['signedIn']>[0]) {
  const browser = await site.signedIn(who);
  return (await browser.get('/api/watch/matches')).json.matches;
}

test('to who knows of it a bait stands first and says so; only the told learn it', async (t) => {
  const { house, people, documentId } = await worldWith(t, true);
  const site = await testApp(t, house);
  const officer = await house.addPerson({ duties: ['watch-officer'], level: 'mat' });
  const decider = await site.signedIn(people.hiddenChair);
  const grant = { personId: officer, untilOn: '2026-12-01', reason: 'Theo dõi' };
  const tell = () => decider.post(`/api/documents/${documentId}/bait/tell`, { personId: officer });
  assert.equal((await tell()).json.refusals[0].code, 'invalid-input');
  assert.equal((await decider.post(`/api/documents/${documentId}/grants`, grant)).status, 200);
  assert.deepEqual(
    (await queueOf(site, officer)).map(({ bait }: { bait: boolean }) => bait),
    [false],
  );
  assert.equal((await tell()).status, 200);
  assert.deepEqual(
    (await queueOf(site, officer)).map(({ bait }: { bait: boolean }) => bait),
    [true],
  );
  const known = (await decider.get('/api/watch/baits')).json.baits;
  assert.deepEqual([known.length, known[0].mayTell], [1, true]);
  const told = await site.signedIn(officer);
  const [bait] = (await told.get('/api/watch/baits')).json.baits;
  assert.deepEqual([bait.document.documentId, bait.mayTell], [documentId, false]);
  const others = await told.post(`/api/documents/${documentId}/bait`);
  assert.equal(others.json.refusals[0].code, 'not-your-duty');
});
