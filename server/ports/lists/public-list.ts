/**
 * The texts of the public list as the compare index learns them, and what a match was weighed
 * against. Texts are no secret, yet they rest in the vault: one that touches protected wording and
 * waits for a second officer may turn out to be one.
 */
import { sha256, utf8 } from '../../../core/common/sha256.ts';
import { COMMON_SYLLABLES } from '../../../core/match/wording/common-syllables.ts';
import { STOCK_PHRASES } from '../../../core/match/wording/stock-phrases.ts';
import { stateOfText } from '../../../core/watch/public-list.ts';
import type { Actor } from '../acts.ts';
import type { PublicList } from '../compare-index.ts';
import { loadWording } from '../desk/common-wording.ts';
import type { Parts } from '../parts.ts';
import { VaultSealed } from '../vault.ts';
import type { KeptPublicText } from './lists.ts';

const HOUSE: Actor = { kind: 'clock' };

/** What comes with the program: its version is the beginning of its hash. */
const builtIn = (lines: readonly unknown[]) => {
  const hash = sha256(utf8(JSON.stringify(lines))).toHex();
  return { version: hash.slice(0, 8), texts: lines.length, sha256: hash };
};
export const STOCK_LINES = builtIn(STOCK_PHRASES);
export const SYLLABLES = builtIn([...COMMON_SYLLABLES]);

export async function loadPublicText(
  store: Parts['store'],
  { id, object }: KeptPublicText,
): Promise<string> {
  return (await loadWording(store, id, object)).join('\n');
}

/** A damaged text is reported and left out: its wording alarms, and nothing else is held back. */
export async function loadPublicList(
  { acts, store }: Pick<Parts, 'acts' | 'store'>,
  report: (what: string, reason: unknown) => void,
): Promise<PublicList> {
  const { texts, versions } = await acts.read(HOUSE, async ({ lists }) => ({
    texts: await lists.listTexts(),
    versions: await lists.listVersions(),
  }));
  const inForce = texts.filter((text) => stateOfText(text) === 'in-force');
  const words: string[] = [];
  for (const text of inForce) {
    try {
      words.push(await loadPublicText(store, text));
    } catch (reason) {
      if (reason instanceof VaultSealed) throw reason;
      report(text.id, reason);
    }
  }
  return { version: versions[0]?.version ?? 0, texts: words };
}
