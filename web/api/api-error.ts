/**
 * What a call can end in besides its value. A refusal is the domain's answer and is shown with all
 * its reasons; a fault is the server's trouble; a broken line never reached the server.
 */
import { FAULT_CODES, type FaultCode } from '../../core/common/fault.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import type { RefusalCode } from '../../core/common/refusal-code.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** `code` is null when the server could not even name its trouble. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly code: FaultCode | null;

  constructor(code: string | undefined, status: number) {
    super(`${code ?? 'unnamed fault'} (${status})`);
    this.code = FAULT_CODES.find((known) => known === code) ?? null;
  }
}

export class LineError extends Error {
  override readonly name = 'LineError';
}

/** The refusals of a failed call; empty when it failed otherwise. */
export const refusalsOf = (error: unknown): readonly Refusal[] =>
  error instanceof RefusedError ? error.refusals : [];

export const isRefusedWith = (error: unknown, code: RefusalCode): boolean =>
  refusalsOf(error).some((refusal) => refusal.code === code);
