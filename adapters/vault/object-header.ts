/**
 * The header of one object: a fresh file key, wrapped for the vault's root, and the label stanza,
 * under one MAC. A stock `age` passes over the label stanza; this product demands it.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { decodeBase64, encodeBase64 } from '../../core/vault/base64.ts';
import {
  HEADER_LIMIT_BYTES,
  MalformedHeader,
  parseHeader,
  printMac,
  printMacInput,
  type Stanza,
} from '../../core/vault/header.ts';
import { PAYLOAD_NONCE_BYTES } from '../../core/vault/payload-layout.ts';
import { type ChunkCipher, type CipherSuite, FILE_KEY_BYTES } from './cipher-suite.ts';

const LABEL_STANZA = 'niemphong-label';

/** How much of a file must be read to find its payload. */
export const HEAD_BYTES = HEADER_LIMIT_BYTES + PAYLOAD_NONCE_BYTES;

export type Binding = {
  readonly suite: CipherSuite;
  readonly rootKey: Uint8Array;
  /** `labelHash` or `indexLabelHash` of core. */
  readonly label: Uint8Array;
};

export type SealedHead = { readonly bytes: Uint8Array; readonly cipher: ChunkCipher };

export function sealHead(binding: Binding, recipient: string): SealedHead {
  const { suite, rootKey, label } = binding;
  const fileKey = randomBytes(FILE_KEY_BYTES);
  const tag = encodeBase64(suite.labelTag(rootKey, { fileKey, label }));
  const labelStanza: Stanza = { type: LABEL_STANZA, args: [tag], body: new Uint8Array(0) };
  const macInput = printMacInput([suite.wrap(fileKey, recipient), labelStanza]);
  const payloadNonce = randomBytes(PAYLOAD_NONCE_BYTES);
  const mac = printMac(suite.headerMac(fileKey, macInput));
  const cipher = suite.chunkCipher(fileKey, payloadNonce);
  fileKey.fill(0);
  return { bytes: Buffer.concat([macInput, mac, payloadNonce]), cipher };
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

export type OpenedHead = { readonly payloadFrom: number; readonly cipher: ChunkCipher };

/** Null for another root, MAC or label; throws MalformedHeader. `head` is attacker-controlled. */
export function openHead(head: Uint8Array, binding: Binding): OpenedHead | null {
  const { suite, rootKey, label } = binding;
  const header = parseHeader(head);
  const payloadFrom = header.lengthBytes + PAYLOAD_NONCE_BYTES;
  if (head.length < payloadFrom) throw new MalformedHeader('header-unfinished', head.length);
  const fileKey = suite.unwrap(header.stanzas, rootKey);
  if (!fileKey) return null;
  try {
    if (!sameBytes(suite.headerMac(fileKey, header.macInput), header.mac)) return null;
    const [stanza, ...more] = header.stanzas.filter(({ type }) => type === LABEL_STANZA);
    const tag = stanza?.args.length === 1 ? decodeBase64(stanza.args[0] ?? '') : null;
    if (!tag || more.length > 0 || stanza?.body.length !== 0) return null;
    if (!sameBytes(suite.labelTag(rootKey, { fileKey, label }), tag)) return null;
    const nonce = head.subarray(header.lengthBytes, payloadFrom);
    return { payloadFrom, cipher: suite.chunkCipher(fileKey, nonce) };
  } finally {
    fileKey.fill(0);
  }
}
