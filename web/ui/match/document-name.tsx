/** A document in one line for those who may see it; the other case says nothing of it. */
import type { DocumentLine } from '../../../contract/document.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { documentTypeName, useFormOptions } from '../document/form-options.ts';
import { LevelMark } from '../law/level-mark.tsx';
import { InAppLink } from '../page/in-app-link.tsx';
import classes from './document-name.module.css';
import { passageText } from './passage-text.ts';

export type DocumentNameProps = {
  /** Null: protected material that this person may not see. */
  readonly line: DocumentLine | null;
};

export function DocumentName({ line }: DocumentNameProps) {
  const text = useText(passageText);
  if (!line) return <em className={classes.hidden}>{text.hiddenDocument}</em>;
  return <NamedDocument line={line} />;
}

function NamedDocument({ line }: { readonly line: DocumentLine }) {
  const text = useText(passageText);
  const language = useLanguage();
  const options = useFormOptions().data;
  const { symbol, documentType, summary } = line;
  const type = documentType && documentTypeName(options, documentType, language);
  return (
    <span className={classes.name}>
      {line.level && <LevelMark level={line.level} />}
      <InAppLink href={`/documents/${line.documentId}`}>
        {[symbol, type].filter(Boolean).join(' · ') || text.unnamed}
      </InAppLink>
      {summary && <span className={classes.summary}>{summary}</span>}
    </span>
  );
}
