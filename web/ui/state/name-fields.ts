/** Which field a refusal is about, and refusals that name fields as the form does. */
import type { Refusal } from '../../../core/common/refusal.ts';

type Labels = Readonly<Record<string, string>>;

/** `receive` → `body.content.symbol` and `symbol` are the same field of a form. */
const lastPart = (field: string): string => field.split('.').at(-1) ?? field;

export const fieldOf = ({ facts }: Refusal): string | null =>
  typeof facts?.field === 'string' ? lastPart(facts.field) : null;

/** Refusals with the labels of the form; fields that are merely missing or malformed are one. */
export function nameFields(refusals: readonly Refusal[], labels: Labels): readonly Refusal[] {
  const labelOf = (refusal: Refusal): string | undefined => labels[fieldOf(refusal) ?? ''];
  const isPlain = (refusal: Refusal): boolean =>
    refusal.code === 'invalid-input' && labelOf(refusal) !== undefined;
  const plain = new Set(refusals.filter(isPlain).map(labelOf));
  const joined: Refusal = { code: 'invalid-input', facts: { field: [...plain].join(', ') } };
  return [...(plain.size > 0 ? [joined] : []), ...refusals.filter((each) => !isPlain(each))];
}
