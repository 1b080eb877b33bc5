/**
 * The matcher's end of the private line. The line is the permission: when it ends or falls silent,
 * everything that came over it is to be forgotten.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buffer, json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  IndexRest,
  PublicList,
  StoredText,
  TextSource,
} from '../../server/ports/compare-index.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import {
  type Change,
  type Hello,
  type HelloRow,
  type LineRow,
  type NotNow,
  SAY_EVERY_MS,
  SILENT_MS,
  type Wish,
} from './membership.ts';
import { ask, type LineAddress, type LineRequest, sender } from './wire.ts';

export type Joined = {
  readonly hello: Hello;
  readonly source: TextSource<StoredText>;
  readonly rest: IndexRest;
  /** Hears every change since the joining, in order. */
  follow(listener: (change: Change) => void): void;
  ready(): Promise<void>;
  /** Aborted when the line is lost. */
  readonly lost: AbortSignal;
  leave(): void;
};

export type JoinOptions = {
  readonly address: LineAddress;
  readonly wish: Wish;
  readonly report: (thrown: unknown) => void;
};

const LOST_WITHIN_MS = 1_000;
const REFUSALS: Readonly<Record<number, NotNow>> = {
  423: 'sealed',
  409: 'other-engine',
  404: 'no-such-shard',
};

/** Stored texts keep a leading U+FEFF, else every offset after it would be one too high. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

type Line = { readonly address: LineAddress; readonly token: string; readonly lost: AbortSignal };

async function call(
  { address, token, lost }: Line,
  what: Pick<LineRequest, 'method' | 'path'>,
  write?: Parameters<typeof ask>[2],
) {
  if (lost.aborted) throw new VaultSealed();
  try {
    const headers = { 'x-member': token };
    const response = await ask(address, { ...what, headers, signal: lost }, write);
    if (response.statusCode === 200 || response.statusCode === 204) return response;
    response.resume();
    throw new Error(`the house answered ${response.statusCode}`);
  } catch (reason) {
    // A call may fail a moment before the line ends, for the same cause.
    if (!lost.aborted) await Promise.race([once(lost, 'abort'), sleep(LOST_WITHIN_MS)]);
    throw lost.aborted ? new VaultSealed() : reason;
  }
}

function sourceOf(line: Line, report: (thrown: unknown) => void): TextSource<StoredText> {
  return {
    async *list() {
      const rows = createInterface({ input: await call(line, { method: 'GET', path: '/texts' }) });
      for await (const row of rows) yield JSON.parse(row) as StoredText;
      // The line may have been cut in the middle of a list that looks whole.
      if (line.lost.aborted) throw new VaultSealed();
    },
    async listPublic() {
      const response = await call(line, { method: 'GET', path: '/public' });
      return (await json(response)) as PublicList; // Sent by the house alone.
    },
    async load(text) {
      const row = JSON.stringify(text);
      const response = await call(line, { method: 'POST', path: '/text' }, (made) => made.end(row));
      const bytes = await buffer(response);
      return response.statusCode === 204 ? null : decoder.decode(bytes);
    },
    report,
  };
}

function restOf(line: Line, { savesImage }: Hello): IndexRest {
  return {
    async save(compartment, content) {
      if (!savesImage) return;
      await call(line, { method: 'PUT', path: `/image/${compartment}` }, (request) => {
        const sendAll = async (): Promise<void> => {
          const send = sender(request);
          for await (const piece of content) await send(piece);
          request.end();
        };
        sendAll().catch((reason: unknown) => {
          request.destroy(reason instanceof Error ? reason : new Error(String(reason)));
        });
      });
    },
    async load(take) {
      const response = await call(line, { method: 'GET', path: '/image' });
      for await (const piece of response as AsyncIterable<Buffer>) {
        await take(piece);
        piece.fill(0);
      }
      return response.statusCode === 200;
    },
    remove: async () => undefined,
  };
}

/** Keeps what comes until somebody listens. */
class Followed {
  readonly #waiting: Change[] = [];
  #listener: ((change: Change) => void) | null = null;

  push(change: Change): void {
    if (this.#listener) this.#listener(change);
    else this.#waiting.push(change);
  }

  follow(listener: (change: Change) => void): void {
    this.#listener = listener;
    for (const change of this.#waiting.splice(0)) listener(change);
  }
}

/** Null when the house cannot be reached. */
export async function joinHouse(options: JoinOptions): Promise<Joined | NotNow | null> {
  const { address, wish, report } = options;
  const losing = new AbortController();
  const lost = losing.signal;
  const wishing = JSON.stringify(wish);
  const response = await ask(address, { method: 'POST', path: '/join', signal: lost }, (made) =>
    made.end(wishing),
  ).catch(() => null);
  if (response?.statusCode !== 200) {
    response?.resume();
    return response ? (REFUSALS[response.statusCode ?? 0] ?? null) : null;
  }
  let heard = performance.now();
  const watch = setInterval(() => {
    if (performance.now() - heard > SILENT_MS) losing.abort();
  }, SAY_EVERY_MS);
  const first = Promise.withResolvers<HelloRow | null>();
  const changes = new Followed();
  const rows = createInterface({ input: response });
  rows.on('line', (text) => {
    heard = performance.now();
    const row = JSON.parse(text) as LineRow;
    if (row.hello) first.resolve(row.hello);
    if (row.change) changes.push(row.change);
  });
  // Both end with the line, and its end is what counts.
  response.on('error', () => undefined);
  rows.on('error', () => undefined);
  response.once('close', () => {
    clearInterval(watch);
    first.resolve(null);
    losing.abort();
  });
  const row = await first.promise;
  if (!row) return null;
  const { token, suite, key, ...rest } = row;
  const letterKey = { suite, key: new Uint8Array(Buffer.from(key, 'base64')) };
  const hello: Hello = { ...rest, letterKey };
  const line: Line = { address, token, lost };
  const say = setInterval(() => {
    call(line, { method: 'POST', path: '/here' }).catch(() => losing.abort());
  }, SAY_EVERY_MS);
  lost.addEventListener('abort', () => clearInterval(say));
  return {
    hello,
    source: sourceOf(line, report),
    rest: restOf(line, hello),
    follow: (listener) => changes.follow(listener),
    ready: async () => void (await call(line, { method: 'POST', path: '/ready' })),
    lost,
    leave: () => losing.abort(),
  };
}
