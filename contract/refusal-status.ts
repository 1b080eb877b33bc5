/** HTTP status and CLI exit code of every refusal and fault. Total: a new code must get both. */
import type { FaultCode } from '../core/common/fault.ts';
import type { RefusalCode } from '../core/common/refusal-code.ts';

export type Status = { readonly http: number; readonly exit: number };

const BAD_INPUT: Status = { http: 422, exit: 3 };
const FORBIDDEN: Status = { http: 403, exit: 4 };
const ABSENT: Status = { http: 404, exit: 5 };
const CONFLICT: Status = { http: 409, exit: 6 };
const SEALED: Status = { http: 423, exit: 7 };
const FAILED: Status = { http: 500, exit: 10 };
const LATER: Status = { http: 503, exit: 11 };

export const REFUSAL_STATUS = {
  'not-found': ABSENT,
  'invalid-input': BAD_INPUT,
  'not-your-duty': FORBIDDEN,
  'already-done': CONFLICT,
  'state-forbids': CONFLICT,
  'too-large': { http: 413, exit: 3 },
  'not-signed-in': { http: 401, exit: 4 },
  'wrong-credentials': { http: 401, exit: 4 },
  'too-many-tries': { http: 429, exit: 4 },
  'password-too-short': BAD_INPUT,
  'password-change-needed': FORBIDDEN,
  'setup-already-done': CONFLICT,
  'setup-needed': CONFLICT,
  'login-taken': CONFLICT,
  'duties-incompatible': CONFLICT,
  'last-registrar': CONFLICT,
  'vault-sealed': SEALED,
  'vault-not-set-up': SEALED,
  'share-wrong': BAD_INPUT,
  'share-already-given': CONFLICT,
  'guide-item-missing': BAD_INPUT,
  'guide-item-unknown': BAD_INPUT,
  'guide-item-level-mismatch': BAD_INPUT,
  'guide-item-not-in-force': BAD_INPUT,
  'guide-condition-unmet': BAD_INPUT,
  'field-forbids-top-level': BAD_INPUT,
  'summary-forbidden': BAD_INPUT,
  'no-authority': FORBIDDEN,
  'delegation-not-in-force': FORBIDDEN,
  'delegation-not-lawful': FORBIDDEN,
  'delegation-out-of-scope': FORBIDDEN,
  'proposer-decides': FORBIDDEN,
  'shorter-period-too-long': BAD_INPUT,
  'shorter-period-not-activity': BAD_INPUT,
  'date-in-future': BAD_INPUT,
  'number-taken': CONFLICT,
  'number-already-void': CONFLICT,
  'copies-out-of-range': BAD_INPUT,
  'copying-forbidden': FORBIDDEN,
  'copy-not-held': CONFLICT,
  'copies-still-held': CONFLICT,
  'envelope-not-yours': FORBIDDEN,
  'file-unreadable': BAD_INPUT,
  'file-kind-unknown': { http: 415, exit: 3 },
  'clearance-too-low': FORBIDDEN,
  'no-need-to-know': FORBIDDEN,
  'grant-expired': FORBIDDEN,
  'commitment-missing': FORBIDDEN,
  'training-missing': FORBIDDEN,
  'administrator-reads-nothing': FORBIDDEN,
  'grant-too-long': BAD_INPUT,
  'article-unreadable': BAD_INPUT,
  'verdict-given': CONFLICT,
  'reason-missing': BAD_INPUT,
  'steps-missing': CONFLICT,
  'knew-the-document': FORBIDDEN,
  'not-custodian': FORBIDDEN,
  'evidence-not-kept': CONFLICT,
  'collector-key-wrong': BAD_INPUT,
  'parcel-unreadable': BAD_INPUT,
  'parcel-from-stranger': FORBIDDEN,
  'parcel-signature-wrong': FORBIDDEN,
  'parcel-incomplete': BAD_INPUT,
  'parcel-damaged': BAD_INPUT,
  'parcel-taken': CONFLICT,
  'parcel-forged': FORBIDDEN,
  'parcel-gap': CONFLICT,
} as const satisfies Record<RefusalCode, Status>;

export const FAULT_STATUS = {
  'database-unavailable': LATER,
  'database-failed': LATER,
  'database-unsupported': FAILED,
  'database-privilege': FAILED,
  'data-folder-in-use': FAILED,
  'migration-changed': FAILED,
  'migration-failed': FAILED,
  corruption: FAILED,
  'storage-failed': LATER,
  'vault-object-damaged': FAILED,
  'vault-object-missing': FAILED,
  'extraction-failed': LATER,
  'ledger-unavailable': LATER,
} as const satisfies Record<FaultCode, Status>;
