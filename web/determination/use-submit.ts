/**
 * Save, attach, propose: three acts in a row. A refusal in the middle keeps what was done before;
 * the next try goes on with the same document.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { attachFile } from '../../contract/access.ts';
import { draftDocument, proposeLevel, reviseDraft } from '../../contract/determination.ts';
import { api } from '../api/api.ts';
import type { Attached } from '../ui/document/attached-notice.tsx';
import type { ProposalBody } from './proposal-values.ts';

export type Submission = {
  readonly body: ProposalBody;
  readonly file: File | null;
  /** Null: the draft is only saved. */
  readonly to: string | null;
};

export type Submitted = { readonly documentId: string; readonly isProposed: boolean };

export function useSubmit(documentId: string | null, onAttached: () => void) {
  const client = useQueryClient();
  const known = useRef(documentId);
  const [attached, setAttached] = useState<Attached | null>(null);

  async function save(body: ProposalBody): Promise<string> {
    const before = known.current;
    if (before) await api(reviseDraft, { params: { documentId: before }, body });
    const saved = before ?? (await api(draftDocument, { body })).documentId;
    known.current = saved;
    return saved;
  }
  const submit = useMutation({
    mutationFn: async ({ body, file, to }: Submission): Promise<Submitted> => {
      const params = { documentId: await save(body) };
      if (file) {
        setAttached(await api(attachFile, { params, file }));
        onAttached();
      }
      if (to) await api(proposeLevel, { params, body: { to } });
      return { ...params, isProposed: to !== null };
    },
    onSettled: () => client.invalidateQueries(),
  });
  return { submit, attached };
}
