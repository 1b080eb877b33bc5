import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { z } from 'zod';
import { endpoint } from '../../contract/endpoint.ts';
import { addressOf, api } from './api.ts';
import { FaultError, isRefusedWith, LineError, RefusedError } from './api-error.ts';
import { watchAttention } from './attention.ts';

const act = endpoint({
  name: 'probe.act',
  method: 'POST',
  path: '/api/probe/:id',
  params: z.object({ id: z.string() }),
  query: z.object({ tag: z.array(z.string()).optional(), page: z.number().optional() }),
  body: z.object({ word: z.string() }),
  response: z.object({ echo: z.string() }),
});
const request = { params: { id: 'a/b' }, query: {}, body: { word: 'x' } };

/** Runs `use` while relative addresses of `fetch` reach a real server on a free port. */
async function withServer(listener: RequestListener, use: () => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const real = globalThis.fetch;
  globalThis.fetch = (path, init) => real(`http://127.0.0.1:${port}${String(path)}`, init);
  try {
    await use();
  } finally {
    globalThis.fetch = real;
    server.closeAllConnections();
    server.close();
  }
}

const answer =
  (status: number, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('parameters cannot leave their segment and absent values are not sent', () => {
  assert.equal(addressOf(act, { params: { id: '../x' } }), '/api/probe/..%2Fx');
  const query = { tag: ['a', 'b&c'], page: undefined };
  assert.equal(addressOf(act, { params: { id: '1' }, query }), '/api/probe/1?tag=a&tag=b%26c');
});

test('a post carries the header that another site cannot send', async () => {
  await withServer(
    (incoming, response) =>
      answer(200, { echo: incoming.headers['x-niemphong'] })(incoming, response),
    async () => assert.deepEqual(await api(act, request), { echo: '1' }),
  );
});

test('a question that nobody asked says so, until somebody touches the page', async () => {
  const page = new EventTarget();
  const seen: unknown[] = [];
  const ask = () =>
    withServer(
      (incoming, response) => {
        seen.push(incoming.headers['x-niemphong-unattended']);
        answer(200, { echo: '' })(incoming, response);
      },
      async () => void (await api(act, request)),
    );
  await ask();
  watchAttention(page);
  await ask();
  assert.deepEqual(seen, ['1', undefined]);
});

test('a problem with refusals becomes all its refusals', async () => {
  const refusals = [{ code: 'no-authority' }, { code: 'proposer-decides' }];
  const problem = { type: 'about:blank', title: 'Refused', status: 403, refusals };
  await withServer(answer(403, problem), () =>
    assert.rejects(api(act, request), (error) => {
      assert.ok(error instanceof RefusedError);
      assert.deepEqual(error.refusals, refusals);
      return true;
    }),
  );
});

test('an answer of the wrong shape, or no problem document, is a fault and no value', async () => {
  await withServer(answer(200, { echo: 7 }), () => assert.rejects(api(act, request), FaultError));
  await withServer(answer(500, 'no problem'), () => assert.rejects(api(act, request), FaultError));
  await withServer(answer(404, null), () =>
    assert.rejects(api(act, request), (error) => isRefusedWith(error, 'not-found')),
  );
});

test('a server that cannot be reached is a broken line', async () => {
  await withServer(
    (incoming) => void incoming.socket.destroy(),
    () => assert.rejects(api(act, request), LineError),
  );
});
