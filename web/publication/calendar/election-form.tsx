/** The days that an election day fixes, with their articles; those to come go on the calendar. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type ElectionDay,
  electionDays,
  planElection,
} from '../../../contract/publication/release.ts';
import type { CalendarDate } from '../../../core/common/calendar-date.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { printNumber, showDate } from '../../text/moment.ts';
import { DateField } from '../../ui/field/date-field.tsx';
import { FormError } from '../../ui/field/form-error.tsx';
import { PersonSelect } from '../../ui/field/person-select.tsx';
import { CitationChip } from '../../ui/law/citation-chip.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import classes from './calendar.module.css';
import { calendarText } from './calendar-text.ts';

export function ElectionForm() {
  const text = useText(calendarText);
  const [day, setDay] = useState<CalendarDate | null>(null);
  const [releaserId, setReleaserId] = useState<string | null>(null);
  const act = useAct(planElection);
  const isReady = day !== null && releaserId !== null;
  return (
    <Section title={text.election}>
      <p className={classes.line}>{text.electionLead}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !act.isPending) act.mutate({ body: { day, releaserId } });
        }}
      >
        <div className={classes.fields}>
          <DateField label={text.electionDay} required value={day} onChange={setDay} />
          <PersonSelect
            label={text.form.releaser}
            required
            value={releaserId}
            onChange={setReleaserId}
          />
        </div>
        <FormError error={act.error} />
        {act.data && <Notice>{text.filled(printNumber(act.data.planned))}</Notice>}
        <Button type="submit" disabled={!isReady} loading={act.isPending}>
          {text.fill}
        </Button>
      </form>
      {day && <Days day={day} />}
    </Section>
  );
}

function Days({ day }: { readonly day: CalendarDate }) {
  const text = useText(calendarText);
  const list = useRead(electionDays, { query: { day } });
  return (
    <DataTable
      caption={text.election}
      columns={useColumns()}
      source={{ ...list, data: list.data?.days }}
      rowKey={({ code }) => code}
    />
  );
}

function useColumns(): readonly Column<ElectionDay>[] {
  const text = useText(calendarText);
  const language = useLanguage();
  const { electionColumn: column } = text;
  return [
    { key: 'on', header: column.on, width: '9rem', cell: ({ on }) => showDate(on) },
    { key: 'event', header: column.event, cell: (row) => row[language], names: true },
    {
      key: 'publishes',
      header: column.publishes,
      width: '7rem',
      cell: ({ publishes }) => (publishes ? text.yes : text.no),
    },
    {
      key: 'articles',
      header: column.articles,
      width: '20rem',
      cell: ({ articles }) =>
        articles.map((citation) => (
          <span key={citation.article}>
            <CitationChip citation={citation} />{' '}
          </span>
        )),
    },
  ];
}
