/** Files that an officer chose for the list of public wording, and which of them can be listed. */
import type { FilePreview } from '../../../contract/watch/lists.ts';

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
  /** The same words as those of an earlier file. */
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
  const firstOf = new Map<string, string>();
  return new Map(rows.map((row) => [row.key, standingOf(row, firstOf)]));
}

function standingOf({ reading, fileName }: FileRow, firstOf: Map<string, string>): Standing {
  if (reading.state === 'failed') return { kind: 'failed', error: reading.error };
  if (reading.state !== 'read') return { kind: reading.state };
  const { preview } = reading;
  if (preview.listed) return { kind: 'listed', preview };
  const of = firstOf.get(preview.sha256);
  if (of !== undefined) return { kind: 'twin', preview, of };
  firstOf.set(preview.sha256, fileName);
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
  const hashes = new Set(listed.map(({ preview }) => preview.sha256));
  return rows
    .filter(({ key }) => !keys.has(key))
    .map((row) => {
      const { reading } = row;
      if (reading.state !== 'read' || !hashes.has(reading.preview.sha256)) return row;
      return { ...row, reading: { ...reading, preview: { ...reading.preview, listed: true } } };
    });
}
