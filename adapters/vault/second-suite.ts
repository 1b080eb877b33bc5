/**
 * A second cipher suite that shares no algorithm with the standard one. It is in no list of
 * `suites.ts`: the tests run the whole store on it, which proves that the cipher can be replaced.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import { CHUNK_NONCE_BYTES, TAG_BYTES } from '../../core/vault/payload-layout.ts';
import type { CipherSuite } from './cipher-suite.ts';

const CIPHER = 'aes-256-gcm';
const STANZA = 'second-suite';

const derive = (secret: Uint8Array, salt: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha512', secret, salt, info, 32));

type Sealing = { readonly key: Uint8Array; readonly nonce: Uint8Array };

function sealOne({ key, nonce }: Sealing, plain: Uint8Array): [Buffer, Buffer] {
  const cipher = createCipheriv(CIPHER, key, nonce);
  const body = cipher.update(plain);
  cipher.final();
  return [body, cipher.getAuthTag()];
}

function openOne({ key, nonce }: Sealing, sealed: Uint8Array): Buffer | null {
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}

/** The suite has no public key, so each instance remembers the one root key it was asked about. */
export function secondSuite(): CipherSuite {
  const wrapKeys = new Map<string, Uint8Array>();
  const wrapKey = (rootKey: Uint8Array) => derive(rootKey, Buffer.alloc(0), 'wrap');
  return {
    name: 'second',
    recipientOf(rootKey) {
      const recipient = createHash('sha512').update(rootKey).digest('hex');
      wrapKeys.set(recipient, wrapKey(rootKey));
      return recipient;
    },
    wrap(fileKey, recipient) {
      const nonce = randomBytes(CHUNK_NONCE_BYTES);
      const key = wrapKeys.get(recipient) ?? Buffer.alloc(32);
      const body = Buffer.concat([nonce, ...sealOne({ key, nonce }, fileKey)]);
      return { type: STANZA, args: [], body };
    },
    unwrap(stanzas, rootKey) {
      const body = stanzas.find(({ type }) => type === STANZA)?.body;
      if (body?.length !== CHUNK_NONCE_BYTES + 16 + TAG_BYTES) return null;
      const nonce = body.subarray(0, CHUNK_NONCE_BYTES);
      return openOne({ key: wrapKey(rootKey), nonce }, body.subarray(CHUNK_NONCE_BYTES));
    },
    headerMac: (fileKey, macInput) => createHmac('sha512-256', fileKey).update(macInput).digest(),
    labelTag: (rootKey, { fileKey, label }) =>
      createHmac('sha512-256', rootKey).update(fileKey).update(label).digest(),
    chunkCipher(fileKey, payloadNonce) {
      const key = derive(fileKey, payloadNonce, 'payload');
      return {
        seal: (plain, nonce, out) => {
          out.push(...sealOne({ key, nonce }, plain));
        },
        open: (sealed, nonce) => openOne({ key, nonce }, sealed),
      };
    },
  };
}
