/** One page at a time: the picture before is thrown away, and nothing is kept after leaving. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

type Shown = {
  readonly page: number | null;
  /** Object URL of the picture of `page`; null while the first one is fetched. */
  readonly address: string | null;
  readonly busy: boolean;
  readonly error: unknown;
};

export type Reading = Shown & { readonly open: (page: number) => void; readonly close: () => void };

const CLOSED: Shown = { page: null, address: null, busy: false, error: null };

/** Asks for one page; the server records it as a reading. */
export type FetchPage = (page: number, signal: AbortSignal) => Promise<Blob>;

export function useReading(askFor: FetchPage): Reading {
  const client = useQueryClient();
  const [shown, setShown] = useState(CLOSED);
  const running = useRef<AbortController | null>(null);
  const { address } = shown;
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);

  async function fetchPage(page: number): Promise<void> {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    setShown((before) => ({ ...before, busy: true, error: null }));
    try {
      const picture = await askFor(page, signal);
      if (signal.aborted) return;
      setShown({ page, address: URL.createObjectURL(picture), busy: false, error: null });
      // The reading stands in a timeline now; what is itself recorded is not read again unasked.
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
    } catch (error) {
      if (!signal.aborted) setShown((before) => ({ ...before, busy: false, error }));
    }
  }
  return {
    ...shown,
    open: (page) => void fetchPage(page),
    close: () => {
      running.current?.abort();
      setShown(CLOSED);
    },
  };
}
