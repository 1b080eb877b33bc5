/**
 * The joint at which the cipher of the vault is exchanged. Which ciphers may protect state secrets
 * is for the government cipher authority (cơ yếu) to say, so nothing outside this folder names
 * one: a suite wraps file keys for the vault's root and seals chunks, the rest is common.
 */
import type { Stanza } from '../../core/vault/header.ts';

/** One object's payload key in use. Both directions are synchronous: chunks are 64 KiB. */
export interface ChunkCipher {
  /** Appends the sealed chunk (its length plus 16 bytes) to `out`. Reads `plain` before return. */
  seal(plain: Uint8Array, nonce: Uint8Array, out: Uint8Array[]): void;
  /** Null when the chunk is not what was sealed under this nonce. Nothing unchecked gets out. */
  open(sealed: Uint8Array, nonce: Uint8Array): Uint8Array | null;
}

export interface CipherSuite {
  /** Kept in `vault.json`. */
  readonly name: string;
  /** The public name of a root key of `ROOT_KEY_BYTES` random bytes. */
  recipientOf(rootKey: Uint8Array): string;
  wrap(fileKey: Uint8Array, recipient: string): Stanza;
  /** The file key for whichever stanza the root key opens, or null. */
  unwrap(stanzas: readonly Stanza[], rootKey: Uint8Array): Uint8Array | null;
  headerMac(fileKey: Uint8Array, macInput: Uint8Array): Uint8Array;
  /**
   * Binds file key and label under the root key: somebody who only writes to the disk knows the
   * recipient, and could otherwise forge whole objects for it.
   */
  labelTag(rootKey: Uint8Array, bound: { fileKey: Uint8Array; label: Uint8Array }): Uint8Array;
  chunkCipher(fileKey: Uint8Array, payloadNonce: Uint8Array): ChunkCipher;
}

export const ROOT_KEY_BYTES = 32;
export const FILE_KEY_BYTES = 16;
