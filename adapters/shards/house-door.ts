/**
 * The house's end of the private line: lets matchers join, hands them the texts and the image of
 * their shard, and tells them what changes. Whoever falls silent is no member any more.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { LEVELS, type Level } from '../../core/level/level.ts';
import type { StoredText } from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import {
  type Change,
  type LineRow,
  type Member,
  type MemberHouse,
  type NotNow,
  SAY_EVERY_MS,
  SILENT_MS,
  type Wish,
} from './membership.ts';
import { sender, wiping } from './wire.ts';

export type HouseDoorParts = {
  readonly house: MemberHouse;
  readonly report: (thrown: unknown) => void;
};

const STATUS_OF: Readonly<Record<NotNow, number>> = {
  sealed: 423,
  'other-engine': 409,
  'no-such-shard': 404,
};
const MOST_WISH_CHARACTERS = 1_000;

type Seat = { readonly member: Member; heard: number };

/** The list of texts, a row of JSON each. */
async function* rowsOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function sendImage({ rest }: Member, response: ServerResponse): Promise<void> {
  const send = sender(response);
  const isThere = await rest.load((piece) => {
    if (!response.headersSent) response.writeHead(200);
    return send(piece);
  });
  if (!isThere) response.writeHead(204);
  response.end();
}

function levelIn(path: string): Level | null {
  return LEVELS.find((level) => path === `/image/${level}`) ?? null;
}

async function serveMember(
  member: Member,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = '' } = request;
  const level = levelIn(url);
  if (method === 'GET' && url === '/texts') {
    await pipeline(Readable.from(rowsOf(member.list())), response);
  } else if (method === 'GET' && url === '/public') {
    response.end(JSON.stringify(await member.listPublic()));
  } else if (method === 'POST' && url === '/text') {
    const text = await member.load(JSON.parse(await readText(request)) as StoredText);
    response.writeHead(text === null ? 204 : 200).end(text ?? undefined);
  } else if (method === 'GET' && url === '/image') {
    await sendImage(member, response);
  } else if (method === 'PUT' && level) {
    await member.rest.save(level, wiping(request));
    response.writeHead(204).end();
  } else if (method === 'POST' && (url === '/here' || url === '/ready')) {
    if (url === '/ready') member.ready();
    response.writeHead(204).end();
  } else {
    response.writeHead(404).end();
  }
}

export function createHouseDoor({ house, report }: HouseDoorParts): RequestListener {
  const seats = new Map<string, Seat>();

  async function join(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wish = (await readText(request)).slice(0, MOST_WISH_CHARACTERS);
    const say = (row: LineRow): void => void response.write(`${JSON.stringify(row)}\n`);
    const reach = { tell: (change: Change) => say({ change }), end: () => response.destroy() };
    const member = await house.join(JSON.parse(wish) as Wish, reach);
    if (typeof member === 'string') {
      response.writeHead(STATUS_OF[member]).end();
      return;
    }
    const token = randomBytes(16).toString('hex');
    const seat: Seat = { member, heard: performance.now() };
    seats.set(token, seat);
    const beat = setInterval(() => {
      if (performance.now() - seat.heard > SILENT_MS) response.destroy();
      else say({});
    }, SAY_EVERY_MS);
    response.once('close', () => {
      clearInterval(beat);
      seats.delete(token);
      member.leave();
    });
    const { letterKey, ...hello } = member.hello;
    const key = Buffer.from(letterKey.key).toString('base64');
    say({ hello: { ...hello, token, suite: letterKey.suite, key } });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST' && request.url === '/join') return join(request, response);
    const seat = seats.get(String(request.headers['x-member']));
    if (!seat) {
      response.writeHead(410).end();
      return;
    }
    seat.heard = performance.now();
    await serveMember(seat.member, request, response);
  }

  return (request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    serve(request, response).catch((reason: unknown) => {
      // A matcher that died while it sent or received is nothing that failed here.
      if (!(reason instanceof VaultSealed || request.socket.destroyed)) report(reason);
      // Never the normal end of something that is not whole.
      response.destroy();
    });
  };
}
