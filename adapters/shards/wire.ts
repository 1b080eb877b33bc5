/**
 * The private line between house and matchers: HTTP over a socket in the data folder, or over TLS
 * with a key that both sides have as a file. Nobody without the key gets a byte.
 */
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  type RequestListener,
  type RequestOptions,
  request,
  type Server,
} from 'node:http';
import { createServer as createTlsServer, request as tlsRequest } from 'node:https';
import type { Writable } from 'node:stream';

export type LineAddress =
  | { readonly socketPath: string }
  | { readonly host: string; readonly port: number; readonly key: Uint8Array };

/** Bytes of an image that have not left yet. */
const MOST_UNDER_WAY = 4 * 1024 * 1024;
export type LineServer = Server;

const IDENTITY = 'niemphong-matcher';
/** With forward secrecy: a key that is lost later opens nothing that was said before. */
const TLS = {
  ciphers: 'ECDHE-PSK-CHACHA20-POLY1305',
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.2',
} as const;

export function createLineServer(key: Uint8Array | null, listener: RequestListener): Server {
  // An image of gigabytes takes its time.
  const options = { requestTimeout: 0 };
  if (!key) return createServer(options, listener);
  const pskCallback = (_: unknown, identity: string): Uint8Array | null =>
    identity === IDENTITY ? key : null;
  return createTlsServer({ ...options, ...TLS, pskCallback }, listener);
}

export type LineRequest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
};

function begin(address: LineAddress, options: RequestOptions): ClientRequest {
  if ('socketPath' in address) return request({ ...options, socketPath: address.socketPath });
  const { host, port, key } = address;
  const tls = { ...TLS, pskCallback: () => ({ psk: key, identity: IDENTITY }) };
  // The key proves who it is; there is no certificate.
  return tlsRequest({ ...options, ...tls, host, port, checkServerIdentity: () => undefined });
}

/** `body`: written by the caller, who ends the request. */
export function ask(
  address: LineAddress,
  { method, path, headers, signal }: LineRequest,
  write: (request: ClientRequest) => void = (made) => void made.end(),
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const made = begin(address, { method, path, signal, ...(headers ? { headers } : {}) });
    made.once('response', resolve);
    made.on('error', reject);
    write(made);
  });
}

/**
 * Sends pieces of an image as copies that are overwritten as soon as they have left. Some may be on
 * their way: waiting for each would cost more than sending it.
 */
export function sender(stream: Writable): (piece: Uint8Array) => Promise<void> {
  let under = 0;
  return (piece) =>
    new Promise((resolve, reject) => {
      const copy = Buffer.from(piece);
      under += copy.length;
      const isFull = under > MOST_UNDER_WAY;
      stream.write(copy, (failure) => {
        copy.fill(0);
        under -= copy.length;
        if (!isFull) return;
        if (failure) reject(failure);
        else resolve();
      });
      if (!isFull) resolve();
    });
}

/** What came is overwritten when the next is asked for. */
export async function* wiping(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield piece;
    piece.fill(0);
  }
}
