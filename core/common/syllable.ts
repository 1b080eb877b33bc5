/** How much of a text reads as Vietnamese: tells a right decoding from a wrong one. */

const ONSET = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]';
const NUCLEUS =
  'iêu|yêu|oai|oao|oay|oeo|uao|uây|uôi|uya|uyê|uyu|ươi|ươu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|' +
  'oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|ươ|uơ|uy|ưa|ưi|ưu|yê|[aăâeêioôơuưy]';
const CODA = 'ch|ng|nh|[cmnpt]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEUS})(${CODA})?$`);
/** Huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SAMPLE_WORDS = 2_000;

function isSyllable(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD');
  const tones = marked.match(TONES) ?? [];
  const found = SYLLABLE.exec(marked.replace(TONES, '').normalize('NFC'));
  if (!found || tones.length > 1) return false;
  // A syllable that ends in a stop has only the tones sắc and nặng.
  const isStopped = ['c', 'ch', 'p', 't'].includes(found[1] ?? '');
  return !isStopped || tones[0] === '\u0301' || tones[0] === '\u0323';
}

export type MarkedWords = { readonly words: number; readonly syllables: number };

/** Words with a letter beyond ASCII, and how many of them are Vietnamese syllables. */
export function countMarkedWords(text: string): MarkedWords {
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(/[^\s!-/:-@[-`{-~0-9]+/g)) {
    if (!/[^\p{ASCII}]/u.test(word)) continue;
    words += 1;
    // Quotation marks and dashes stand at words without being part of them.
    if (isSyllable(word.replace(/[\u2010-\u2026\u00ab\u00bb\u00a0]/g, ''))) syllables += 1;
    if (words === SAMPLE_WORDS) break;
  }
  return { words, syllables };
}

/** Of the words with a letter beyond ASCII, the share that are Vietnamese syllables; 0 if none. */
export function vietnameseShare(text: string): number {
  const { words, syllables } = countMarkedWords(text);
  return words === 0 ? 0 : syllables / words;
}
