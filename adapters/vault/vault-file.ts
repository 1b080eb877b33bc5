/**
 * `vault.json`: what may be known of the root key without holding it. No secret: the share checks
 * are hashes of 256-bit random values.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Instant, parseInstant } from '../../core/common/calendar-date.ts';
import { encodeCanonical } from '../../core/common/canonical-json.ts';
import { corruption } from '../../core/common/fault.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { VAULT_MARK_BYTES } from '../../core/vault/share-text.ts';
import { errno, storageFailed, writeDurably } from './disk.ts';

export type VaultFile = {
  readonly format: 1;
  /** Random UUID of this vault. */
  readonly id: string;
  readonly suite: string;
  readonly recipient: string;
  readonly threshold: number;
  readonly shares: number;
  readonly created: Instant;
  /** By share number from 1: SHA-256, hexadecimal. Tells a wrong share before any is combined. */
  readonly shareChecks: readonly string[];
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CHECK = /^[0-9a-f]{64}$/;

export function vaultMark(id: string): Uint8Array {
  return Uint8Array.fromHex(id.slice(0, 2 * VAULT_MARK_BYTES));
}

export function shareCheck(id: string, share: { number: number; secret: Uint8Array }): string {
  const hash = createHash('sha256').update(`niemphong-share-v1\n${id}\n${share.number}\n`);
  return hash.update(share.secret).digest('hex');
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

/** Null for anything that this code did not write. */
function parseVaultFile(text: string): VaultFile | null {
  const found: unknown = JSON.parse(text);
  if (typeof found !== 'object' || found === null) return null;
  const file: Partial<Record<keyof VaultFile, unknown>> = found;
  const { id, suite, recipient, threshold, shares, shareChecks } = file;
  const created = parseInstant(file.created);
  if (file.format !== 1 || !created || !isText(id) || !ID.test(id)) return null;
  if (!isText(suite) || !isText(recipient) || !isCount(threshold) || !isCount(shares)) return null;
  if (threshold < 1 || threshold > shares || shares > 255) return null;
  if (!Array.isArray(shareChecks) || shareChecks.length !== shares) return null;
  if (!shareChecks.every((check) => isText(check) && CHECK.test(check))) return null;
  return { format: 1, id, suite, recipient, threshold, shares, created, shareChecks };
}

/** Null when there is none. Throws Corruption when it is not what was written. */
export async function readVaultFile(path: string): Promise<VaultFile | null> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (errno(error) === 'ENOENT') return null;
    throw storageFailed(error);
  });
  if (text === null) return null;
  let parsed: VaultFile | null = null;
  try {
    parsed = parseVaultFile(text);
  } catch {
    // not JSON: the same answer as any other impossible content
  }
  if (!parsed) throw corruption('vault.json', 'not a vault description');
  return parsed;
}

export async function writeVaultFile(path: string, file: VaultFile): Promise<void> {
  await writeDurably(path, utf8(`${encodeCanonical(file)}\n`)).catch((error) => {
    throw storageFailed(error);
  });
}
