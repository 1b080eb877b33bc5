/**
 * Refusals that name a field are shown at that field, the others beside the button. A field is
 * named by its path in the body, for example `head.ready.training.course`.
 */
import { printRefusal } from '../../../contract/text/refusal-text.ts';
import type { Refusal } from '../../../core/common/refusal.ts';
import { refusalsOf } from '../../api/api-error.ts';
import { currentLanguage } from '../../text/language.ts';

/** Sentences by path. */
export type FieldProblems = Readonly<Record<string, string>>;

const fieldOf = (refusal: Refusal): string | null =>
  refusal.facts?.field === undefined ? null : String(refusal.facts.field);

/** What the server refused, by field; the first reason of a field stands. */
export function problemsOf(error: unknown): FieldProblems {
  const problems: Record<string, string> = {};
  for (const refusal of refusalsOf(error)) {
    const field = fieldOf(refusal);
    if (field) problems[field] ??= printRefusal(refusal, currentLanguage()).why;
  }
  return problems;
}

/** The refusals that belong to none of these fields. */
export const refusalsBeside = (error: unknown, fields: readonly string[]): readonly Refusal[] =>
  refusalsOf(error).filter((refusal) => !fields.includes(fieldOf(refusal) ?? ''));
