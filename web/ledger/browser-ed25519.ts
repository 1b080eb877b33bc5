/** Ed25519 of the browser (Web Crypto). It exists only on secure origins: `127.0.0.1` or HTTPS. */
import type { Verify } from './check-proof.ts';

/** Copies, so that the type says plainly that no shared memory is behind the bytes. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const browserVerify: Verify = async (publicKey, message, signature) => {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return null;
  try {
    const key = await subtle.importKey('raw', plain(publicKey), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, plain(signature), plain(message));
  } catch (reason) {
    // An older browser has no Ed25519; anything else that cannot be verified is not right.
    return reason instanceof DOMException && reason.name === 'NotSupportedError' ? null : false;
  }
};
