/**
 * Splits the root key k of n (Shamir 1979) with `shamir-secret-sharing`. The library gives garbage
 * for too few shares, so its result must always be checked against the public recipient.
 */
import { combine, split } from 'shamir-secret-sharing';
import type { SharePlan } from '../../server/ports/vault.ts';

/** n secrets of one byte more than `secret`. */
export async function splitSecret(secret: Uint8Array, plan: SharePlan): Promise<Uint8Array[]> {
  if (plan.threshold > 1) {
    return split(Uint8Array.from(secret), plan.shares, plan.threshold);
  }
  // The library begins at 2. A polynomial of degree 0 is the secret itself, at any point.
  return Array.from({ length: plan.shares }, (_, index) => Uint8Array.from([...secret, index + 1]));
}

export async function combineSecret(shares: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = shares;
  if (only && shares.length === 1) return only.slice(0, -1);
  return combine([...shares]);
}
