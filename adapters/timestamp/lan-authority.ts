/**
 * Asks the time-stamping authority of the LAN (RFC 3161 §3.4, over HTTP). The only address that
 * the server ever calls, set by the operator and by nothing that a person or a page says. An answer
 * is believed only when it is over our hash, carries our nonce, and leads to the certificate.
 */
import { request as sendPlain } from 'node:http';
import { request as sendSealed } from 'node:https';
import type { TimeStamper } from '../../server/ports/evidence/time-stamper.ts';
import { checkTimeStamp } from './time-stamp.ts';
import { encodeRequest, nonceOf } from './time-stamp-request.ts';

export type AuthoritySettings = {
  readonly url: string;
  /** Trusted certificates, PEM. */
  readonly authority: string;
  readonly random: (length: number) => Uint8Array;
};

const MOST_BYTES = 200_000;
const WAIT_MS = 10_000;
const NONCE_BYTES = 8;

/** Null for no answer, a late one, a long one, or one that is no time-stamp. */
function ask(url: string, query: Uint8Array): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? sendSealed : sendPlain;
    const outgoing = send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    outgoing.on('error', () => resolve(null));
    outgoing.on('response', (incoming) => {
      const pieces: Buffer[] = [];
      let length = 0;
      incoming.on('data', (piece: Buffer) => {
        length += piece.length;
        if (length > MOST_BYTES) outgoing.destroy();
        else pieces.push(piece);
      });
      incoming.on('error', () => resolve(null));
      incoming.on('close', () => resolve(null));
      incoming.on('end', () => {
        const isAnswer = incoming.statusCode === 200;
        resolve(isAnswer ? new Uint8Array(Buffer.concat(pieces)) : null);
      });
    });
    outgoing.end(query);
  });
}

export function lanAuthority({ url, authority, random }: AuthoritySettings): TimeStamper {
  return {
    authority,
    async stamp(digest) {
      const nonce = nonceOf(random(NONCE_BYTES));
      const response = await ask(url, encodeRequest(digest, nonce));
      if (!response) return null;
      const checked = checkTimeStamp({ response, digest, nonce, authority });
      return checked.ok ? { at: checked.at, response } : null;
    },
  };
}

/** A house without an authority: evidence is kept with a warning. */
export const noAuthority: TimeStamper = { authority: null, stamp: async () => null };
