/**
 * A full small world for the access rules: every kind of subject against every kind of document in
 * every relation. The rule in `core/access` is tested over it, and so is its restatement in SQL:
 * load `subjects`, `objects` and `grants` into tables, ask as each subject, compare.
 */
import type {
  AccessGrant,
  DocumentFacts,
  GrantKind,
  Subject,
} from '../core/access/access-facts.ts';
import { addMs, calendarDate, startOfDayInHanoi } from '../core/common/calendar-date.ts';
import { type DocumentId, type PersonId, parseId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { DOCUMENT_STATES } from '../core/document/document.ts';
import { LEVELS } from '../core/level/level.ts';
import type { Duty } from '../core/person/duty.ts';

const HOUR_MS = 3_600_000;
const today = calendarDate('2026-06-15');
const yesterday = calendarDate('2026-06-14');
const tomorrow = calendarDate('2026-06-16');
/** Two at night in Hanoi: in UTC it is still the day before, so a rule that counts in UTC fails. */
const now = addMs(startOfDayInHanoi(today), 2 * HOUR_MS);

export type AccessMatrix = {
  readonly at: typeof now;
  readonly subjects: readonly Subject[];
  readonly objects: readonly DocumentFacts[];
  readonly grants: readonly AccessGrant[];
  /** Who drafted what none of the subjects drafted; no subject, but a person to store. */
  readonly stranger: PersonId;
};

/** Ids are counted, not random: a failing pair can be found again. */
function countedId<Id extends PersonId | DocumentId>(kind: 'a' | 'b', count: number): Id {
  const id = parseId<Id>(`${kind.repeat(8)}-0000-4000-8000-${String(count).padStart(12, '0')}`);
  invariant(id, 'a counted id is a well-formed UUID');
  return id;
}

const DUTY_SETS: readonly (readonly Duty[])[] = [
  [],
  ['registry-clerk'],
  ['registrar'],
  ['administrator'],
  ['registry-clerk', 'administrator'],
  ['inspector', 'watch-officer'],
];

const CLEARANCES: readonly Subject['clearance'][] = [
  null,
  ...LEVELS.map((level) => ({ level, from: today, until: today })),
  { level: 'toi-mat', from: calendarDate('2020-01-01'), until: null },
  { level: 'tuyet-mat', from: calendarDate('2020-01-01'), until: yesterday },
  { level: 'tuyet-mat', from: tomorrow, until: null },
];

const PAPERS: readonly Pick<Subject, 'commitmentUntil' | 'trainingUntil'>[] = [
  { commitmentUntil: today, trainingUntil: today },
  { commitmentUntil: yesterday, trainingUntil: tomorrow },
  { commitmentUntil: tomorrow, trainingUntil: null },
];

function makeSubjects(): readonly Subject[] {
  const kinds = (['active', 'retired'] as const).flatMap((status) =>
    DUTY_SETS.flatMap((duties) =>
      CLEARANCES.flatMap((clearance) =>
        // Seeing does not ask for papers, so that one kind of person stands for all duties.
        PAPERS.slice(0, duties.length === 0 ? PAPERS.length : 1).map((papers) => ({
          status,
          duties,
          clearance,
          ...papers,
        })),
      ),
    ),
  );
  return kinds.map((kind, index) => ({
    personId: countedId<PersonId>('a', index + 1),
    legalPost: null,
    delegations: [],
    ...kind,
  }));
}

const GRANT_TIMES = {
  'in force': { fromAt: now, untilAt: addMs(now, 1), revokedAt: null },
  'revoked later': { fromAt: now, untilAt: addMs(now, 9), revokedAt: addMs(now, 1) },
  ended: { fromAt: addMs(now, -9), untilAt: now, revokedAt: null },
  revoked: { fromAt: addMs(now, -9), untilAt: addMs(now, 9), revokedAt: now },
  'not begun': { fromAt: addMs(now, 1), untilAt: addMs(now, 9), revokedAt: null },
} as const satisfies Record<string, Pick<AccessGrant, 'fromAt' | 'untilAt' | 'revokedAt'>>;

const GRANT_KINDS_IN_FORCE: readonly GrantKind[] = ['drafter', 'decider', 'reader'];

type Relation = Omit<AccessGrant, 'documentId' | 'personId'> | null;

const RELATIONS: readonly Relation[] = [
  null,
  ...GRANT_KINDS_IN_FORCE.map((kind) => ({ kind, ...GRANT_TIMES['in force'] })),
  ...Object.values(GRANT_TIMES)
    .slice(1)
    .map((times) => ({ kind: 'reader' as const, ...times })),
];

type Kind = Omit<DocumentFacts, 'documentId' | 'drafterId'>;

/** Every state at every level, those with a period both on their last day and after it. */
function makeKinds(): readonly Kind[] {
  return DOCUMENT_STATES.flatMap((state) => {
    const levels = state === 'not-secret' ? [null] : LEVELS;
    const hasPeriod = state === 'determined' || state === 'received';
    const ends = hasPeriod ? [today, yesterday] : [null];
    const registered = state === 'determined' ? [false, true] : [state === 'received'];
    return levels.flatMap((level) =>
      ends.flatMap((protectedUntil) =>
        registered.map((isRegistered) => ({
          level,
          state,
          origin: state === 'received' ? ('incoming' as const) : ('own' as const),
          protectedUntil,
          registered: isRegistered,
        })),
      ),
    );
  });
}

export function accessMatrix(): AccessMatrix {
  const subjects = makeSubjects();
  const objects: DocumentFacts[] = [];
  const grants: AccessGrant[] = [];
  const stranger = countedId<PersonId>('a', 0);
  const add = (kind: Kind, drafterId: PersonId | null): DocumentId => {
    const documentId = countedId<DocumentId>('b', objects.length + 1);
    objects.push({ ...kind, documentId, drafterId });
    return documentId;
  };
  for (const kind of makeKinds()) {
    for (const relation of RELATIONS) {
      const documentId = add(kind, kind.origin === 'own' ? stranger : null);
      if (!relation) continue;
      for (const { personId } of subjects) grants.push({ ...relation, documentId, personId });
    }
  }
  // A draft of their own for every third subject: each duty and clearance is among them.
  const draft = makeKinds().find(({ state, level }) => state === 'draft' && level === 'toi-mat');
  invariant(draft, 'the kinds hold a draft at every level');
  for (const subject of subjects.filter((_, index) => index % 3 === 0)) {
    add(draft, subject.personId);
  }
  return { at: now, subjects, objects, grants, stranger };
}
