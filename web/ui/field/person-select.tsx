/** A person of the house, found by typing a part of the name or position. */
import { Select } from '@mantine/core';
import { listPeople } from '../../../contract/people.ts';
import { useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { foldWords } from '../../text/fold-words.ts';
import { fieldText } from './field-text.ts';

export type PersonSelectProps = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
  readonly description?: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  /** Left out of the list, for example oneself. */
  readonly without?: readonly string[];
};

export function PersonSelect({ without = [], ...rest }: PersonSelectProps) {
  const text = useText(fieldText);
  const query = useRead(listPeople, {});
  const people = (query.data?.people ?? []).filter(
    ({ personId, status }) => status === 'active' && !without.includes(personId),
  );
  return (
    <Select
      {...rest}
      data={people.map(({ personId, fullName, positionTitle }) => ({
        value: personId,
        label: `${fullName}, ${positionTitle}`,
      }))}
      filter={({ options, search }) =>
        options.filter(
          (option) => 'label' in option && foldWords(option.label).includes(foldWords(search)),
        )
      }
      searchable
      clearable
      nothingFoundMessage={text.nobody}
      placeholder={text.personForm}
    />
  );
}
