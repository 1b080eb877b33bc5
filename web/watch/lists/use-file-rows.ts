/** Reads the files that were chosen, one after the other, as long as the screen stands. */
import { useEffect, useRef, useState } from 'react';
import { previewPublicFile } from '../../../contract/watch/lists.ts';
import { api } from '../../api/api.ts';
import { RefusedError } from '../../api/api-error.ts';
import { type FileRow, nameOfFile, type ReadyRow, settled } from './file-rows.ts';

export type FileRows = {
  readonly rows: readonly FileRow[];
  choose(files: readonly File[]): void;
  change(key: number, change: Partial<Pick<FileRow, 'name' | 'published'>>): void;
  /** What has not been read by then is not read any more. */
  takeOut(key: number): void;
  /** They are on the list now, and so are others of the same words. */
  settle(listed: readonly ReadyRow[]): void;
};

const MOST_BYTES = previewPublicFile.upload.maxBytes;

async function readFile(file: File, signal: AbortSignal): Promise<FileRow['reading']> {
  try {
    if (file.size > MOST_BYTES)
      throw new RefusedError([{ code: 'too-large', facts: { maxBytes: MOST_BYTES } }]);
    return { state: 'read', preview: await api(previewPublicFile, { file }, signal) };
  } catch (error) {
    return { state: 'failed', error };
  }
}

export function useFileRows(): FileRows {
  const [rows, setRows] = useState<readonly FileRow[]>([]);
  const wanted = useRef(new Set<number>());
  const nextKey = useRef(1);
  const turn = useRef(Promise.resolve());
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);
  const change = (key: number, changes: Partial<FileRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...changes } : row)));
  const read = async (key: number, file: File) => {
    const { signal } = leaving.current;
    if (signal.aborted || !wanted.current.has(key)) return;
    change(key, { reading: { state: 'reading' } });
    change(key, { reading: await readFile(file, signal) });
  };
  return {
    rows,
    change,
    choose(files) {
      const added = files.map((file) => ({ file, key: nextKey.current++ }));
      for (const { file, key } of added) {
        wanted.current.add(key);
        turn.current = turn.current.then(() => read(key, file));
      }
      setRows((before) => [
        ...before,
        ...added.map(({ file, key }) => ({
          key,
          fileName: file.name,
          name: nameOfFile(file.name),
          published: '',
          reading: { state: 'waiting' } as const,
        })),
      ]);
    },
    takeOut(key) {
      wanted.current.delete(key);
      setRows((before) => before.filter((row) => row.key !== key));
    },
    settle: (listed) => setRows((before) => settled(before, listed)),
  };
}
