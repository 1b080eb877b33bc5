/** The web app over a test house, asked as a browser asks: with cookies and the extra header. */
import { allRoutes } from '../compose/routes.ts';
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { permit } from '../core/common/refusal.ts';
import { createApp } from '../server/http/app.ts';
import { createSessionDoor } from '../server/http/session-door.ts';
import { put } from '../server/ports/rows.ts';
import type { TestHouse } from './house.ts';

type App = Awaited<ReturnType<typeof createApp>>;

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  // What JSON a test expects, the test says.
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers freely
  readonly json: any;
};

export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The `set-cookie` header of the last answer that had one. */
  readonly cookie: () => string;
};

export type TestApp = {
  readonly app: App;
  readonly faults: readonly unknown[];
  /** A browser that nobody has signed in with. */
  browser(): Browser;
  /** Gives the person an account (password `PASSWORD`) and signs in. */
  signedIn(personId: PersonId, options?: { readonly mustChange: boolean }): Promise<Browser>;
};

export const PASSWORD = 'mười hai ký tự trở lên';
/** Made once for all people of all tests: it is slow on purpose. */
let initialHash: Promise<string> | null = null;

function browserOf(app: App): Browser {
  let jar = '';
  let lastCookie = '';
  const ask = async (request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string;
    headers: Record<string, string>;
  }): Promise<Answer> => {
    const headers = jar === '' ? request.headers : { ...request.headers, cookie: jar };
    const reply = await app.inject({ ...request, headers });
    const set = reply.headers['set-cookie'];
    if (typeof set === 'string') {
      lastCookie = set;
      jar = set.split(';')[0] ?? '';
    }
    const isJson = String(reply.headers['content-type']).includes('json');
    const json: unknown = isJson ? JSON.parse(reply.body) : null;
    return { status: reply.statusCode, headers: reply.headers, body: reply.body, json };
  };
  return {
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    post: (url, body, headers = { 'x-niemphong': '1' }) =>
      body === undefined
        ? ask({ method: 'POST', url, headers })
        : ask({
            method: 'POST',
            url,
            payload: JSON.stringify(body),
            headers: { 'content-type': 'application/json', ...headers },
          }),
    cookie: () => lastCookie,
  };
}

export async function testApp(
  life: { after(clean: () => Promise<void>): void },
  house: TestHouse,
): Promise<TestApp> {
  const faults: unknown[] = [];
  const app = await createApp({
    routes: allRoutes(house.parts),
    door: createSessionDoor(house.parts),
    report: (thrown) => faults.push(thrown),
  });
  life.after(() => app.close());
  return {
    app,
    faults,
    browser: () => browserOf(app),
    async signedIn(personId, { mustChange } = { mustChange: false }) {
      initialHash ??= house.parts.passwords.hash(PASSWORD);
      const passwordHash = await initialHash;
      const row = put('credential', { id: personId, passwordHash, mustChange });
      await house.acts.perform({ kind: 'console' }, { verb: 'people.register' }, async () =>
        permit({ subject: { person: personId }, rows: [row], value: null }),
      );
      const browser = browserOf(app);
      const login = await house.acts.read({ kind: 'console' }, ({ people }) =>
        people.loadPerson(personId),
      );
      const body = { login: login?.person.login, password: PASSWORD };
      const answer = await browser.post('/api/sign-in', body);
      invariant(answer.status === 200, `signed in: ${answer.body}`);
      return browser;
    },
  };
}
