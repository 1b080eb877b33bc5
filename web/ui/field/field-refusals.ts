/**
 * Refusals that name a field are shown at that field. A field is named by its path in the body, for
 * example `head.ready.training.course`; that name is for the form and is never shown to a person.
 */
import { printRefusal } from '../../../contract/text/refusal-text.ts';
import type { Refusal } from '../../../core/common/refusal.ts';
import { refusalsOf } from '../../api/api-error.ts';
import { currentLanguage } from '../../text/language.ts';

/** Sentences by path. */
export type FieldProblems = Readonly<Record<string, string>>;

/** The same refusal without the name of its field. */
export function withoutField(refusal: Refusal): Refusal {
  const { field: _, ...facts } = refusal.facts ?? {};
  return { ...refusal, facts };
}

/** What the server refused, by field; the first reason of a field stands. */
export function problemsOf(error: unknown): FieldProblems {
  const problems: Record<string, string> = {};
  for (const refusal of refusalsOf(error)) {
    const field = refusal.facts?.field;
    if (field === undefined) continue;
    problems[String(field)] ??= printRefusal(withoutField(refusal), currentLanguage()).why;
  }
  return problems;
}
