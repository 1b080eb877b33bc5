import type { MatchState } from '../../core/watch/verdict.ts';
import type { Tone } from '../ui/state/state-badge.tsx';

export const MATCH_TONES = {
  open: 'waiting',
  unclear: 'waiting',
  confirmed: 'alarm',
  dismissed: 'quiet',
} as const satisfies Record<MatchState, Tone>;
