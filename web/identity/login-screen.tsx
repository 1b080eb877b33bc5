/** Sign-in; in the demonstration the invented people stand beside the form. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { signIn } from '../../contract/identity.ts';
import { vaultStatus } from '../../contract/vault.ts';
import { useAct, useRead } from '../api/use-api.ts';
import { BarePage } from '../shell/bare-page.tsx';
import type { FrontDoor } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { Warning } from '../ui/state/warning.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { DemoPeople } from './demo-people.tsx';
import classes from './login.module.css';
import { loginText } from './login-text.ts';

type Credentials = { readonly login: string; readonly password: string };

export function LoginScreen({ door }: { readonly door: FrontDoor }) {
  const text = useText(loginText);
  const [typed, setTyped] = useState<Credentials>({ login: '', password: '' });
  // A fresh page: nothing that another person has read stays in memory.
  const enter = useAct(signIn, () => globalThis.location.reload());
  const choose = (login: string) => {
    const chosen = { login, password: door.demoPassword ?? '' };
    setTyped(chosen);
    enter.mutate({ body: chosen });
  };
  const send = () =>
    enter.mutate({ body: { login: typed.login.trim(), password: typed.password } });
  return (
    <BarePage title={text.title} lead={door.agencyName ?? text.lead}>
      <div className={door.isDemo ? classes.columns : classes.single}>
        <div>
          {door.vault === 'sealed' && <SealedWarning />}
          <LoginForm {...{ typed, onType: setTyped, onSend: send, busy: enter.isPending }} />
          {enter.error && (
            <div className={classes.error}>
              <ErrorState error={enter.error} />
            </div>
          )}
          <p className={classes.notice}>{text.notice}</p>
        </div>
        {door.isDemo && (
          <DemoPeople people={door.demoPeople} onChoose={choose} busy={enter.isPending} />
        )}
      </div>
    </BarePage>
  );
}

function SealedWarning() {
  const text = useText(loginText);
  const { data } = useRead(vaultStatus, {});
  return (
    <Warning title={text.sealed}>
      <p>{text.sealedWhy}</p>
      {data && <p>{text.sealedShares(data.given, data.threshold)}</p>}
    </Warning>
  );
}

type FormProps = {
  readonly typed: Credentials;
  readonly onType: (typed: Credentials) => void;
  readonly onSend: () => void;
  readonly busy: boolean;
};

function LoginForm({ typed, onType, onSend, busy }: FormProps) {
  const text = useText(loginText);
  const { act } = useText(commonText);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={send} className={classes.form}>
      <TextInput
        label={text.login}
        value={typed.login}
        onChange={(event) => onType({ ...typed, login: event.currentTarget.value })}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
      />
      <PasswordInput
        label={text.password}
        value={typed.password}
        onChange={(event) => onType({ ...typed, password: event.currentTarget.value })}
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
