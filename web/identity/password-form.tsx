/** The present password and the new one twice. The server decides what is long enough. */
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../../contract/identity.ts';
import { SHORTEST_PASSWORD } from '../../core/person/account.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './login.module.css';
import { passwordText } from './password-text.ts';

const EMPTY = { current: '', next: '', again: '' };

export function PasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const text = useText(passwordText);
  const [typed, setTyped] = useState(EMPTY);
  const [differs, setDiffers] = useState(false);
  const change = useAct(changePassword, () => {
    setTyped(EMPTY);
    onDone?.();
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setDiffers(typed.next !== typed.again);
    if (typed.next === typed.again)
      change.mutate({ body: { current: typed.current, next: typed.next } });
  };
  const field = (name: keyof typeof EMPTY) => ({
    label: text[name],
    value: typed[name],
    required: true,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
    autoComplete: name === 'current' ? 'current-password' : 'new-password',
    visibilityToggleButtonProps: { style: { display: 'none' } },
  });
  return (
    <form onSubmit={send} className={`${classes.form} ${classes.single}`}>
      <PasswordInput {...field('current')} autoFocus />
      <PasswordInput {...field('next')} description={text.nextHint(SHORTEST_PASSWORD)} />
      <PasswordInput {...field('again')} error={differs && text.differs} />
      {change.error && <ErrorState error={change.error} />}
      <Button type="submit" loading={change.isPending}>
        {text.send}
      </Button>
    </form>
  );
}
