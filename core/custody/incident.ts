/**
 * What can go wrong with custody (law art. 2, 25.3): `exposure` (lộ): somebody without the right
 * came to know; `loss` (mất): out of the control of who is responsible; or both at once.
 */
export const INCIDENT_KINDS = ['exposure', 'loss', 'both'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_STATES = ['open', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
