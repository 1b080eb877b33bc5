/** What a document is, in a line: type and summary; at Tuyệt mật the type alone, and why. */
import type { DocumentLine } from '../../../contract/document.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import classes from './document-parts.module.css';
import { documentTypeName, useFormOptions } from './form-options.ts';
import { termsText } from './terms-text.ts';

export type DocumentWords = { readonly title: string; readonly note: string | null };

export function useWordsOf(): (line: DocumentLine) => DocumentWords {
  const text = useText(termsText);
  const language = useLanguage();
  const options = useFormOptions().data;
  return ({ documentType, summary, level, state }) => {
    if (documentType === null) {
      return { title: state === 'received' ? text.unopened : text.ended, note: null };
    }
    const type = documentTypeName(options, documentType, language);
    if (summary !== null) return { title: `${type}: ${summary}`, note: null };
    return { title: type, note: level === 'tuyet-mat' ? text.noSummary : null };
  };
}

export function DocumentWordsOf({ line }: { readonly line: DocumentLine }) {
  const { title, note } = useWordsOf()(line);
  return (
    <>
      {title}
      {note && <span className={classes.soft}> · {note}</span>}
    </>
  );
}
