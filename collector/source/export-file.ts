/** Files that another program writes: exports and mailboxes. Read whole, only when they changed. */
import { readFileSync, statSync } from 'node:fs';
import { SourceFailure, type VisitParts } from './visit.ts';

const MOST_BYTES = 1_000_000_000;

export type ChangedFile = { readonly bytes: Buffer; remember(): void } | 'unchanged';

export function readIfChanged({ state }: VisitParts, path: string): ChangedFile {
  try {
    const { size, mtimeMs } = statSync(path);
    const etag = `${size}-${mtimeMs}`;
    if (state.validatorOf(path).etag === etag) return 'unchanged';
    if (size > MOST_BYTES) throw new SourceFailure('file-unreadable');
    const bytes = readFileSync(path);
    return { bytes, remember: () => state.keepValidator(path, { etag, lastModified: null }) };
  } catch (cause) {
    if (cause instanceof SourceFailure) throw cause;
    throw new SourceFailure('file-unreadable', { cause });
  }
}
