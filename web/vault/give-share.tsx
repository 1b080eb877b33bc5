/** A custodian gives the share. Its form is checked here: a slip of the pen costs no try. */
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { giveShare, type VaultStatusView } from '../../contract/vault.ts';
import { parseShare } from '../../core/vault/share-text.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Section } from '../ui/page/section.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './vault.module.css';
import { vaultText } from './vault-text.ts';

export type GiveShareProps = { readonly onGiven: (status: VaultStatusView) => void };

export function GiveShare({ onGiven }: GiveShareProps) {
  const text = useText(vaultText);
  const [share, setShare] = useState('');
  const [malformed, setMalformed] = useState(false);
  const give = useAct(giveShare, (status) => {
    setShare('');
    give.reset();
    onGiven(status);
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseShare(share);
    parsed?.secret.fill(0);
    setMalformed(!parsed);
    if (parsed) give.mutate({ body: { share } });
  };
  return (
    <Section title={text.give}>
      <form onSubmit={send} className={classes.form}>
        <Textarea
          label={text.share}
          description={`${text.giveLead} ${text.shareHint}`}
          value={share}
          onChange={(event) => {
            setShare(event.currentTarget.value);
            setMalformed(false);
          }}
          error={malformed && text.wrongForm}
          classNames={{ input: classes.share ?? '' }}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autosize
          minRows={3}
          required
        />
        {give.error && <ErrorState error={give.error} />}
        <div>
          <Button type="submit" loading={give.isPending}>
            {text.give}
          </Button>
        </div>
      </form>
    </Section>
  );
}
