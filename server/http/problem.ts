/**
 * How a refusal or a fault leaves the server: a problem document (RFC 9457). Details of a fault
 * stay here; the caller learns its code. Order of refusals decides the status: the first counts.
 */
import type { Problem } from '../../contract/problem.ts';
import { FAULT_STATUS, REFUSAL_STATUS } from '../../contract/refusal-status.ts';
import { FAULT_TEXTS } from '../../contract/text/fault-text.ts';
import { printRefusal } from '../../contract/text/refusal-text.ts';
import { Fault } from '../../core/common/fault.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import { VaultSealed } from '../ports/vault.ts';

const UNEXPECTED = { type: 'urn:niemphong:unexpected', title: 'Lỗi không mong đợi', status: 500 };

export function problemOf(refusals: readonly Refusal[]): Problem {
  const first = refusals[0];
  if (!first) return UNEXPECTED;
  return {
    type: `urn:niemphong:refusal:${first.code}`,
    // RFC 9457: the same title for every occurrence, so without the facts of this one.
    title: printRefusal({ code: first.code }, 'vi').what,
    status: REFUSAL_STATUS[first.code].http,
    refusals: refusals.map(({ code, article, facts }) => ({
      code,
      ...(article ? { article } : {}),
      ...(facts ? { facts: { ...facts } } : {}),
    })),
  };
}

/** Anything thrown. Only a Fault tells its code; a bug tells nothing. */
export function problemOfThrown(thrown: unknown): Problem {
  if (thrown instanceof VaultSealed) return problemOf([{ code: 'vault-sealed' }]);
  if (!(thrown instanceof Fault)) return UNEXPECTED;
  return {
    type: `urn:niemphong:fault:${thrown.code}`,
    title: FAULT_TEXTS.vi[thrown.code].what,
    status: FAULT_STATUS[thrown.code].http,
    fault: thrown.code,
  };
}
