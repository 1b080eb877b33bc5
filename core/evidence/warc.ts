/**
 * A capture as WARC 1.1 (ISO 28500): one record about the file, one with the bytes as they were
 * taken in. The collector's own headers stay in its package; what is not known is not made up, so
 * the record is of type `resource`.
 */

import type { Instant } from '../common/calendar-date.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export type Capture = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where it stood; null when the capture does not say. */
  readonly url: string | null;
  readonly capturedAt: Instant;
  /** Random UUIDs of the two records. */
  readonly ids: { readonly about: string; readonly capture: string };
};

const CRLF = '\r\n';

/** A header field is one line, and an address in it is ASCII: both come from outside. */
const clean = (value: string): string => value.replace(/[^\x21-\x7e]/gu, '');

function record(headers: readonly (readonly [string, string])[], block: Uint8Array): Uint8Array {
  const lines = [
    'WARC/1.1',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${block.length}`,
  ];
  const head = utf8(lines.join(CRLF) + CRLF + CRLF);
  const end = utf8(CRLF + CRLF);
  const whole = new Uint8Array(head.length + block.length + end.length);
  whole.set(head);
  whole.set(block, head.length);
  whole.set(end, head.length + block.length);
  return whole;
}

function isAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\/\S+$/.test(url);
}

export function encodeWarc({ bytes, mediaType, url, capturedAt, ids }: Capture): Uint8Array {
  // Seconds: some readers of WARC know no fractions.
  const date = `${capturedAt.slice(0, 19)}Z`;
  const about = record(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', `<urn:uuid:${ids.about}>`],
      ['WARC-Date', date],
      ['Content-Type', 'application/warc-fields'],
    ],
    utf8(`software: Niem Phong${CRLF}format: WARC File Format 1.1${CRLF}`),
  );
  const digest = sha256(bytes).toHex();
  const capture = record(
    [
      ['WARC-Type', 'resource'],
      ['WARC-Record-ID', `<urn:uuid:${ids.capture}>`],
      ['WARC-Warcinfo-ID', `<urn:uuid:${ids.about}>`],
      ['WARC-Date', date],
      ['WARC-Target-URI', isAddress(url) ? clean(url) : `urn:sha256:${digest}`],
      ['WARC-Block-Digest', `sha256:${digest}`],
      ['Content-Type', /^[\w.+/; =-]+$/.test(mediaType) ? mediaType : 'application/octet-stream'],
    ],
    bytes,
  );
  const whole = new Uint8Array(about.length + capture.length);
  whole.set(about);
  whole.set(capture, about.length);
  return whole;
}
