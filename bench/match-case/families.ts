/** Versions of one document, as drafts and amendments are: nearly the same text many times. */
import type { Text } from './corpus.ts';
import { substituted } from './disguise.ts';
import type { Random } from './random.ts';

const VERSIONS = 11;
const SHARE = 0.02;

/** Eleven further versions, each with some words replaced and one sentence in twenty left out. */
export function familyOf({ id, text }: Text, random: Random): Text[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = text.split(/(?<=[.;:\n]\s)/);
  return Array.from({ length: VERSIONS }, (_, version) => {
    const kept = sentences.filter(() => random.share() >= 0.05).join('');
    return {
      id: `${id}~${version + 1}`,
      text: substituted(kept, { share: SHARE, words, random }),
    };
  });
}
