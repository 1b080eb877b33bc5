/** One check, of a text or of a file, with the time that the person waited for it. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import {
  checkFile,
  checkText,
  type PublicationVerdict,
} from '../../contract/publication/publication.ts';
import { api } from '../api/api.ts';

export type ToCheck = { readonly text: string } | { readonly file: File };

export type Checked = {
  readonly verdict: PublicationVerdict;
  /** The text that the offsets of the verdict belong to. */
  readonly text: string;
  readonly fileName: string | null;
  readonly warnings: readonly string[];
  readonly tookMs: number;
  /** Tells one check from the next. */
  readonly at: number;
};

export type LeakCheck = UseMutationResult<Checked, Error, ToCheck>;

async function check(input: ToCheck): Promise<Checked> {
  const at = performance.now();
  if ('text' in input) {
    const { text } = input;
    const verdict = await api(checkText, { body: { text } });
    return { verdict, text, fileName: null, warnings: [], tookMs: performance.now() - at, at };
  }
  const { text, warnings, ...verdict } = await api(checkFile, { file: input.file });
  const tookMs = performance.now() - at;
  return { verdict, text, fileName: input.file.name, warnings, tookMs, at };
}

/** The text stays in this screen: it is gone from the browser's memory when the screen is left. */
export const useLeakCheck = (): LeakCheck =>
  useMutation({
    mutationKey: ['publication'],
    mutationFn: check,
  });
