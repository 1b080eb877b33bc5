/** Kho: its state, giving a share, sealing. A share goes in and never comes back. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const vaultStatusSchema = z.object({
  state: z.enum(['absent', 'sealed', 'open']),
  /** How many shares open it, how many exist, how many were given since it was last sealed. */
  threshold: z.number().int(),
  shares: z.number().int(),
  given: z.number().int(),
});
export type VaultStatusView = z.output<typeof vaultStatusSchema>;

export const vaultStatus = endpoint({
  name: 'vault.status',
  method: 'GET',
  path: '/api/vault',
  response: vaultStatusSchema,
  open: true,
});

export const giveShare = endpoint({
  name: 'vault.give-share',
  method: 'POST',
  path: '/api/vault/share',
  body: z.object({ share: z.string().max(400) }),
  response: vaultStatusSchema,
});

export const sealVault = endpoint({
  name: 'vault.seal',
  method: 'POST',
  path: '/api/vault/seal',
  response: vaultStatusSchema,
});
