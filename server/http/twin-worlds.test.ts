import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRoutes } from '../../compose/routes.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { type TestApp, testApp } from '../../testkit/app.ts';
import { allEndpoints, CALLS, type Call, PHASES, type Phase } from '../../testkit/twin-calls.ts';
import { LAWFUL, type Lawful } from '../../testkit/twin-lawful.ts';
import {
  HIDDEN_WORDS,
  hideMore,
  level,
  QUOTED_TEXT,
  type Stranger,
  sharedWorld,
  type Twins,
  twinWorlds,
  type World,
} from '../../testkit/twin-worlds.ts';

type Site = TestApp & { readonly cookies: ReadonlyMap<Stranger, string> };
type Answer = { readonly status: number; readonly headers: unknown; readonly body: string };

const strangersOf = ({ people }: World) => Object.keys(people.strangers) as Stranger[];

async function openSite(t: Parameters<typeof testApp>[0], world: World): Promise<Site> {
  const site = await testApp(t, world.house);
  const cookies = new Map<Stranger, string>();
  for (const who of strangersOf(world)) {
    const browser = await site.signedIn(world.people.strangers[who]);
    cookies.set(who, browser.cookie().split(';')[0] ?? '');
  }
  return { ...site, cookies };
}

function urlOf({ path }: Endpoint, { params = {}, query }: Call): string {
  const filled = path.replace(/:(\w+)/g, (_, name) => String(params[name]));
  return query === undefined || query === '' ? filled : `${filled}?${query}`;
}

/** Status, every header but the date, every byte. */
async function ask(site: Site, who: Stranger, request: Asked): Promise<Answer> {
  const { endpoint, call } = request;
  const payload = call.file ? Buffer.from(call.file) : call.body && JSON.stringify(call.body);
  const reply = await site.app.inject({
    method: endpoint.method,
    url: urlOf(endpoint, call),
    headers: {
      cookie: site.cookies.get(who) ?? '',
      'x-niemphong': '1',
      ...(payload
        ? { 'content-type': call.file ? 'application/octet-stream' : 'application/json' }
        : {}),
    },
    ...(payload ? { payload } : {}),
  });
  const { date: _, ...headers } = reply.headers;
  return { status: reply.statusCode, headers, body: reply.rawPayload.toString('latin1') };
}

type Asked = { readonly endpoint: Endpoint; readonly call: Call };

const isSame = (one: Answer, other: Answer) => {
  try {
    assert.deepEqual(one, other);
    return true;
  } catch {
    return false;
  }
};

function masked(answer: Answer, rule: Lawful, twins: Twins): unknown {
  if (answer.status !== 200 || !rule.mask) return { status: answer.status };
  const json: unknown = JSON.parse(Buffer.from(answer.body, 'latin1').toString());
  return rule.mask(json as never, twins);
}

/** Asks both worlds, and says how they differ beyond what the table of lawful differences lets. */
class Comparison {
  readonly differences: string[] = [];
  readonly needed = new Set<Lawful>();
  asked = 0;
  readonly #twins: Twins;
  readonly #sites: readonly [Site, Site];

  constructor(twins: Twins, sites: readonly [Site, Site]) {
    this.#twins = twins;
    this.#sites = sites;
  }

  async run(endpoints: readonly Endpoint[], phase: Phase): Promise<void> {
    for (const who of strangersOf(this.#twins.plain)) {
      for (const endpoint of endpoints) {
        const row = CALLS[endpoint.name];
        if (row?.phase !== phase) continue;
        for (const call of row.calls(this.#twins, who))
          await this.#compare(who, { endpoint, call });
      }
    }
  }

  async #compare(who: Stranger, request: Asked): Promise<void> {
    this.asked += 1;
    const { name } = request.endpoint;
    const rules = LAWFUL.filter((rule) => rule.names.includes(name) && rule.who.includes(who));
    const [rule] = rules;
    const [plainSite, secretSite] = this.#sites;
    const plain = await ask(plainSite, who, request);
    const inSecret = () => ask(secretSite, who, request);
    // What is done by duty to hidden things takes its ids from their range.
    const apart = rule !== undefined && rule.mask === undefined;
    const secret = apart ? await this.#twins.secret.randomness.hidden(inSecret) : await inSecret();
    // A look at what is evidence of an incident is entered, and only one world has it.
    if (apart) await level(this.#twins);
    if (isSame(plain, secret)) return;
    const where = `${who}: ${name} ${urlOf(request.endpoint, request.call)}`;
    if (rule) {
      this.needed.add(rule);
      if (!rule.mask) return;
      const [left, right] = [plain, secret].map((one) => masked(one, rule, this.#twins));
      try {
        assert.deepEqual(left, right);
        return;
      } catch (reason) {
        this.differences.push(`${where}\n${String(reason).slice(0, 1_500)}`);
        return;
      }
    }
    this.differences.push(
      [where, ...[plain, secret].map(({ status, body }) => `${status} ${body.slice(0, 400)}`)].join(
        '\n',
      ),
    );
  }
}

test('every endpoint of the contract is asked here, and every one is mounted', async (t) => {
  const endpoints = await allEndpoints();
  assert.deepEqual(endpoints.map(({ name }) => name).sort(), Object.keys(CALLS).sort());
  const world = await sharedWorld(t);
  const mounted = new Set(allRoutes(world.house.parts).map(({ endpoint }) => endpoint));
  for (const endpoint of endpoints) assert.ok(mounted.has(endpoint), endpoint.name);
});

test('who may not see a document is answered as in a house without it', async (t) => {
  const endpoints = await allEndpoints();
  const twins = await twinWorlds(t);
  const sites = [await openSite(t, twins.plain), await openSite(t, twins.secret)] as const;
  const comparison = new Comparison(twins, sites);
  for (const phase of ['read', 'write', ...PHASES.filter((one) => one !== 'write')] as const) {
    await comparison.run(endpoints, phase);
  }
  t.diagnostic(`${comparison.asked} questions to each house`);
  assert.deepEqual(comparison.differences, []);
  for (const site of sites) assert.deepEqual(site.faults, []);
  for (const rule of LAWFUL) assert.ok(comparison.needed.has(rule), `nothing needs: ${rule.why}`);
});

async function checkIn(t: Parameters<typeof testApp>[0], hide: (world: World) => Promise<void>) {
  const world = await sharedWorld(t);
  await hide(world);
  const site = await testApp(t, world.house);
  const answers: Answer[] = [];
  for (const who of ['press-officer', 'inspector', 'drafter'] as const) {
    const browser = await site.signedIn(world.people.strangers[who]);
    for (const text of [HIDDEN_WORDS, `${HIDDEN_WORDS} ${QUOTED_TEXT}`]) {
      const { status, headers, body } = await browser.post('/api/publication/check', { text });
      const { date: _, ...others } = headers;
      answers.push({ status, headers: others, body });
    }
  }
  return answers;
}

test('a text that touches hidden documents is answered alike, be they one or three', async (t) => {
  const one = await checkIn(t, (world) => hideMore(world, ['mat'], HIDDEN_WORDS));
  const three = await checkIn(t, (world) =>
    hideMore(world, ['toi-mat', 'tuyet-mat', 'toi-mat'], `${HIDDEN_WORDS} ${QUOTED_TEXT}`),
  );
  for (const { body } of one) assert.equal(JSON.parse(body).hidden, true);
  assert.deepEqual(three, one);
});
