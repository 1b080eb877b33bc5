/** What the ICAP door says: options, no change, the same again, or a page in its place. */
import { encodeChunks } from './chunks.ts';
import type { Encapsulated } from './head.ts';

export type Method = 'REQMOD' | 'RESPMOD';

/** A whole page in UTF-8; `status` of the HTTP answer that the person sees. */
export type BlockPage = { readonly status: 403 | 503; readonly html: string };

export type IcapFacts = {
  /** Changes with every start: proxies forget what they remembered of the last. */
  readonly tag: string;
  readonly maxConnections: number;
};

/** Bytes of a body that clients send ahead: whoever declares too much is turned away at once. */
export const PREVIEW_BYTES = 1_024;
const OPTIONS_TTL_SECONDS = 3_600;

function head(status: number, fields: readonly string[], { tag }: IcapFacts): Buffer {
  const reason = REASONS[status] ?? 'Error';
  const lines = [`ICAP/1.0 ${status} ${reason}`, `ISTag: "${tag}"`, ...fields, '', ''];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad request',
  404: 'ICAP Service not found',
  405: 'Method not allowed for service',
  505: 'ICAP version not supported',
};
const HTTP_REASONS = { 403: 'Forbidden', 503: 'Service Unavailable' } as const;

export const CONTINUE = Buffer.from('ICAP/1.0 100 Continue\r\n\r\n');

export function optionsAnswer(method: Method, facts: IcapFacts): Buffer {
  const fields = [
    `Methods: ${method}`,
    'Service: Niem Phong',
    `Max-Connections: ${facts.maxConnections}`,
    `Options-TTL: ${OPTIONS_TTL_SECONDS}`,
    'Allow: 204',
    `Preview: ${PREVIEW_BYTES}`,
    'Transfer-Preview: *',
    'Encapsulated: null-body=0',
  ];
  return head(200, fields, facts);
}

export function unchanged(facts: IcapFacts): Buffer {
  return head(204, ['Encapsulated: null-body=0'], facts);
}

/** The same message again, for a client that cannot be told "no change". */
export function sameAgain(
  method: Method,
  { heads, parts, body }: { heads: Buffer; parts: Encapsulated; body: Buffer },
  facts: IcapFacts,
): Buffer {
  const [word, span] =
    method === 'REQMOD' ? ['req', parts.requestHead] : ['res', parts.responseHead];
  const own = span ? heads.subarray(span[0], span[1]) : Buffer.alloc(0);
  const tail = parts.hasBody ? `${word}-body=${own.length}` : `null-body=${own.length}`;
  const encapsulated =
    own.length > 0 ? `Encapsulated: ${word}-hdr=0, ${tail}` : 'Encapsulated: null-body=0';
  const answer = [head(200, [encapsulated], facts), own];
  return Buffer.concat(parts.hasBody ? [...answer, encodeChunks(body)] : answer);
}

export function blocked({ status, html }: BlockPage, facts: IcapFacts): Buffer {
  const body = Buffer.from(html, 'utf8');
  const http = Buffer.from(
    [
      `HTTP/1.1 ${status} ${HTTP_REASONS[status]}`,
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${body.length}`,
      'Cache-Control: no-store',
      "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
      ...(status === 503 ? ['Retry-After: 300'] : []),
      '',
      '',
    ].join('\r\n'),
  );
  const encapsulated = `Encapsulated: res-hdr=0, res-body=${http.length}`;
  return Buffer.concat([head(200, [encapsulated], facts), http, encodeChunks(body)]);
}

/** An error ends the connection: what follows on it could be anything. */
export function failed(status: number, facts: IcapFacts): Buffer {
  return head(status, ['Connection: close', 'Encapsulated: null-body=0'], facts);
}
