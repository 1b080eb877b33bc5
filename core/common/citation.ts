/**
 * A place in the law and how sure we are of its wording. The tags are those of the domain
 * reference; a screen prints an `unconfirmed` or `draft` rule as practice, never as law.
 */
export const CERTAINTIES = [
  'confirmed',
  'confirmed-2',
  '2018-text',
  'draft',
  'unconfirmed',
] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export type Citation = {
  /** Short instrument id, for example `117/2025/QH15`. */
  readonly instrument: string;
  /** Article and clause, for example `5.1`. */
  readonly article: string;
  readonly certainty: Certainty;
};

/** True when the citation may be printed as law; otherwise it is shown as practice. */
export function mayPrintAsLaw(citation: Citation): boolean {
  return citation.certainty !== 'unconfirmed' && citation.certainty !== 'draft';
}
