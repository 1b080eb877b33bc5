import type { RequestView } from '../../../contract/publication/request.ts';
import type { RequestStateName } from '../../../core/publication/request.ts';
import type { JudgedWords } from '../../../core/publication/shown-words.ts';
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

export const judgedVersion = ({ texts, version }: RequestView) =>
  texts.find((one) => one.version === version);

export const judgedWords = (request: RequestView): JudgedWords => ({
  mediaKind: judgedVersion(request)?.mediaKind ?? null,
  words: request.text ?? '',
});
