/**
 * The collector's own Ed25519 key (RFC 8032), made on its machine and never leaving it. Its public
 * half is one line of text, which the administrator inside registers.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../core/parcel/manifest.ts';

const PRIVATE = 'collector-key.pem';
const PUBLIC = 'collector-public.pem';

export type SigningKey = {
  /** Hexadecimal SHA-256 of the raw public key: the collector's name. */
  readonly collector: string;
  /** The raw public key in base64. */
  readonly publicKey: string;
  sign(manifest: Uint8Array): Uint8Array;
};

function rawPublicKey(key: KeyObject): Uint8Array {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
}

function signingKey(key: KeyObject): SigningKey {
  const raw = rawPublicKey(key);
  return {
    collector: hashOf(raw),
    publicKey: Buffer.from(raw).toString('base64'),
    sign: (manifest) => sign(null, manifest, key),
  };
}

/** Makes the key; leaves one that exists as it is, so that `init` twice changes nothing. */
export function initKey(folder: string): SigningKey {
  const path = join(folder, PRIVATE);
  if (!existsSync(path)) {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(join(folder, PUBLIC), publicKey.export({ type: 'spki', format: 'pem' }));
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
  }
  return signingKey(createPrivateKey(readFileSync(path)));
}

/** Null when `init` has not been run in this folder. */
export function loadKey(folder: string): SigningKey | null {
  const path = join(folder, PRIVATE);
  return existsSync(path) ? signingKey(createPrivateKey(readFileSync(path))) : null;
}
