/** The words of a file that is about to be published, read in the bounded process. */
import type { ExtractionWarning, FileKind } from '../../core/common/extraction.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Parts } from '../ports/parts.ts';

export type ReadText = {
  readonly text: string;
  readonly warnings: readonly ExtractionWarning[];
  /** Null for a text that was typed. */
  readonly kind: FileKind | null;
  readonly pages: number;
};

/** A longer one is checked in parts: one text must not hold up everybody else for seconds. */
const MOST_CHARACTERS = 4_000_000;

export async function readText(
  extractor: Parts['extractor'],
  file: Uint8Array,
): Promise<Outcome<ReadText>> {
  const read = await extractor.extract(file);
  if (!read.ok) return refuse({ code: 'file-unreadable', facts: { code: read.code } });
  const { text, warnings, kind, pages } = read.value;
  if (text.length > MOST_CHARACTERS) return refuse({ code: 'too-large' });
  return permit({ text, warnings, kind, pages });
}
