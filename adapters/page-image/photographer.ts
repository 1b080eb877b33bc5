/**
 * Page images by Debian's Chromium: one browser process for one page, ended at a bound. Where there
 * is no browser, or none that can be walled in, the answer says so and the evidence is kept
 * without a picture.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { invariant } from '../../core/common/invariant.ts';
import type {
  CapturedPage,
  PagePhoto,
  PagePhotographer,
} from '../../server/ports/evidence/page-photographer.ts';
import {
  type BrowserCommand,
  browserCommand,
  browserEnvironment,
  findBrowser,
} from './browser-command.ts';
import { BrowserPipe } from './browser-pipe.ts';
import { photographWith } from './photograph.ts';

export type PhotographerSettings = {
  /** Path of the browser; null: the usual places. */
  readonly browser: string | null;
};

const WALL_MS = 30_000;
const PAGE_BYTES = 20_000_000;
const SHOWN = /^(text\/(html|plain)|application\/xhtml\+xml|image\/(png|jpeg|gif|webp))\b/i;
const ONE_LINE = /^[\x20-\x7e]*$/;

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

async function photographIn(
  { file, args }: BrowserCommand,
  folder: string,
  page: CapturedPage,
): Promise<PagePhoto> {
  const child = spawn(file, args, {
    cwd: '/',
    detached: true,
    env: browserEnvironment(folder),
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [out, into] = [child.stdio[3], child.stdio[4]];
  invariant(out && into, 'the browser was started with two pipes');
  const pipe = new BrowserPipe(out as Writable, into as Readable);
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const wall = setTimeout(() => endGroup(child), WALL_MS);
  try {
    return await photographWith(pipe, page);
  } catch {
    return { png: null, warnings: ['page-not-shown'] };
  } finally {
    clearTimeout(wall);
    endGroup(child);
    await gone;
  }
}

export function openPhotographer({ browser }: PhotographerSettings): PagePhotographer {
  return {
    async photograph(page) {
      const { mediaType, bytes } = page;
      const canShow = SHOWN.test(mediaType) && ONE_LINE.test(mediaType);
      if (!canShow || bytes.length > PAGE_BYTES) return { png: null, warnings: ['page-not-shown'] };
      const found = findBrowser(browser);
      const folder = mkdtempSync(join(tmpdir(), 'niemphong-page-'));
      try {
        const command = found === null ? null : browserCommand(found, folder);
        if (!command) return { png: null, warnings: ['no-browser'] };
        return await photographIn(command, folder, page);
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
