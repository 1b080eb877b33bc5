/**
 * The words of what was published, as its readers are shown them: those typed, the main text of a
 * saved page, the words of a document. They are set beside the cleared ones, so of a capture of
 * many pages the one nearest to them counts; the export of a site is read as it was when cleared.
 */
import type { FileKind } from '../../../core/common/extraction.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { diffWords } from '../../../core/publication/word-diff.ts';
import type { CapturedArticle } from '../../ports/extractor.ts';
import type { Parts } from '../../ports/parts.ts';
import { type ReadText, readText } from '../../ports/reading/read-text.ts';
import type { PublicationTextRow } from '../../ports/rows.ts';

export type Published =
  | { readonly text: string }
  | { readonly file: Uint8Array; readonly fileName: string };

/** The words that are compared, and the file that they were read from. */
export type Cleared = { readonly words: string; readonly isSite: boolean };

/** Of these the main text counts, without the menus around it. */
const PAGES: readonly FileKind[] = ['html', 'txt'];
const MOST_COMPARED = 50;

export const isSite = ({ mediaKind, contentObjectId }: PublicationTextRow): boolean =>
  mediaKind === null && contentObjectId !== null;

const typed = (text: string): ReadText => ({ text, warnings: [], kind: null, pages: 1 });

function nearest(articles: readonly CapturedArticle[], { words, isSite }: Cleared): string | null {
  if (isSite && articles.length > 0) return articles.map(({ text }) => text).join('\n\n');
  const edits = (text: string): number => {
    const { removedWords, addedWords } = diffWords(words, text);
    return removedWords + addedWords;
  };
  const [first] = articles
    .slice(0, MOST_COMPARED)
    .map(({ text }) => ({ text, edits: edits(text) }))
    .sort((one, other) => one.edits - other.edits);
  return first?.text ?? null;
}

export async function readPublished(
  { extractor }: Pick<Parts, 'extractor'>,
  published: Published,
  cleared: Cleared,
): Promise<Outcome<ReadText>> {
  if ('text' in published) return permit(typed(published.text));
  const { file, fileName } = published;
  const read = await readText(extractor, file);
  const kind = read.ok ? read.value.kind : null;
  if (read.ok && (kind === null ? cleared.isSite : !PAGES.includes(kind))) return read;
  const captured = await extractor.readArticles(file, fileName);
  const text = captured.ok ? nearest(captured.value, cleared) : null;
  if (text !== null) return permit(typed(text));
  const code = captured.ok ? (captured.rejected[0]?.code ?? 'file-empty') : captured.code;
  return refuse({ code: 'article-unreadable', facts: { name: fileName, code } });
}
