/** Words as people type them when searching: no case, no diacritics, `đ` as `d`. */
export const foldWords = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim();

/** True when every word typed stands somewhere in the text. */
export const holdsWords = (text: string, typed: string): boolean => {
  const folded = foldWords(text);
  return foldWords(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
};
