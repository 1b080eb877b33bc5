/** What PostgreSQL threw, as the fault that users of the queue know. */
import { Fault } from '../../../core/common/fault.ts';

export function engineFailed(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new Fault('matching-unavailable', `the queue in PostgreSQL failed: ${why}`, {
    cause,
    retryable: true,
  });
}
