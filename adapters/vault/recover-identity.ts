/**
 * The way out without this product: k custodians put the root key together and print it as an age
 * identity, with which a stock `age` opens every object file. For the recovery drill and the day
 * after a disaster, on a machine that holds no network; whoever runs it holds every content.
 */
import { join } from 'node:path';
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { type KeyShare, parseShare } from '../../core/vault/share-text.ts';
import { ageX25519Suite, printIdentity } from './age-x25519-suite.ts';
import { combineSecret } from './shamir.ts';
import { readVaultFile, shareCheck } from './vault-file.ts';

/**
 * `folder` is `<data>/vault`. Refuses `vault-not-set-up`, `share-wrong` (also: not enough of them)
 * and `share-already-given`. Throws `corruption` when `vault.json` is not of the standard suite.
 */
export async function recoverIdentity(
  folder: string,
  texts: readonly string[],
): Promise<Outcome<string>> {
  const file = await readVaultFile(join(folder, 'vault.json'));
  if (!file) return refuse({ code: 'vault-not-set-up' });
  if (file.suite !== ageX25519Suite.name) throw corruption('vault.json', 'no suite of stock age');
  const shares = new Map<number, KeyShare>();
  for (const text of texts) {
    const share = parseShare(text);
    if (!share || shareCheck(file.id, share) !== file.shareChecks[share.number - 1]) {
      return refuse({ code: 'share-wrong' });
    }
    if (shares.has(share.number)) return refuse({ code: 'share-already-given' });
    shares.set(share.number, share);
  }
  if (shares.size < file.threshold) {
    return refuse({ code: 'share-wrong', facts: { given: shares.size, needed: file.threshold } });
  }
  const needed = [...shares.values()].slice(0, file.threshold);
  const rootKey = await combineSecret(needed.map(({ secret }) => secret));
  if (ageX25519Suite.recipientOf(rootKey) !== file.recipient) {
    throw corruption('vault.json', 'the shares do not make the key of this recipient');
  }
  const identity = printIdentity(rootKey);
  rootKey.fill(0);
  return permit(identity);
}
