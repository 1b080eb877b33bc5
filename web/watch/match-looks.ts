import type { MatchState } from '../../contract/watch.ts';
import type { Tone } from '../ui/state/state-badge.tsx';

export const MATCH_TONES = {
  open: 'waiting',
  confirmed: 'alarm',
  dismissed: 'quiet',
} as const satisfies Record<MatchState, Tone>;
