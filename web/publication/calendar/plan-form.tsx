/** One more item of the calendar: a date, or material sealed until its moment. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { planMaterial, planRelease } from '../../../contract/publication/release.ts';
import { api } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { FormError } from '../../ui/field/form-error.tsx';
import { PersonSelect } from '../../ui/field/person-select.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Moment, MomentFields, momentOf, NO_MOMENT } from '../moment-fields.tsx';
import classes from './calendar.module.css';
import { calendarText } from './calendar-text.ts';

type Plan = {
  readonly title: string;
  readonly moment: Moment;
  readonly releaserId: string | null;
  readonly basis: string;
  readonly file: File | null;
};
const EMPTY: Plan = { title: '', moment: NO_MOMENT, releaserId: null, basis: '', file: null };

type Ready = {
  readonly title: string;
  readonly releaseAt: string;
  readonly releaserId: string;
  readonly basis: string;
};

function readyOf({ title, moment, releaserId, basis }: Plan): Ready | null {
  const releaseAt = momentOf(moment);
  if (title.trim() === '' || releaseAt === null || releaserId === null) return null;
  return { title, releaseAt, releaserId, basis };
}

export function PlanForm({ onDone }: { readonly onDone: () => void }) {
  const text = useText(calendarText);
  const client = useQueryClient();
  const [plan, setPlan] = useState(EMPTY);
  const ready = readyOf(plan);
  const act = useMutation({
    mutationFn: (facts: Ready): Promise<unknown> =>
      plan.file
        ? api(planMaterial, { query: facts, file: plan.file })
        : api(planRelease, { body: { ...facts, documentId: null } }),
    networkMode: 'always',
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
      onDone();
    },
  });
  return (
    <Section title={text.plan}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !act.isPending) act.mutate(ready);
        }}
      >
        <PlanFields plan={plan} onChange={setPlan} />
        <FormError error={act.error} />
        <Button type="submit" disabled={ready === null} loading={act.isPending}>
          {text.form.save}
        </Button>
      </form>
    </Section>
  );
}

type FieldsProps = { readonly plan: Plan; readonly onChange: (plan: Plan) => void };

function PlanFields({ plan, onChange }: FieldsProps) {
  const { form } = useText(calendarText);
  const set = (part: Partial<Plan>) => onChange({ ...plan, ...part });
  return (
    <>
      <TextInput
        label={form.title}
        description={form.titleHint}
        required
        maxLength={300}
        value={plan.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div className={classes.fields}>
        <MomentFields labels={form} moment={plan.moment} onChange={(moment) => set({ moment })} />
        <PersonSelect
          label={form.releaser}
          description={form.releaserHint}
          required
          value={plan.releaserId}
          onChange={(releaserId) => set({ releaserId })}
        />
      </div>
      <TextInput
        label={form.basis}
        maxLength={200}
        value={plan.basis}
        onChange={(event) => set({ basis: event.currentTarget.value })}
      />
      <FileDrop
        label={form.material}
        hint={form.materialHint}
        file={plan.file}
        maxBytes={planMaterial.upload.maxBytes}
        onFile={(file) => set({ file })}
      />
    </>
  );
}
