/**
 * The code of a copy: for each line of each page whether it moves up or down, and for each piece
 * of it whether it moves left or right. The signs come from SHA-256 over a secret of the document's
 * own and the copy's random id: without the secret nobody can tell what a copy's code is, so none
 * can be forged or read. For whoever lacks the secret all codes are independent even coins, which
 * is all that the bound in `decide-copy.ts` rests on.
 */
import { invariant } from '../common/invariant.ts';
import { sha256, utf8 } from '../common/sha256.ts';
import { LINE_SLOTS, MOST_LINES, type PageCode } from './code-signs.ts';

export const SECRET_BYTES = 32;
export type CodePlace = { readonly copyMarkId: string; readonly page: number };

export function codeOf(secret: Uint8Array, { copyMarkId, page }: CodePlace): PageCode {
  invariant(secret.length === SECRET_BYTES, 'the secret of copy marks has 32 bytes');
  const signs = new Int8Array(MOST_LINES * LINE_SLOTS);
  const bitsADigest = 256;
  for (let block = 0; block * bitsADigest < signs.length; block += 1) {
    const digest = sha256(secret, utf8(`copy-mark/1 ${copyMarkId} ${page} ${block}`));
    for (let bit = 0; bit < bitsADigest; bit += 1) {
      const isSet = ((digest[bit >> 3] as number) >> (bit & 7)) & 1;
      signs[block * bitsADigest + bit] = isSet === 1 ? 1 : -1;
    }
  }
  return signs;
}
