/**
 * The reader of untrusted files: at most two bounded processes at a time, one file each (see
 * `sandbox.ts` for the walls, `worker/limits.ts` for the bounds, docs/hostile-files.md for what was
 * measured). No content ever touches the disk: bytes go in by a pipe and come out by a pipe.
 */
import type { Extractor, Unread } from '../../server/ports/extractor.ts';
import { articlesOf, beneathOf, extractionOf, messageOf, pageOf, readingOf } from './answers.ts';
import { type ChildRun, type ChildTask, runChild } from './child.ts';
import { readScan, type Scan } from './read-scan.ts';
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
  const silenceMs = Math.min(options.wallMs ?? LIMITS.wallMs, LIMITS.wallMs);
  const run = async (task: Task): Promise<ChildRun> => {
    const { addons = false, wallMs = silenceMs, entry, ...rest } = task;
    const command = sandboxCommand(entry, { addons });
    const bounds = { silenceMs, ...rest, wallMs };
    const ended = await inSlot(() => runChild({ ...bounds, command }));
    options.observe?.(ended);
    return ended;
  };
  return {
    async extract(file) {
      // An extraction is sent again after word recognition, hence twice the text.
      const outputBytes = 2 * LIMITS.textBytes;
      const task = { entry: 'extract-main.ts', file, outputBytes };
      const readPart = async (scan: Scan) => extractionOf(await run({ ...task, request: scan }));
      return sizeRefusal(file) ?? readScan(readPart);
    },
    async renderPage(file, request) {
      const outputBytes = LIMITS.pngBytes;
      const { code, ...order } = request;
      const sent = code ? { ...order, code: [...code] } : order;
      const task = { entry: 'render-main.ts', request: sent, file, outputBytes, addons: true };
      return sizeRefusal(file) ?? pageOf(await run(task));
    },
    async readCopyMark({ document, page, picture }) {
      // One process for both files: all that leaves it are numbers, checked in `readingOf`.
      const file = Buffer.concat([document, picture]);
      const request = { page, documentBytes: document.length };
      const wallMs = Math.min(options.wallMs ?? LIMITS.markWallMs, LIMITS.markWallMs);
      const bounds = { outputBytes: LIMITS.markBytes, wallMs, silenceMs: wallMs };
      const task = { entry: 'copy-mark-main.ts', request, file, addons: true, ...bounds };
      return sizeRefusal(document) ?? sizeRefusal(picture) ?? readingOf(await run(task));
    },
    async readArticles(file, fileName) {
      const bounds = { outputBytes: LIMITS.articlesBytes, wallMs: LIMITS.capturesWallMs };
      const task = { entry: 'articles-main.ts', request: { fileName }, file, ...bounds };
      return sizeRefusal(file) ?? articlesOf(await run(task), fileName);
    },
    async readBeneath(file) {
      // Files inside come out inflated, beside the words.
      const outputBytes = LIMITS.textBytes + LIMITS.inflatedBytes;
      const task = { entry: 'beneath-main.ts', request: {}, file, outputBytes };
      return sizeRefusal(file) ?? beneathOf(await run(task));
    },
    async openMessage(file) {
      // Attachments come out no larger than they went in; the words may come twice, as HTML too.
      const outputBytes = 2 * LIMITS.textBytes;
      const task = { entry: 'message-main.ts', request: {}, file, outputBytes };
      return sizeRefusal(file) ?? messageOf(await run(task));
    },
  };
}

type Task = Pick<ChildTask, 'request' | 'file' | 'outputBytes'> & {
  readonly entry: string;
  readonly addons?: boolean;
  readonly wallMs?: number;
  readonly silenceMs?: number;
};

function sizeRefusal(file: Uint8Array): Unread | undefined {
  if (file.length === 0) return { ok: false, code: 'file-empty' };
  if (file.length > LIMITS.fileBytes) return { ok: false, code: 'file-too-large' };
  return undefined;
}
