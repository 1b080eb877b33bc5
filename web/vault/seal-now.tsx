/** Wipes the key from memory, after one question. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { sealVault } from '../../contract/vault.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { Section } from '../ui/page/section.tsx';
import { vaultText } from './vault-text.ts';

export type SealNowProps = { readonly threshold: number; readonly onSealed: () => void };

export function SealNow({ threshold, onSealed }: SealNowProps) {
  const text = useText(vaultText);
  const [asking, setAsking] = useState(false);
  const seal = useAct(sealVault, () => {
    setAsking(false);
    onSealed();
  });
  return (
    <Section title={text.seal}>
      <p>{text.sealLead}</p>
      <Button onClick={() => setAsking(true)}>{text.seal}</Button>
      <Confirm
        opened={asking}
        title={text.sealTitle}
        confirmLabel={text.seal}
        onConfirm={() => seal.mutate({})}
        onClose={() => setAsking(false)}
        busy={seal.isPending}
        error={seal.error}
      >
        <p>{text.sealWhat(threshold)}</p>
      </Confirm>
    </Section>
  );
}
