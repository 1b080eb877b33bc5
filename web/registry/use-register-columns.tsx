/** The ten columns as the table shows them; a voided line is struck through and says why. */
import type { ReactNode } from 'react';
import type { RegisterLine } from '../../contract/registry.ts';
import type { Register } from '../../core/numbering/series.ts';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import type { Column } from '../ui/table/data-table.tsx';
import { COLUMN_WIDTHS, registerColumnText } from './register-columns.ts';
import { registerText } from './register-text.ts';
import classes from './registry.module.css';
import { VoidAction } from './void-action.tsx';

export function useRegisterColumns(
  register: Register,
  isClerk: boolean,
): readonly Column<RegisterLine>[] {
  const text = useText(registerText);
  const titles = useText(registerColumnText)[register];
  const columns = Object.entries(titles).map(([code, header]): Column<RegisterLine> => {
    const width = COLUMN_WIDTHS[register][code];
    return {
      key: code,
      header,
      cell: (line) => <Cell line={line} code={code} />,
      ...(width && { width }),
      ...(code === 'type-and-summary' && { names: true }),
    };
  });
  if (!isClerk || register === 'in') return columns;
  const voiding: Column<RegisterLine> = {
    key: 'act',
    header: text.act,
    width: '5.5rem',
    cell: (line) => line.voided === null && <VoidAction line={line} />,
  };
  return [...columns, voiding];
}

type CellProps = { readonly line: RegisterLine; readonly code: string };

function Cell({ line, code }: CellProps): ReactNode {
  const text = useText(registerText);
  const { voided } = line;
  const cell = line.cells[code] ?? '';
  if (code === 'level') return <LevelMark level={line.level} />;
  if (voided && code === 'note') {
    return (
      <>
        {cell && <s className={classes.voided}>{cell}. </s>}
        {text.voided(showDate(voided.on), voided.reason)}
      </>
    );
  }
  const words = cell || (code === 'type-and-summary' ? text.envelope : '');
  return voided && words ? <s className={classes.voided}>{words}</s> : words;
}
