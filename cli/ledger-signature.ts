/** Ed25519 signatures (RFC 8032) by Node's own crypto, for the checkers that run offline. */
import { createPublicKey, verify } from 'node:crypto';
import type { VerifyEd25519 } from '../core/ledger/note.ts';

/** The keys of Ed25519 in the form of RFC 8410: this prefix, then the 32 bytes. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const der = Buffer.concat([SPKI_PREFIX, publicKey]);
  try {
    return verify(
      null,
      message,
      createPublicKey({ key: der, format: 'der', type: 'spki' }),
      signature,
    );
  } catch {
    return false; // attacker-controlled: bytes that are no point of the curve, or no signature
  }
};
