/** What is kept of articles that match nothing, and for how long; the head decides. */
import { Button, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { type IntakeView, setRetention } from '../../../contract/watch/intake.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { FactList } from '../../ui/page/fact-list.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import classes from '../watch.module.css';
import { intakeText } from './intake-text.ts';

type RawKeptProps = { readonly intake: IntakeView; readonly mayDecide: boolean };

export function RawKept({ intake, mayDecide }: RawKeptProps) {
  const text = useText(intakeText);
  const { kept, retentionDays } = intake;
  return (
    <Section title={text.kept}>
      <Stack gap="md">
        <p className={classes.takeLead}>{text.retentionWhy}</p>
        <FactList
          facts={[
            { name: text.retention, value: text.days(printNumber(retentionDays)) },
            {
              name: text.keptNow,
              value: text.keptFacts(
                printNumber(kept.articles),
                printNumber(kept.parcels),
                printNumber(kept.imports),
              ),
            },
            { name: text.keptSince, value: kept.since && showMoment(kept.since) },
          ]}
        />
        {mayDecide && <RetentionForm days={retentionDays} />}
      </Stack>
    </Section>
  );
}

function RetentionForm({ days: before }: { readonly days: number }) {
  const text = useText(intakeText);
  const [days, setDays] = useState<number | string>(before);
  const act = useAct(setRetention);
  const isWhole = typeof days === 'number' && Number.isInteger(days);
  return (
    <div className={classes.take}>
      <NumberInput
        label={text.retention}
        min={0}
        max={3_650}
        allowDecimal={false}
        value={days}
        onChange={setDays}
        w="10rem"
      />
      <div>
        <Button
          variant="default"
          disabled={!isWhole || days === before}
          loading={act.isPending}
          onClick={() => isWhole && act.mutate({ body: { days } })}
        >
          {text.save}
        </Button>
      </div>
      {act.isSuccess && <Notice>{text.saved}</Notice>}
      <FormError error={act.error} />
    </div>
  );
}
