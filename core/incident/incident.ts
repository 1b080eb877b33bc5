/**
 * A secret that came out or went astray (law art. 2, 25.3). `exposure` (lộ): somebody without the
 * right came to know; `loss` (mất): out of the control of who is responsible; or both at once.
 */
export const INCIDENT_KINDS = ['exposure', 'loss', 'both'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_STATES = ['open', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What the law asks to be done; each is done when somebody notes that it was. */
export const INCIDENT_STEPS = [
  'told-head',
  'told-originator',
  'told-police',
  'reported',
  'stated',
] as const;
export type IncidentStepCode = (typeof INCIDENT_STEPS)[number];

/** What is noted in the file: a step, a measure, the kind found, the end, a new beginning. */
export const NOTE_KINDS = [
  ...INCIDENT_STEPS,
  'measure',
  'qualified',
  'result',
  'reopened',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
