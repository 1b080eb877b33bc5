/**
 * Letters between the house and its matchers: 16 bytes nonce, then the hash of what the letter is
 * about and its content, sealed by the vault's own cipher suite under a key of one opening.
 */
import { randomBytes } from 'node:crypto';
import { corruption } from '../../core/common/fault.ts';
import { sha256, utf8 } from '../../core/common/sha256.ts';
import { CHUNK_NONCE_BYTES, writeChunkNonce } from '../../core/vault/payload-layout.ts';
import type { LetterKey, Letters } from '../../server/ports/shards/letters.ts';
import { VaultSealed } from '../../server/ports/vault.ts';
import { type CipherSuite, FILE_KEY_BYTES } from './cipher-suite.ts';
import { SUITES } from './suites.ts';

const NONCE_BYTES = 16;
const ABOUT_BYTES = 32;
/** A nonce makes a key of its own, so each key seals one chunk, the last. */
const ONLY_CHUNK = new Uint8Array(CHUNK_NONCE_BYTES);
writeChunkNonce(ONLY_CHUNK, { index: 0, last: true });

export const makeLetterKey = ({ name }: CipherSuite): LetterKey => ({
  suite: name,
  key: new Uint8Array(randomBytes(FILE_KEY_BYTES)),
});

/** Takes the key over: its giver keeps no copy. */
export function createLetters(
  { suite: name, key }: LetterKey,
  suites: readonly CipherSuite[] = SUITES,
): Letters {
  const suite = suites.find((one) => one.name === name);
  if (!suite) throw corruption('letter key', 'names a cipher that is not installed');
  let forgotten = false;
  const cipher = (nonce: Uint8Array) => {
    if (forgotten) throw new VaultSealed();
    return suite.chunkCipher(key, nonce);
  };
  return {
    seal(about, content) {
      const nonce = randomBytes(NONCE_BYTES);
      const sealed: Uint8Array[] = [nonce];
      cipher(nonce).seal(Buffer.concat([sha256(utf8(about)), content]), ONLY_CHUNK, sealed);
      return Buffer.concat(sealed);
    },
    open(about, sealed) {
      if (sealed.length < NONCE_BYTES + ABOUT_BYTES) return null;
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const plain = cipher(nonce).open(sealed.subarray(NONCE_BYTES), ONLY_CHUNK);
      const isThat = plain && !Buffer.compare(plain.subarray(0, ABOUT_BYTES), sha256(utf8(about)));
      return isThat ? plain.subarray(ABOUT_BYTES) : null;
    },
    forget() {
      forgotten = true;
      key.fill(0);
    },
  };
}
