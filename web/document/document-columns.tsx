/** A document as a row: what it is, its mark, number, state and the end of its protection. */
import type { DocumentLine } from '../../contract/document.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { showDate } from '../text/moment.ts';
import { documentTypeName, useFormOptions } from '../ui/document/form-options.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { DOCUMENT_TONES, documentStateText } from '../ui/state/state-looks.ts';
import type { Column } from '../ui/table/data-table.tsx';
import classes from './document.module.css';
import { documentsText } from './documents-text.ts';

/** Type and summary in one line; at Tuyệt mật the type alone, and why. */
export function useWordsOf(): (line: DocumentLine) => { title: string; note: string | null } {
  const text = useText(documentsText);
  const language = useLanguage();
  const options = useFormOptions().data;
  return ({ documentType, summary, level, state }) => {
    if (documentType === null) {
      return { title: state === 'received' ? text.untyped : text.ended, note: null };
    }
    const type = documentTypeName(options, documentType, language);
    if (summary !== null) return { title: `${type}: ${summary}`, note: null };
    return { title: type, note: level === 'tuyet-mat' ? text.noSummary : null };
  };
}

function Words({ line }: { readonly line: DocumentLine }) {
  const { title, note } = useWordsOf()(line);
  return (
    <>
      {title}
      {note && <span className={classes.soft}> · {note}</span>}
    </>
  );
}

export function useDocumentColumns(): readonly Column<DocumentLine>[] {
  const text = useText(documentsText);
  const names = useText(documentStateText);
  return [
    {
      key: 'words',
      header: text.columns.words,
      names: true,
      cell: (line) => <Words line={line} />,
    },
    {
      key: 'level',
      header: text.columns.level,
      width: '8.5rem',
      cell: ({ level }) => level && <LevelMark level={level} />,
    },
    { key: 'symbol', header: text.columns.symbol, width: '9rem', cell: ({ symbol }) => symbol },
    {
      key: 'state',
      header: text.columns.state,
      width: '9.5rem',
      cell: ({ state }) => <StateBadge state={state} tones={DOCUMENT_TONES} names={names} />,
    },
    {
      key: 'until',
      header: text.columns.until,
      width: '9rem',
      cell: (line) => <Until line={line} />,
    },
  ];
}

export function Until({ line }: { readonly line: DocumentLine }) {
  const text = useText(documentsText);
  const { protectedUntil, declassified } = line;
  if (!protectedUntil) return null;
  return (
    <>
      {showDate(protectedUntil)}
      {declassified && <span className={classes.soft}> · {text.declassified}</span>}
    </>
  );
}
