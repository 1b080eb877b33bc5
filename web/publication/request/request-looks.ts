import type { RequestStateName } from '../../../core/publication/request.ts';
import type { Tone } from '../../ui/state/state-badge.tsx';

export const REQUEST_TONES = {
  submitted: 'waiting',
  cleared: 'done',
  'cleared-amended': 'done',
  objected: 'active',
  appealed: 'waiting',
  upheld: 'void',
  withdrawn: 'void',
} as const satisfies Record<RequestStateName, Tone>;
