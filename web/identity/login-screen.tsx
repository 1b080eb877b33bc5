/** Sign-in; in the demonstration the invented people stand beside the form. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../contract/identity.ts';
import { useAct } from '../api/use-api.ts';
import { BarePage } from '../shell/bare-page.tsx';
import type { FrontDoor } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './login.module.css';
import { loginText } from './login-text.ts';

export function LoginScreen({ door }: { readonly door: FrontDoor }) {
  const text = useText(loginText);
  // A fresh page: nothing that another person has read stays in memory.
  const enter = useAct(signIn, () => globalThis.location.reload());
  const go = (login: string, password: string) => enter.mutate({ body: { login, password } });
  return (
    <BarePage title={text.title} lead={door.agencyName ?? text.lead}>
      <div className={classes.columns}>
        <div>
          <LoginForm onSend={go} busy={enter.isPending} />
          {enter.error && (
            <div className={classes.error}>
              <ErrorState error={enter.error} />
            </div>
          )}
          <p className={classes.notice}>{text.notice}</p>
        </div>
        {door.isDemo && <DemoPeople door={door} onChoose={go} />}
      </div>
    </BarePage>
  );
}

type Send = (login: string, password: string) => void;

function LoginForm({ onSend, busy }: { readonly onSend: Send; readonly busy: boolean }) {
  const text = useText(loginText);
  const { act } = useText(commonText);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(login.trim(), password);
  };
  return (
    <form onSubmit={send} className={classes.form}>
      <TextInput
        label={text.login}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="username"
        autoFocus
        required
      />
      <PasswordInput
        label={text.password}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        required
        visibilityToggleButtonProps={{ style: { display: 'none' } }}
      />
      <Button type="submit" loading={busy}>
        {act.signIn}
      </Button>
    </form>
  );
}

type DemoProps = {
  readonly door: FrontDoor;
  readonly onChoose: Send;
};

function DemoPeople({ door, onChoose }: DemoProps) {
  const text = useText(loginText);
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.demoTitle}>
        {text.demoTitle}
      </h2>
      <p className={classes.notice}>{text.demoLead}</p>
      <ul className={classes.people}>
        {door.demoPeople.map(({ login, fullName, positionTitle }) => (
          <li key={login}>
            <button
              type="button"
              className={classes.person}
              onClick={() => onChoose(login, door.demoPassword ?? '')}
            >
              <strong>
                <span className="np-unseen">{text.as} </span>
                {fullName}
              </strong>
              <span>{positionTitle}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
