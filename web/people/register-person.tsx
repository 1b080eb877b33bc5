/** A new person with an account; duties and papers follow on the person's page. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { registerPerson } from '../../contract/people.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { problemsOf } from '../ui/field/field-refusals.ts';
import { suggestPassword } from '../ui/field/password-suggestion.ts';
import { FormDialog } from './form-dialog.tsx';
import { peopleText } from './people-text.ts';

const EMPTY = { fullName: '', positionTitle: '', login: '', password: '' };

export type RegisterPersonProps = {
  readonly onClose: () => void;
  readonly onDone: (personId: string) => void;
};

export function RegisterPersonDialog({ onClose, onDone }: RegisterPersonProps) {
  const { field: text, register: title } = useText(peopleText);
  const [typed, setTyped] = useState(() => ({ ...EMPTY, password: suggestPassword() }));
  const [unitId, setUnitId] = useState<string | null>(null);
  const [legalPost, setLegalPost] = useState<string | null>(null);
  const register = useAct(registerPerson, ({ personId }) => onDone(personId));
  const problems = problemsOf(register.error);
  const field = (name: keyof typeof EMPTY) => ({
    label: text[name],
    value: typed[name],
    error: problems[name],
    autoComplete: 'off',
    required: true,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={title}
      onSend={() => unitId && register.mutate({ body: { ...typed, unitId, legalPost } })}
      onClose={onClose}
      busy={register.isPending}
      error={register.error}
    >
      <TextInput {...field('fullName')} data-autofocus />
      <TextInput {...field('positionTitle')} />
      <UnitAndPost {...{ unitId, setUnitId, legalPost, setLegalPost }} />
      <TextInput {...field('login')} autoCapitalize="none" spellCheck={false} />
      <TextInput {...field('password')} description={text.passwordHint} spellCheck={false} />
    </FormDialog>
  );
}

type UnitAndPostProps = {
  readonly unitId: string | null;
  readonly setUnitId: (unitId: string | null) => void;
  readonly legalPost: string | null;
  readonly setLegalPost: (code: string | null) => void;
};

function UnitAndPost({ unitId, setUnitId, legalPost, setLegalPost }: UnitAndPostProps) {
  const { field: text } = useText(peopleText);
  const language = useLanguage();
  const { data } = useFormOptions();
  return (
    <>
      <Select
        label={text.unit}
        data={(data?.units ?? []).map((unit) => ({ value: unit.unitId, label: unit.name }))}
        value={unitId}
        onChange={setUnitId}
        allowDeselect={false}
        required
      />
      <Select
        label={text.legalPost}
        description={text.legalPostHint}
        data={(data?.legalPosts ?? []).map((post) => ({ value: post.code, label: post[language] }))}
        value={legalPost}
        onChange={setLegalPost}
        searchable
        clearable
      />
    </>
  );
}
