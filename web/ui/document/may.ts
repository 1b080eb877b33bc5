import type { DocumentView } from '../../../contract/access.ts';
import type { DocumentAction } from '../../../core/access/action.ts';
import type { Refusal } from '../../../core/common/refusal.ts';

/** JSON leaves absent members out, so what zod types as maybe undefined is a `Refusal`. */
export const asRefusals = (answered: DocumentView['may']['see']): readonly Refusal[] =>
  answered as readonly Refusal[];

/** Every reason against an action; empty when it is open to the viewer. */
export const against = ({ may }: DocumentView, action: DocumentAction): readonly Refusal[] =>
  asRefusals(may[action]);
