/** The article behind a rule; what is not confirmed law is shown as practice, never as law. */
import { printCitation } from '../../../contract/text/refusal-text.ts';
import { type Citation, mayPrintAsLaw } from '../../../core/common/citation.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import classes from './law.module.css';
import { lawText } from './law-text.ts';

export type CitationChipProps = { readonly citation: Citation };

export function CitationChip({ citation }: CitationChipProps) {
  const text = useText(lawText);
  const language = useLanguage();
  const law = mayPrintAsLaw(citation);
  return (
    <span
      className={`${classes.citation} ${law ? '' : classes.practice}`}
      title={law ? text.law : text.practice}
    >
      {printCitation(citation, language)}
    </span>
  );
}
