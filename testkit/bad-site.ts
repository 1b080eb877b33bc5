/** A web server with every bad habit, on this machine, for trials of the outside collector. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

export type Site = {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** `127.0.0.1:port`, as the collector's configuration names it. */
  readonly address: string;
  /** Paths asked for, in order, with the status of the answer. */
  readonly asked: readonly string[];
  readonly pages: Map<string, Reply>;
};

export const html =
  (body: string, contentType = 'text/html; charset=utf-8'): Reply =>
  (_, response) => {
    response.setHeader('content-type', contentType);
    response.end(body);
  };

export const bytes =
  (body: Uint8Array, contentType = 'text/html'): Reply =>
  (_, response) => {
    response.setHeader('content-type', contentType);
    response.end(body);
  };

export const redirect =
  (location: string): Reply =>
  (_, response) => {
    response.writeHead(302, { location });
    response.end();
  };

export const status =
  (code: number): Reply =>
  (_, response) => {
    response.writeHead(code);
    response.end('no');
  };

/** Answers 304 to whoever has seen it. */
export const cached =
  (body: string, etag: string, contentType = 'application/rss+xml'): Reply =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304);
      response.end();
      return;
    }
    response.writeHead(200, { etag, 'content-type': contentType });
    response.end(body);
  };

/** One byte now and then, without end. */
export const dripping: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('a'), 50);
  response.on('close', () => clearInterval(timer));
};

/** Bytes as fast as they go, without end. */
export const endless: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const chunk = Buffer.alloc(64 * 1024, 'a');
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
};

/** A thousand times larger when unpacked. */
export const bomb: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
  response.end(gzipSync(Buffer.alloc(100_000_000)));
};

/** Promises more than it sends. */
export const torn: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
  response.write('half');
  setTimeout(() => response.destroy(), 20);
};

export async function startSite(
  life: { after(clean: () => Promise<void>): void },
  pages: Readonly<Record<string, Reply>>,
): Promise<Site> {
  const asked: string[] = [];
  const known = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    response.on('close', () => asked.push(`${response.statusCode} ${path}`));
    (known.get(path) ?? status(404))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  life.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo; // Listening on TCP.
  return { origin: `http://127.0.0.1:${port}`, address: `127.0.0.1:${port}`, asked, pages: known };
}
