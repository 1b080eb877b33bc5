/** The year of the book: numbers begin again with 1 every year. */
import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { yearOf } from '../../core/common/calendar-date.ts';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { registerText } from './register-text.ts';

const FIRST_YEAR = 2000;

type YearSwitchProps = { readonly year: number; readonly onYear: (year: number) => void };

export function YearSwitch({ year, onYear }: YearSwitchProps) {
  const text = useText(registerText);
  return (
    <Group gap="xs" mb="md" className="np-no-print">
      <Button
        variant="default"
        size="xs"
        aria-label={text.yearBefore(year - 1)}
        disabled={year <= FIRST_YEAR}
        onClick={() => onYear(year - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </Button>
      <strong role="status">{text.year(year)}</strong>
      <Button
        variant="default"
        size="xs"
        aria-label={text.yearAfter(year + 1)}
        disabled={year >= yearOf(todayInHanoi())}
        onClick={() => onYear(year + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </Button>
    </Group>
  );
}
