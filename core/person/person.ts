/**
 * A person as the rules need to know one: status, legal post, duties, signed commitment and
 * training (law art. 25.4, 26; directive 32/CT-TTg). Clearance stands in `core/level`, written
 * delegations in `core/authority`; `core/access` joins them into a subject.
 */
import type { CalendarDate } from '../common/calendar-date.ts';
import type { PersonId, UnitId } from '../common/id.ts';
import type { DutyAssignment } from './duty.ts';

export const PERSON_STATUSES = ['active', 'moved', 'retired', 'dead'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

/** A code of the regime's table of legal posts; one that the table lacks gives no power. */
export type LegalPostCode = string;

export type Commitment = { readonly signedOn: CalendarDate; readonly validUntil: CalendarDate };

export type Training = {
  readonly course: string;
  readonly passedOn: CalendarDate;
  readonly validUntil: CalendarDate;
};

export type PersonRecord = {
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly fullName: string;
  /** The title as the agency writes it; only `legalPost` gives power. */
  readonly positionTitle: string;
  readonly status: PersonStatus;
  readonly legalPost: LegalPostCode | null;
  readonly duties: readonly DutyAssignment[];
  readonly commitment: Commitment | null;
  readonly training: Training | null;
};

export function parsePersonStatus(value: unknown): PersonStatus | null {
  return PERSON_STATUSES.find((status) => status === value) ?? null;
}
