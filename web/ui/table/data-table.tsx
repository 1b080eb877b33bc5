/**
 * A register as a real table: caption, header cells, one link per row that arrows move between and
 * Enter opens. On a narrow screen the same markup is laid out as cards.
 */
import { Button } from '@mantine/core';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { InAppLink } from '../page/in-app-link.tsx';
import { EmptyState, ErrorState, LoadingState } from '../state/whole-states.tsx';
import { moveBetweenRows } from './row-keys.ts';
import classes from './table.module.css';

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width, for example `6rem`; the browser divides the rest. */
  readonly width?: string;
  readonly align?: 'end';
  /** The cell that names the row: it carries the link and is the head of the card. */
  readonly names?: true;
};

/** Rows as they come from a query: `source={query}` works for a query of an array. */
export type RowSource<Row> = {
  readonly data?: readonly Row[] | undefined;
  readonly error?: unknown;
  readonly refetch?: () => unknown;
};

export type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
  readonly rowKey: (row: Row) => string;
  /** The address that a row opens. */
  readonly href?: (row: Row) => string;
  readonly empty?: ReactNode;
  /** Shown under the rows: fetches the next ones. */
  readonly more?: { readonly onMore: () => void; readonly busy: boolean } | undefined;
};

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, source, rowKey, href, empty, more } = props;
  const { act } = useText(commonText);
  const body = useRef<HTMLTableSectionElement>(null);
  if (source.error) return <ErrorState error={source.error} onRetry={() => source.refetch?.()} />;
  if (!source.data) return <LoadingState />;
  if (source.data.length === 0) return empty ?? <EmptyState />;
  return (
    <div>
      <table className={classes.table}>
        <caption className="np-unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width }}
                className={column.align === 'end' ? classes.end : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => moveBetweenRows(event, body.current)}>
          {source.data.map((row, index) => (
            <TableRow key={rowKey(row)} {...{ row, columns, href, first: index === 0 }} />
          ))}
        </tbody>
      </table>
      {more && (
        <p className={`${classes.more} np-no-print`}>
          <Button variant="default" size="xs" onClick={more.onMore} loading={more.busy}>
            {act.more}
          </Button>
        </p>
      )}
    </div>
  );
}

type RowProps<Row> = {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly href: ((row: Row) => string) | undefined;
  readonly first: boolean;
};

/** A click anywhere in the row follows its link, unless it was meant for something inside. */
function clickThrough(event: MouseEvent<HTMLTableRowElement>): void {
  const inside = (event.target as Element).closest('a, button, input, select, label');
  const chosen = globalThis.getSelection()?.toString();
  if (!inside && !chosen)
    event.currentTarget.querySelector<HTMLAnchorElement>('a[data-row]')?.click();
}

function TableRow<Row>({ row, columns, href, first }: RowProps<Row>) {
  return (
    <tr className={href ? classes.opens : undefined} onClick={href && clickThrough}>
      {columns.map((column) => {
        const Cell = column.names ? 'th' : 'td';
        const content = column.cell(row);
        return (
          <Cell
            key={column.key}
            scope={column.names ? 'row' : undefined}
            data-header={column.header}
            className={cellClass(column)}
          >
            {column.names && href ? (
              <InAppLink href={href(row)} data-row="" tabIndex={first ? 0 : -1}>
                {content}
              </InAppLink>
            ) : (
              content
            )}
          </Cell>
        );
      })}
    </tr>
  );
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  if (column.names) return classes.names;
  return column.align === 'end' ? classes.end : undefined;
}
