/** The administrator trusts a collector's key. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { registerCollector } from '../../../contract/watch/intake.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import classes from '../watch.module.css';
import { intakeText } from './intake-text.ts';

export function RegisterCollector() {
  const text = useText(intakeText);
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const act = useAct(registerCollector, () => {
    setName('');
    setKey('');
  });
  const register = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ body: { name, key } });
  };
  const isFilled = name.trim() !== '' && key.trim() !== '';
  return (
    <Section title={text.register}>
      <form className={classes.take} onSubmit={register}>
        <p className={classes.takeLead}>{text.registerLead}</p>
        <TextInput
          label={text.name}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={text.keyLine}
          required
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" disabled={!isFilled} loading={act.isPending}>
            {text.register}
          </Button>
        </div>
        {act.isSuccess && <Notice>{text.registered}</Notice>}
        <FormError error={act.error} />
      </form>
    </Section>
  );
}
