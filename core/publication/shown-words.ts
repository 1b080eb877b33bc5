/**
 * The words of a file as they are judged: first what its reader is shown, then a form feed, then
 * what stands beneath (comments, revisions, properties, files inside). The mark lets what was
 * published be compared with what was shown alone.
 */
const HIDDEN_FOLLOWS = '\f';

export type JudgedWords = {
  /** Kind of the file; null for a typed text and for an archive, which are shown whole. */
  readonly mediaKind: string | null;
  readonly words: string;
};

/** `shown` is null of an archive: it has no page of its own that a reader is shown. */
export function joinHidden(shown: string | null, hidden: string): string {
  const [seen = '', beneath = ''] = [shown ?? '', hidden].map((part) =>
    part.replaceAll(HIDDEN_FOLLOWS, '\n'),
  );
  if (shown === null || beneath === '') return `${seen}${beneath}`;
  return `${seen}\n${HIDDEN_FOLLOWS}\n${beneath}`;
}

/** Where the words begin that no reader is shown; the length where there are none. */
export function hiddenFrom({ mediaKind, words }: JudgedWords): number {
  const at = mediaKind === null ? -1 : words.indexOf(HIDDEN_FOLLOWS);
  return at < 0 ? words.length : at;
}

export const shownWords = (judged: JudgedWords): string =>
  judged.words.slice(0, hiddenFrom(judged)).trimEnd();
