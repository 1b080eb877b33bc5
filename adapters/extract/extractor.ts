/**
 * The reader of untrusted files: at most two bounded processes at a time, one file each (see
 * `sandbox.ts` for the walls, `worker/limits.ts` for the bounds, docs/hostile-files.md for what was
 * measured). No content ever touches the disk: bytes go in by a pipe and come out by a pipe.
 */
import type { Extractor, Unread } from '../../server/ports/extractor.ts';
import { articlesOf, extractionOf, pageOf } from './answers.ts';
import { type ChildRun, type ChildTask, runChild } from './child.ts';
import { sandboxCommand } from './sandbox.ts';
import { slots } from './slots.ts';
import { LIMITS } from './worker/limits.ts';

export type ExtractorOptions = {
  /** Told of every process that ended: for figures and for tests. */
  readonly observe?: (run: ChildRun) => void;
  /** Shorter than the limit in tests of the limit itself. */
  readonly wallMs?: number;
};

export function openExtractor(options: ExtractorOptions = {}): Extractor {
  const inSlot = slots(LIMITS.children);
  const wallMs = Math.min(options.wallMs ?? LIMITS.wallMs, LIMITS.wallMs);
  const run = async (task: Omit<ChildTask, 'wallMs'>): Promise<ChildRun> => {
    const ended = await inSlot(() => runChild({ ...task, wallMs }));
    options.observe?.(ended);
    return ended;
  };
  return {
    async extract(file) {
      const command = sandboxCommand('extract-main.ts', { addons: false });
      // An extraction is sent again after word recognition, hence twice the text.
      const task = { command, request: {}, file, outputBytes: 2 * LIMITS.textBytes };
      return sizeRefusal(file) ?? extractionOf(await run(task));
    },
    async renderPage(file, request) {
      const command = sandboxCommand('render-main.ts', { addons: true });
      const task = { command, request, file, outputBytes: LIMITS.pngBytes };
      return sizeRefusal(file) ?? pageOf(await run(task));
    },
    async readArticles(file, fileName) {
      const command = sandboxCommand('articles-main.ts', { addons: false });
      const task = { command, request: { fileName }, file, outputBytes: LIMITS.articlesBytes };
      return sizeRefusal(file) ?? articlesOf(await run(task), fileName);
    },
  };
}

function sizeRefusal(file: Uint8Array): Unread | undefined {
  if (file.length === 0) return { ok: false, code: 'file-empty' };
  if (file.length > LIMITS.fileBytes) return { ok: false, code: 'file-too-large' };
  return undefined;
}
