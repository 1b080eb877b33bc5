/** How anything thrown ends a command: what to print, and the exit code. */

import { FAULT_STATUS } from '../contract/refusal-status.ts';
import { FAULT_TEXTS } from '../contract/text/fault-text.ts';
import { Fault } from '../core/common/fault.ts';
import { placeOf } from '../core/common/fault-place.ts';
import { CallFailed, explained } from './call.ts';

const UNEXPECTED_EXIT = 10;

export function explainFailure(thrown: unknown): { text: string; exit: number } {
  if (thrown instanceof CallFailed) return { text: thrown.text, exit: thrown.exit };
  if (thrown instanceof Fault) {
    const words = explained(FAULT_TEXTS.vi[thrown.code], FAULT_TEXTS.en[thrown.code]);
    return { text: `${words}\n(${thrown.message})`, exit: FAULT_STATUS[thrown.code].exit };
  }
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { text, exit: UNEXPECTED_EXIT };
}

/** Names the fault and the place in our code; never a value that a person typed. */
export function reportFault(thrown: unknown): void {
  process.stderr.write(`${placeOf(thrown)}\n`);
}
