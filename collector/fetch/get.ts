/**
 * One GET, bounded in every direction: the address is looked up once, checked, and the connection
 * goes to exactly that address (no second look-up that could answer differently); size before and
 * after unpacking, headers, and time from first to last byte have an end. No cookies, no script, no
 * redirect. Everything that comes back is attacker-controlled.
 */
import { lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { FetchProblem } from '../../core/parcel/source-problem.ts';
import { type Allowed, mayConnect } from './address.ts';

/** The world said no; `code` goes into the health of the source. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
  readonly code: FetchProblem;

  constructor(code: FetchProblem, options: { cause?: unknown } = {}) {
    super(code, options);
    this.code = code;
  }
}

export type Answer = {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  /** Names and values in order, as received. */
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As transferred, without chunking. */
  readonly raw: Uint8Array;
  /** Unpacked. */
  readonly body: Uint8Array;
};

export type GetOptions = {
  readonly allowed: Allowed;
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly timeMs: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the names; another one in trials. */
  readonly lookup?: typeof systemLookup;
};

const HEADER_BYTES = 64 * 1024;

function parseTarget(address: string): URL {
  const url = URL.parse(address);
  const isWeb = url && (url.protocol === 'http:' || url.protocol === 'https:');
  if (!isWeb || url.username !== '' || url.password !== '') throw new FetchFailure('address-bad');
  return url;
}

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));

/** Every address of the name must be permitted, and the connection uses one of these. */
function guardedLookup(options: GetOptions, port: number): LookupFunction {
  const resolve = options.lookup ?? systemLookup;
  return (hostname, { all, family }, callback) => {
    const wanted = family === undefined ? {} : { family };
    resolve(hostname, { ...wanted, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(new FetchFailure('name-unknown'), '', 0);
      if (!addresses.every(({ address }) => mayConnect(options.allowed, address, port))) {
        return callback(new FetchFailure('address-forbidden'), '', 0);
      }
      return all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

function requestOf(url: URL, options: GetOptions): http.ClientRequest {
  const port = portOf(url);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayConnect(options.allowed, literal, port)) {
    throw new FetchFailure('address-forbidden');
  }
  const { request } = url.protocol === 'https:' ? https : http;
  return request(url, {
    method: 'GET',
    agent: false,
    lookup: guardedLookup(options, port),
    maxHeaderSize: HEADER_BYTES,
    headers: {
      'user-agent': options.userAgent,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      ...options.headers,
    },
  });
}

type Received = { readonly response: http.IncomingMessage; readonly raw: Buffer };

function receive(url: URL, options: GetOptions): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = requestOf(url, options);
    const end = (reason: FetchFailure): void => {
      clearTimeout(timer);
      request.destroy();
      reject(reason);
    };
    const timer = setTimeout(() => end(new FetchFailure('time-limit')), options.timeMs);
    request.on('error', (cause) =>
      end(cause instanceof FetchFailure ? cause : new FetchFailure('connection-failed', { cause })),
    );
    request.on('response', (response) => {
      // Seen from the socket itself: whatever led here, this is where the bytes come from.
      const from = response.socket.remoteAddress ?? '';
      if (!mayConnect(options.allowed, from, portOf(url))) {
        return end(new FetchFailure('address-forbidden'));
      }
      const pieces: Buffer[] = [];
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        pieces.push(piece);
        if (bytes > options.maxBytes) end(new FetchFailure('too-large'));
      });
      response.on('error', (cause) => end(new FetchFailure('connection-failed', { cause })));
      response.on('end', () => {
        clearTimeout(timer);
        if (response.complete) resolve({ response, raw: Buffer.concat(pieces) });
        else end(new FetchFailure('connection-failed'));
      });
    });
    request.end();
  });
}

const UNPACKERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

const isPacking = (name: string): name is keyof typeof UNPACKERS => Object.hasOwn(UNPACKERS, name);

async function unpacked(raw: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity' || raw.length === 0) return raw;
  if (!isPacking(name)) throw new FetchFailure('encoding-broken');
  try {
    return await UNPACKERS[name](raw, { maxOutputLength: maxBytes });
  } catch (cause) {
    const isBomb = cause instanceof RangeError;
    throw new FetchFailure(isBomb ? 'too-large' : 'encoding-broken', { cause });
  }
}

function firstValues(response: http.IncomingMessage): Answer['headers'] {
  const entries = Object.entries(response.headersDistinct);
  return Object.fromEntries(entries.map(([name, values]) => [name, values?.[0]]));
}

/** Throws `FetchFailure`; an answer of any status is an answer. */
export async function get(address: string, options: GetOptions): Promise<Answer> {
  const url = parseTarget(address);
  const { response, raw } = await receive(url, options);
  const headers = firstValues(response);
  return {
    url: url.href,
    status: response.statusCode ?? 0,
    statusText: response.statusMessage ?? '',
    rawHeaders: response.rawHeaders,
    headers,
    raw,
    body: await unpacked(raw, headers['content-encoding'] ?? '', options.maxBytes),
  };
}
