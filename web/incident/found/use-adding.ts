/** Files added one after another, each preserved at once: who adds is the first custodian. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addEvidence, preserveEvidence } from '../../../contract/evidence.ts';
import type { ExtractionCode } from '../../../core/common/extraction.ts';
import { api } from '../../api/api.ts';

export type FileState =
  | { readonly state: 'waiting' }
  | { readonly state: 'sending' }
  | { readonly state: 'refused'; readonly error: unknown }
  | {
      readonly state: 'added';
      readonly unread: ExtractionCode | null;
      /** Why it could not be preserved by this person; null: it is. */
      readonly notKept: unknown;
    };

export type AddedFile = { readonly file: File; readonly at: FileState };
export type Find = {
  readonly source: string;
  readonly url?: string;
  readonly foundAt?: string;
  readonly foundBy: string;
  readonly what: string;
};

async function addOne(incidentId: string, find: Find, file: File): Promise<FileState> {
  try {
    // Read here first: a file that vanished or may not be read is told as that, not as a bad line.
    const bytes = new Uint8Array(await file.arrayBuffer());
    const params = { incidentId };
    const { evidenceId, unread } = await api(addEvidence, { params, query: find, file: bytes });
    const notKept = await api(preserveEvidence, { params: { incidentId, evidenceId } }).then(
      () => null,
      (error: unknown) => error,
    );
    return { state: 'added', unread, notKept };
  } catch (error) {
    return { state: 'refused', error };
  }
}

export type Adding = {
  readonly files: readonly AddedFile[];
  readonly busy: boolean;
  readonly choose: (files: readonly File[]) => void;
  readonly remove: (file: File) => void;
  readonly send: (find: Find) => Promise<void>;
};

export function useAdding(incidentId: string): Adding {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly AddedFile[]>([]);
  const [busy, setBusy] = useState(false);
  const place = (file: File, at: FileState) =>
    setFiles((before) => before.map((one) => (one.file === file ? { file, at } : one)));
  return {
    files,
    busy,
    choose: (chosen) =>
      setFiles((before) => [
        ...before,
        ...chosen.map((file) => ({ file, at: { state: 'waiting' } as const })),
      ]),
    remove: (file) => setFiles((before) => before.filter((one) => one.file !== file)),
    send: async (find) => {
      setBusy(true);
      for (const { file, at } of files) {
        if (at.state === 'added') continue;
        place(file, { state: 'sending' });
        place(file, await addOne(incidentId, find, file));
      }
      setBusy(false);
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
    },
  };
}
