/**
 * The world failed: a disk, a database, a process. Thrown, never returned; a refusal by the domain
 * is a value instead (`refusal.ts`). `retryable` says whether the same call may succeed later.
 */
export const FAULT_CODES = [
  'database-unavailable',
  'database-failed',
  'database-unsupported',
  'database-privilege',
  'data-folder-in-use',
  'migration-changed',
  'migration-failed',
  'corruption',
  'storage-failed',
  'vault-object-damaged',
  'vault-object-missing',
  'extraction-failed',
  'comparison-failed',
  'ledger-unavailable',
  'matching-unavailable',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly retryable: boolean;

  constructor(
    code: FaultCode,
    message: string,
    options: { cause?: unknown; retryable?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** Stored data is impossible: an alarm, never silently repaired. `where` names table and row. */
export function corruption(where: string, what: string): Fault {
  return new Fault('corruption', `${where}: ${what}`);
}
