/** For the tests of this folder: a vault in a fresh folder, seeded bytes, labels. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { Fault, type FaultCode } from '../../core/common/fault.ts';
import type { ObjectLabel } from '../../core/vault/label.ts';
import type { SharePlan } from '../../server/ports/vault.ts';
import type { CipherSuite } from './cipher-suite.ts';
import { openVault as open, type Vault, type VaultSettings } from './open-vault.ts';

/** At a fixed time. */
export const openVault = (settings: Omit<VaultSettings, 'now'>): Promise<Vault> =>
  open({ ...settings, now: () => Date.UTC(2026, 10, 22) });

export async function freshFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'niemphong-vault-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'vault');
}

export async function initialise(vault: Vault, plan: SharePlan): Promise<readonly string[]> {
  const outcome = await vault.seal.initialise(plan);
  assert.ok(outcome.ok);
  return outcome.value;
}

export async function give(vault: Vault, shares: readonly string[]): Promise<void> {
  for (const share of shares) assert.ok((await vault.seal.giveShare(share)).ok);
}

export type OpenedVault = Vault & { readonly folder: string; readonly shares: readonly string[] };

/** An open vault of one custodian. */
export async function openedVault(t: TestContext, suite?: CipherSuite): Promise<OpenedVault> {
  const folder = await freshFolder(t);
  const vault = await openVault(suite ? { folder, suites: [suite] } : { folder });
  const shares = await initialise(vault, { threshold: 1, shares: 1 });
  await give(vault, shares);
  return { ...vault, folder, shares };
}

export const someLabel = (version = 1): ObjectLabel => ({
  documentId: randomUUID(),
  kind: 'content',
  version,
});

/** Mulberry32: a failure repeats from its seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function seededBytes(length: number, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

export async function everyFile(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path, await readFile(path));
  }
  return files;
}

export const isFaultOf = (code: FaultCode) => (error: unknown) =>
  error instanceof Fault && error.code === code;
