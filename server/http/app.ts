/**
 * The web app: mounts routes, knows sessions, and lets nothing else in. Two doors lead here: the
 * TCP address for browsers, and the control socket in the data folder for the command line of the
 * same machine (its caller is the console).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { problemSchema } from '../../contract/problem.ts';
import { type Refusal, refuse } from '../../core/common/refusal.ts';
import { problemOf, problemOfThrown } from './problem.ts';
import type { Caller, Download, Route } from './route.ts';
import type { SessionDoor } from './session-door.ts';

export type AppParts = {
  readonly routes: readonly Route[];
  readonly door: SessionDoor;
  /** Hears of faults; must not write what a person typed. */
  readonly report: (thrown: unknown) => void;
  /** Adds what serves the screens. */
  readonly screens?: (app: FastifyInstance) => Promise<void>;
};

const JSON_LIMIT = 4 * 1024 * 1024;
const CONSOLE: Caller = { actor: { kind: 'console' }, tokenHash: null };
const consoleRequests = new WeakSet<IncomingMessage>();

type Parsed = { params?: unknown; query?: unknown; body?: unknown; file?: Uint8Array };

/** Every part that the endpoint names, or a refusal for each field that does not fit. */
function parseRequest(
  endpoint: Endpoint,
  request: FastifyRequest,
): { ok: true; value: Parsed } | { ok: false; refusals: readonly Refusal[] } {
  const parsed: Parsed = {};
  const refusals: Refusal[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part] as z.ZodType | undefined;
    if (!schema || (part === 'body' && endpoint.upload)) continue;
    const result = schema.safeParse(request[part]);
    if (result.success) parsed[part] = result.data;
    else {
      // An id that is no id is like one that does not exist.
      if (part === 'params') return refuse({ code: 'not-found' });
      for (const issue of result.error.issues) {
        refusals.push({ code: 'invalid-input', facts: { field: issue.path.join('.') || part } });
      }
    }
  }
  if (endpoint.upload) parsed.file = request.body as Uint8Array;
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, value: parsed };
}

function sendProblem(reply: FastifyReply, problem: ReturnType<typeof problemOf>): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemSchema.parse(problem)));
}

function sendDownload(reply: FastifyReply, endpoint: Endpoint, download: Download): FastifyReply {
  void reply.type(endpoint.download ?? 'application/octet-stream');
  void reply.header('cache-control', 'no-store');
  if (download.fileName) {
    const name = encodeURIComponent(download.fileName);
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
  }
  return reply.send(Buffer.from(download.bytes));
}

function mount(app: FastifyInstance, parts: AppParts, entry: Route): void {
  const { endpoint } = entry;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.upload?.maxBytes ?? endpoint.bodyBytes ?? JSON_LIMIT,
    handler: async (request, reply) => {
      const isConsole = consoleRequests.has(request.raw);
      // A browser sends this header only from our own pages: no form of another site can.
      if (endpoint.method === 'POST' && !isConsole && request.headers['x-niemphong'] !== '1') {
        return sendProblem(reply, problemOf([{ code: 'not-signed-in' }]));
      }
      // A screen that asks by itself says so: it keeps no session open.
      const isAttended = request.headers['x-niemphong-unattended'] === undefined;
      const caller = isConsole ? CONSOLE : await parts.door.callerOf(request.cookies, isAttended);
      if (!caller && !endpoint.open) {
        return sendProblem(reply, problemOf([{ code: 'not-signed-in' }]));
      }
      if (caller?.mustChangePassword && !endpoint.open && !endpoint.beforePasswordChange) {
        return sendProblem(reply, problemOf([{ code: 'password-change-needed' }]));
      }
      const parsed = parseRequest(endpoint, request);
      if (!parsed.ok) return sendProblem(reply, problemOf(parsed.refusals));
      const outcome = await entry.handle(parsed.value as never, caller ?? CONSOLE);
      if (!outcome.ok) return sendProblem(reply, problemOf(outcome.refusals));
      if (entry.cookie) parts.door.setCookie(reply, entry.cookie(outcome.value as never));
      void reply.header('cache-control', 'no-store');
      if (endpoint.download) return sendDownload(reply, endpoint, outcome.value as Download);
      // Parsing the answer also filters it: what the contract does not name does not leave.
      return reply
        .type('application/json')
        .send(JSON.stringify(endpoint.response.parse(outcome.value)));
    },
  });
}

export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({ logger: false, bodyLimit: JSON_LIMIT, requestTimeout: 120_000 });
  await app.register(fastifyCookie);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => {
    done(null, body);
  });
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    if (error.statusCode === 413) return sendProblem(reply, problemOf([{ code: 'too-large' }]));
    if (error.statusCode && error.statusCode < 500) {
      return sendProblem(reply, problemOf([{ code: 'invalid-input', facts: { field: 'body' } }]));
    }
    parts.report(error);
    return sendProblem(reply, problemOfThrown(error));
  });
  app.get('/healthz', async (_, reply) => reply.type('text/plain').send('ok\n'));
  for (const entry of parts.routes) mount(app, parts, entry);
  await parts.screens?.(app);
  app.setNotFoundHandler((_, reply) => sendProblem(reply, problemOf([{ code: 'not-found' }])));
  await app.ready();
  return app;
}

/** The second door: same routes, for the operating system's owner of the data folder. */
export function controlServer(app: FastifyInstance): Server {
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    consoleRequests.add(request);
    app.routing(request, response);
  });
}
