/** Files that an officer chose for the list of public wording, and which of them can be listed. */
import type { FilePreview } from '../../../contract/watch/lists.ts';
import { formOf, isSameText, type TextForm } from '../../../core/watch/same-text.ts';

export type FileRow = {
  readonly key: number;
  readonly fileName: string;
  /** As they are typed; an empty place means the one given for all. */
  readonly name: string;
  readonly published: string;
  readonly reading:
    | { readonly state: 'waiting' | 'reading' }
    | { readonly state: 'failed'; readonly error: unknown }
    | { readonly state: 'read'; readonly preview: FilePreview };
};

export type Standing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'listed'; readonly preview: FilePreview }
  /** The same words as those of an earlier file, or nearly these in another form of file. */
  | { readonly kind: 'twin'; readonly preview: FilePreview; readonly of: string }
  | { readonly kind: 'ready'; readonly preview: FilePreview };

export const isLeftOut = (standing: Standing | undefined): boolean =>
  standing?.kind === 'failed' || standing?.kind === 'listed' || standing?.kind === 'twin';

const LONGEST_NAME = 300;

/** Texts of law are mostly named by their files. */
export const nameOfFile = (fileName: string): string =>
  fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replaceAll('_', ' ')
    .trim()
    .slice(0, LONGEST_NAME);

/** By key. */
export function standingsOf(rows: readonly FileRow[]): ReadonlyMap<number, Standing> {
  const firstOf: First[] = [];
  return new Map(rows.map((row) => [row.key, standingOf(row, firstOf)]));
}

type First = { readonly fileName: string; readonly preview: FilePreview };

/** A text is taken apart once, however often the rows are looked at. */
const forms = new WeakMap<FilePreview, TextForm>();
function formIn(preview: FilePreview): TextForm {
  const form = forms.get(preview) ?? formOf(preview.text);
  forms.set(preview, form);
  return form;
}

const isSame = (one: FilePreview, other: FilePreview): boolean =>
  one.sha256 === other.sha256 || isSameText(formIn(one), formIn(other));

function standingOf({ reading, fileName }: FileRow, firstOf: First[]): Standing {
  if (reading.state === 'failed') return { kind: 'failed', error: reading.error };
  if (reading.state !== 'read') return { kind: reading.state };
  const { preview } = reading;
  if (preview.listed) return { kind: 'listed', preview };
  const first = firstOf.find((one) => isSame(one.preview, preview));
  if (first) return { kind: 'twin', preview, of: first.fileName };
  firstOf.push({ fileName, preview });
  return { kind: 'ready', preview };
}

export type ReadyRow = FileRow & { readonly preview: FilePreview };

export function readyRows(rows: readonly FileRow[]): readonly ReadyRow[] {
  const standings = standingsOf(rows);
  return rows.flatMap((row) => {
    const standing = standings.get(row.key);
    return standing?.kind === 'ready' ? [{ ...row, preview: standing.preview }] : [];
  });
}

/** The rows that stay when these have been listed. */
export function settled(rows: readonly FileRow[], listed: readonly ReadyRow[]): readonly FileRow[] {
  const keys = new Set(listed.map(({ key }) => key));
  const isOne = (preview: FilePreview): boolean =>
    listed.some((one) => isSame(one.preview, preview));
  return rows
    .filter(({ key }) => !keys.has(key))
    .map((row) => {
      const { reading } = row;
      if (reading.state !== 'read' || !isOne(reading.preview)) return row;
      return { ...row, reading: { ...reading, preview: { ...reading.preview, listed: true } } };
    });
}
