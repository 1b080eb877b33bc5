/**
 * The standard suite: age v1 with an X25519 stanza (C2SP age.md, RFC 7748, RFC 5869, RFC 8439) on
 * Node's own ciphers. Files open with any stock `age` given the vault's identity.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { invariant } from '../../core/common/invariant.ts';
import { decodeBase64, encodeBase64 } from '../../core/vault/base64.ts';
import { decodeBech32, encodeBech32 } from '../../core/vault/bech32.ts';
import type { Stanza } from '../../core/vault/header.ts';
import { CHUNK_NONCE_BYTES, TAG_BYTES } from '../../core/vault/payload-layout.ts';
import { type ChunkCipher, type CipherSuite, FILE_KEY_BYTES } from './cipher-suite.ts';

const CIPHER = 'chacha20-poly1305';
const STANZA = 'X25519';
const WRAP_INFO = 'age-encryption.org/v1/X25519';
const LABEL_INFO = 'niemphong/label/v1';
const POINT_BYTES = 32;
const NO_SALT = new Uint8Array(0);
/** A wrapping key is used once, so its nonce is constant (C2SP age.md). */
const ZERO_NONCE = new Uint8Array(CHUNK_NONCE_BYTES);
/** The fixed DER heads of a PKCS #8 private and an SPKI public key (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const OPTIONS = { authTagLength: TAG_BYTES } as const;

type Derivation = { readonly salt: Uint8Array; readonly info: string };

function derive(secret: Uint8Array, { salt, info }: Derivation): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

function privateKey(scalar: Uint8Array): KeyObject {
  const der = Buffer.concat([PRIVATE_HEAD, scalar]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

function publicKey(point: Uint8Array): KeyObject {
  const der = Buffer.concat([PUBLIC_HEAD, point]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function pointOf(key: KeyObject): Buffer {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(PUBLIC_HEAD.length);
}

type Exchange = {
  readonly own: KeyObject;
  readonly other: Uint8Array;
  readonly share: Uint8Array;
  readonly recipient: Uint8Array;
};

/** Throws for a point of low order (attacker-controlled): the shared secret would be zero. */
function wrappingKey({ own, other, share, recipient }: Exchange): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: publicKey(other) });
  const key = derive(shared, { salt: Buffer.concat([share, recipient]), info: WRAP_INFO });
  shared.fill(0);
  return key;
}

function openTagged(key: Uint8Array, sealed: Uint8Array): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, ZERO_NONCE, OPTIONS);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

/** Null when the stanza is not for this root key; a shape that age forbids counts as that too. */
function unwrapOne(stanza: Stanza, scalar: KeyObject): Buffer | null {
  const share = stanza.args.length === 1 ? decodeBase64(stanza.args[0] ?? '') : null;
  if (share?.length !== POINT_BYTES) return null;
  if (stanza.body.length !== FILE_KEY_BYTES + TAG_BYTES) return null;
  try {
    const recipient = pointOf(scalar);
    const key = wrappingKey({ own: scalar, other: share, share, recipient });
    const fileKey = openTagged(key, stanza.body);
    key.fill(0);
    return fileKey;
  } catch {
    return null;
  }
}

function chunkCipher(fileKey: Uint8Array, payloadNonce: Uint8Array): ChunkCipher {
  const raw = derive(fileKey, { salt: payloadNonce, info: 'payload' });
  const key = createSecretKey(raw);
  raw.fill(0);
  return {
    seal(plain, nonce, out) {
      const cipher = createCipheriv(CIPHER, key, nonce, OPTIONS);
      out.push(cipher.update(plain));
      cipher.final();
      out.push(cipher.getAuthTag());
    },
    open(sealed, nonce) {
      const bodyBytes = sealed.length - TAG_BYTES;
      const decipher = createDecipheriv(CIPHER, key, nonce, OPTIONS);
      decipher.setAuthTag(sealed.subarray(bodyBytes));
      const plain = decipher.update(sealed.subarray(0, bodyBytes));
      try {
        decipher.final();
        return plain;
      } catch {
        return null;
      }
    },
  };
}

export const ageX25519Suite: CipherSuite = {
  name: 'age-x25519',

  recipientOf: (rootKey) => encodeBech32('age', pointOf(privateKey(rootKey))),

  wrap(fileKey, recipientText) {
    const recipient = decodeBech32('age', recipientText);
    invariant(recipient?.length === POINT_BYTES, 'a recipient that this suite printed');
    const own = privateKey(randomBytes(POINT_BYTES));
    const share = pointOf(own);
    const key = wrappingKey({ own, other: recipient, share, recipient });
    const cipher = createCipheriv(CIPHER, key, ZERO_NONCE, OPTIONS);
    const sealed = cipher.update(fileKey);
    cipher.final();
    key.fill(0);
    const body = Buffer.concat([sealed, cipher.getAuthTag()]);
    return { type: STANZA, args: [encodeBase64(share)], body };
  },

  unwrap(stanzas, rootKey) {
    const scalar = privateKey(rootKey);
    for (const stanza of stanzas) {
      const fileKey = stanza.type === STANZA ? unwrapOne(stanza, scalar) : null;
      if (fileKey) return fileKey;
    }
    return null;
  },

  headerMac(fileKey, macInput) {
    const key = derive(fileKey, { salt: NO_SALT, info: 'header' });
    return createHmac('sha256', key).update(macInput).digest();
  },

  labelTag(rootKey, { fileKey, label }) {
    const key = derive(rootKey, { salt: NO_SALT, info: LABEL_INFO });
    const tag = createHmac('sha256', key).update(fileKey).update(label).digest();
    key.fill(0);
    return tag;
  },

  chunkCipher,
};

/** What `age -i` takes: for the recovery drill, with the root key put together by hand. */
export function printIdentity(rootKey: Uint8Array): string {
  return encodeBech32('age-secret-key-', rootKey).toUpperCase();
}
