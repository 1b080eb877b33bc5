/**
 * Compares pairs of texts behind the walls that files are read behind (`sandbox.ts`): one process
 * for each pair, one pair at a time, its texts in and its places out by pipes alone.
 */
import { Fault } from '../../core/common/fault.ts';
import {
  type Compare,
  PAIR_STOPS,
  type PairComparer,
  type PairTexts,
} from '../../server/ports/pair-comparer.ts';
import { passagesOf } from './answers.ts';
import { type ChildRun, runChild } from './child.ts';
import type { ExtractorOptions } from './extractor.ts';
import { sandboxCommand } from './sandbox.ts';
import { slots } from './slots.ts';
import { LIMITS } from './worker/limits.ts';

export function openPairComparer(options: ExtractorOptions = {}): PairComparer {
  const { wallMs = LIMITS.pairWallMs, observe } = options;
  const most = {
    'time-limit': wallMs / 1_000,
    'memory-limit': Math.floor(LIMITS.residentBytes / 1_000_000),
  };
  const compare: Compare = async (texts) => {
    const run = await runPair(texts, wallMs);
    observe?.(run);
    const found = passagesOf(run, texts);
    if (found.ok) return found;
    const code = PAIR_STOPS.find((stop) => stop === found.code);
    if (code) return { ok: false, code, most: most[code] };
    throw new Fault('comparison-failed', found.code, { retryable: true });
  };
  const inTurn = slots(1);
  return { inTurn: (asker, work) => inTurn(() => work(compare), asker) };
}

async function runPair({ document, text }: PairTexts, wallMs: number): Promise<ChildRun> {
  const command = sandboxCommand('compare-main.ts', { addons: false });
  const [first, second] = [Buffer.from(document, 'utf16le'), Buffer.from(text, 'utf16le')];
  const request = { documentBytes: first.length };
  const file = Buffer.concat([first, second]);
  const bounds = { outputBytes: LIMITS.passagesBytes, wallMs, silenceMs: wallMs };
  try {
    return await runChild({ command, request, file, ...bounds });
  } catch (cause) {
    throw new Fault('comparison-failed', 'the comparing process did not start', { cause });
  }
}
