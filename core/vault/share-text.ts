/**
 * How a key share is printed for its custodian: `npv1-…`, groups of four, with the vault it
 * belongs to, its number and a checksum (Bech32). Only text; the splitting is in the adapter.
 */
import { invariant } from '../common/invariant.ts';
import { decodeBech32, encodeBech32 } from './bech32.ts';

export const SHARE_SECRET_BYTES = 33;
export const VAULT_MARK_BYTES = 4;

export type KeyShare = {
  /** The first bytes of the vault's id: a share of another vault is told apart at once. */
  readonly vaultMark: Uint8Array;
  /** 1 to 255. */
  readonly number: number;
  readonly secret: Uint8Array;
};

const PREFIX = 'npv';
const SHARE_BYTES = VAULT_MARK_BYTES + 1 + SHARE_SECRET_BYTES;
const LONGEST_INPUT = 400;

export function printShare(share: KeyShare): string {
  invariant(share.vaultMark.length === VAULT_MARK_BYTES, 'a vault mark of 4 bytes');
  invariant(share.number >= 1 && share.number <= 255, 'share numbers run from 1 to 255');
  invariant(share.secret.length === SHARE_SECRET_BYTES, 'a share secret of 33 bytes');
  const bytes = Uint8Array.from([...share.vaultMark, share.number, ...share.secret]);
  const text = encodeBech32(PREFIX, bytes);
  bytes.fill(0);
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** Takes what a person types: case, spaces and dashes do not matter. Null when it is no share. */
export function parseShare(text: string): KeyShare | null {
  // attacker-controlled: anyone at the unsealing screen can type anything
  if (text.length > LONGEST_INPUT) return null;
  const bytes = decodeBech32(PREFIX, text.replace(/[\s\u2010-\u2015-]/g, '').toLowerCase());
  if (bytes?.length !== SHARE_BYTES) return null;
  const number = bytes[VAULT_MARK_BYTES] ?? 0;
  if (number < 1) return null;
  const vaultMark = bytes.slice(0, VAULT_MARK_BYTES);
  const secret = bytes.slice(VAULT_MARK_BYTES + 1);
  bytes.fill(0);
  return { vaultMark, number, secret };
}
