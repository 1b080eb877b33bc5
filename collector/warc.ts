/**
 * WARC 1.1 records (ISO 28500:2017), each packed by itself, so that records joined make one file
 * again. The original stands as it was received: a `response` of the web, a `resource` of a mail or
 * an export. Beside it a `conversion` with the main text as JSON, in the form of `watch import`.
 */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Instant } from '../core/common/calendar-date.ts';
import { sha256, utf8 } from '../core/common/sha256.ts';
import type { Answer } from './fetch/get.ts';

export type Article = {
  readonly source: string;
  readonly url: string | null;
  readonly title: string;
  readonly publishedAt: string | null;
  readonly text: string;
};

type Block = {
  readonly type: 'response' | 'resource' | 'conversion';
  readonly contentType: string;
  readonly targetUri: string;
  readonly at: Instant;
  readonly bytes: Uint8Array;
  readonly payload?: Uint8Array;
  readonly refersTo?: string;
};

const digestOf = (bytes: Uint8Array): string => `sha256:${sha256(bytes).toHex()}`;
const newRecordId = (): string => `<urn:uuid:${randomUUID()}>`;
/** A header line has no end of line inside: attacker-controlled. */
const oneLine = (text: string): string => text.replace(/[^\x20-\x7e]+/g, ' ');

function encodeRecord(id: string, block: Block): Uint8Array {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['WARC-Type', block.type],
    ['WARC-Record-ID', id],
    ['WARC-Date', block.at],
    ['WARC-Target-URI', oneLine(block.targetUri)],
    ['WARC-Refers-To', block.refersTo],
    ['WARC-Block-Digest', digestOf(block.bytes)],
    ['WARC-Payload-Digest', block.payload && digestOf(block.payload)],
    ['Content-Type', block.contentType],
    ['Content-Length', String(block.bytes.length)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  const head = utf8(`WARC/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  return gzipSync(Buffer.concat([head, block.bytes, utf8('\r\n\r\n')]));
}

/** Node has taken the chunking away; the header that announced it is kept under another name. */
function httpBlock({ status, statusText, rawHeaders, raw }: Answer): Uint8Array {
  const lines = [`HTTP/1.1 ${status} ${oneLine(statusText)}`];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = oneLine(rawHeaders[at] ?? '');
    const isChunking = name.toLowerCase() === 'transfer-encoding';
    lines.push(
      `${isChunking ? `X-Archive-Orig-${name}` : name}: ${oneLine(rawHeaders[at + 1] ?? '')}`,
    );
  }
  return Buffer.concat([utf8(`${lines.join('\r\n')}\r\n\r\n`), raw]);
}

function withText(id: string, original: Uint8Array, capture: Captured): Uint8Array {
  const { article, at } = capture;
  const conversion = encodeRecord(newRecordId(), {
    type: 'conversion',
    contentType: 'application/json',
    targetUri: article.url ?? 'urn:x-niemphong:no-address',
    at,
    bytes: utf8(JSON.stringify(article)),
    refersTo: id,
  });
  return Buffer.concat([original, conversion]);
}

export type Captured = { readonly at: Instant; readonly article: Article };

/** A page as the site sent it, and what it says. */
export function warcOfPage(answer: Answer, capture: Captured): Uint8Array {
  const id = newRecordId();
  const original = encodeRecord(id, {
    type: 'response',
    contentType: 'application/http; msgtype=response',
    targetUri: answer.url,
    at: capture.at,
    bytes: httpBlock(answer),
    payload: answer.raw,
  });
  return withText(id, original, capture);
}

/** A mail or an entry of an export, as its file holds it. */
export function warcOfItem(
  item: { readonly bytes: Uint8Array; readonly contentType: string },
  capture: Captured,
): Uint8Array {
  const id = newRecordId();
  const original = encodeRecord(id, {
    type: 'resource',
    contentType: item.contentType,
    targetUri: capture.article.url ?? `urn:sha256:${sha256(item.bytes).toHex()}`,
    at: capture.at,
    bytes: item.bytes,
  });
  return withText(id, original, capture);
}
