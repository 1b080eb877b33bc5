/** Passwords by Argon2id (RFC 9106, second recommended choice: 64 MiB, 3 passes, 4 lanes). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Passwords } from '../../server/ports/sessions.ts';

const COST = { memory: 65_536, passes: 3, parallelism: 4, tagLength: 32 };
const FORM = /^argon2id\$([A-Za-z0-9+/=]{24})\$([A-Za-z0-9+/=]{44})$/;

const derive = promisify(argon2);

function tagOf(password: string, nonce: Uint8Array): Promise<Uint8Array> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, ...COST });
}

/** A hash that no password has, so that an unknown login costs what a known one costs. */
const NOBODY = `argon2id$${new Uint8Array(16).toBase64()}$${new Uint8Array(32).toBase64()}`;

export const argonPasswords: Passwords = {
  async hash(password) {
    const nonce = new Uint8Array(randomBytes(16));
    const tag = new Uint8Array(await tagOf(password, nonce));
    return `argon2id$${nonce.toBase64()}$${tag.toBase64()}`;
  },
  async check(password, hash) {
    const parts = FORM.exec(hash ?? NOBODY) ?? FORM.exec(NOBODY);
    const [nonce, tag] = [parts?.[1] ?? '', parts?.[2] ?? ''].map((text) =>
      Uint8Array.fromBase64(text),
    ) as [Uint8Array, Uint8Array];
    const equal = timingSafeEqual(await tagOf(password, nonce), tag);
    return equal && hash !== null;
  },
};
