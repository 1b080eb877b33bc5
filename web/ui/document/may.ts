import type { DocumentView } from '../../../contract/access.ts';
import type { DocumentAction } from '../../../core/access/action.ts';
import type { Refusal } from '../../../core/common/refusal.ts';

/** Every reason against an action; empty when it is open to the viewer. */
export const against = ({ may }: DocumentView, action: DocumentAction): readonly Refusal[] =>
  // JSON leaves absent members out, so what zod types as maybe undefined is a `Refusal`.
  may[action] as readonly Refusal[];
