/** One of the two books: a year of lines, the newest first, and the bound book as PDF. */
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { listLines, type RegisterLine } from '../../contract/registry.ts';
import { yearOf } from '../../core/common/calendar-date.ts';
import type { Register } from '../../core/numbering/series.ts';
import { usePages } from '../api/use-pages.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { EmptyState, ErrorState } from '../ui/state/whole-states.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { usePrintBook } from './print-book.ts';
import { registerText } from './register-text.ts';
import { useRegisterColumns } from './use-register-columns.tsx';
import { YearSwitch } from './year-switch.tsx';

export function RegisterScreen({ register }: { readonly register: Register }) {
  const text = useText(registerText);
  const router = useRouter();
  const [year, setYear] = useState(yearOf(todayInHanoi()));
  const isClerk = useViewer().duties.includes('registry-clerk');
  const print = usePrintBook(register, year);
  return (
    <>
      <PageHeader
        title={text[register].title}
        lead={text[register].lead}
        actions={
          <>
            {register === 'in' && isClerk && (
              <Button onClick={() => router.history.push('/registers/in/new')}>
                {text.receive}
              </Button>
            )}
            <Button variant="default" loading={print.isPending} onClick={() => print.mutate()}>
              {text.print}
            </Button>
          </>
        }
      />
      {print.isSuccess && <Notice>{text.printed}</Notice>}
      {print.error && <ErrorState error={print.error} />}
      <YearSwitch year={year} onYear={setYear} />
      <RegisterTable register={register} year={year} isClerk={isClerk} />
    </>
  );
}

type TableProps = {
  readonly register: Register;
  readonly year: number;
  readonly isClerk: boolean;
};

function RegisterTable({ register, year, isClerk }: TableProps): ReactNode {
  const text = useText(registerText);
  const { source, more } = usePages({
    endpoint: listLines,
    key: [register, year],
    request: (below: number | null) => ({
      params: { register, year },
      query: below === null ? {} : { below },
    }),
    rows: (page) => page.lines,
    next: (page) => page.next,
  });
  return (
    <DataTable<RegisterLine>
      caption={`${text[register].title}, ${text.year(year)}`}
      columns={useRegisterColumns(register, isClerk)}
      source={source}
      rowKey={({ lineId }) => lineId}
      href={({ documentId }) => `/documents/${documentId}`}
      more={more}
      empty={<EmptyState title={text[register].empty}>{text[register].emptyWhy}</EmptyState>}
    />
  );
}
