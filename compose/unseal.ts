/**
 * Opening the vault from the machine's console, with shares that the operator has as files. A demo
 * folder keeps its only share beside the data, in `demo-share`: everything in it is invented.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, permit } from '../core/common/refusal.ts';
import type { Parts } from '../server/ports/parts.ts';

export const demoSharePath = (dataFolder: string): string => join(dataFolder, 'demo-share');

/** Null when this is no demo folder. */
export function readDemoShare(dataFolder: string): string | null {
  try {
    return readFileSync(demoSharePath(dataFolder), 'utf8').trim() || null;
  } catch {
    return null;
  }
}

/** Each share given is an act of the console; a refused one is on record as well. */
export async function giveShares(
  { acts, seal }: Pick<Parts, 'acts' | 'seal'>,
  shares: readonly string[],
): Promise<Outcome<null>> {
  for (const share of shares) {
    if (seal.status().state === 'open') break;
    const given = await seal.giveShare(share);
    const attempt = { verb: 'vault.give-share' } as const;
    const done = await acts.perform({ kind: 'console' }, attempt, async () =>
      given.ok ? permit({ facts: { state: given.value.state }, value: null }) : given,
    );
    if (!done.ok) return done;
  }
  return permit(null);
}
