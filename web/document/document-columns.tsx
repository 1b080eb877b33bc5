/** A document as a row: what it is, its mark, number, state and the end of its protection. */
import type { DocumentLine } from '../../contract/document.ts';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { DocumentWordsOf } from '../ui/document/document-words.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { DOCUMENT_TONES, documentStateText } from '../ui/state/state-looks.ts';
import type { Column } from '../ui/table/data-table.tsx';
import classes from './document.module.css';
import { documentsText } from './documents-text.ts';

export function useDocumentColumns(): readonly Column<DocumentLine>[] {
  const text = useText(documentsText);
  const names = useText(documentStateText);
  return [
    {
      key: 'words',
      header: text.columns.words,
      names: true,
      cell: (line) => <DocumentWordsOf line={line} />,
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
