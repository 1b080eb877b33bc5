/** Why a form was not taken, beside its button; the fields themselves say where. */
import { isRefusedWith, refusalsOf } from '../../api/api-error.ts';
import { RefusalPanel } from '../state/refusal-panel.tsx';
import { ErrorState } from '../state/whole-states.tsx';
import { withoutField } from './field-refusals.ts';

export function FormError({ error }: { readonly error: unknown }) {
  const refusals = refusalsOf(error);
  if (!error) return null;
  if (refusals.length === 0 || isRefusedWith(error, 'not-found'))
    return <ErrorState error={error} />;
  return <RefusalPanel refusals={sameOnce(refusals.map(withoutField))} />;
}

/** Several fields may be refused for one reason, which is then said once. */
function sameOnce<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
