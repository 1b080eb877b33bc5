import type { IncidentLine } from '../../contract/incident.ts';
import type { Tone } from '../ui/state/state-badge.tsx';

export const INCIDENT_TONES = {
  open: 'alarm',
  closed: 'done',
} as const satisfies Record<IncidentLine['state'], Tone>;
