/** Everyone in the house by unit; whoever manages people also sees how their papers stand. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { listPeople, type PersonLine } from '../../contract/people.ts';
import { DUTIES, type Duty } from '../../core/person/duty.ts';
import { useRead } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { dutyText } from '../text/duty-text.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { byUnit, filterPeople, type PeopleFilter } from './filter-people.ts';
import classes from './people.module.css';
import { peopleText } from './people-text.ts';
import { RegisterPersonDialog } from './register-person.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

export function PeopleScreen() {
  const text = useText(peopleText);
  const manages = useViewer().duties.includes('registrar');
  const query = useRead(listPeople, {});
  const [filter, setFilter] = useState<PeopleFilter>({ words: '', duty: null, withLeft: false });
  const { history } = useRouter();
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={manages && <Button onClick={() => setRegistering(true)}>{text.register}</Button>}
      />
      {registering && (
        <RegisterPersonDialog
          onClose={() => setRegistering(false)}
          onDone={(personId) => history.push(`/people/${personId}`)}
        />
      )}
      <FilterBar filter={filter} onFilter={setFilter} />
      <Loaded query={query}>
        {({ people }) => <Units people={filterPeople(people, filter)} />}
      </Loaded>
    </>
  );
}

type FilterBarProps = {
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
};

function FilterBar({ filter, onFilter }: FilterBarProps) {
  const text = useText(peopleText);
  const duties = useText(dutyText);
  const duty = (value: string): Duty | null => DUTIES.find((each) => each === value) ?? null;
  return (
    <search className={classes.filter}>
      <TextInput
        size="xs"
        label={text.search}
        value={filter.words}
        onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={text.duty}
        data={[
          { value: '', label: text.every },
          ...DUTIES.map((value) => ({ value, label: duties[value] })),
        ]}
        value={filter.duty ?? ''}
        onChange={(event) => onFilter({ ...filter, duty: duty(event.currentTarget.value) })}
      />
      <Checkbox
        size="xs"
        label={text.left}
        checked={filter.withLeft}
        onChange={(event) => onFilter({ ...filter, withLeft: event.currentTarget.checked })}
      />
    </search>
  );
}

function Units({ people }: { readonly people: readonly PersonLine[] }) {
  const text = useText(peopleText);
  const columns = usePeopleColumns(people);
  if (people.length === 0) return <EmptyState title={text.nobody} />;
  return byUnit(people).map(({ unitId, name, members }) => (
    <Section key={unitId} title={`${name} (${text.count(members.length)})`}>
      <DataTable
        caption={name}
        columns={columns}
        source={{ data: members }}
        rowKey={({ personId }) => personId}
        href={({ personId }) => `/people/${personId}`}
      />
    </Section>
  ));
}
