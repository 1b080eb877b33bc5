/** Whether contents can be read, who is needed to open them, and sealing them at once. */
import { useState } from 'react';
import { type VaultStatusView, vaultStatus } from '../../contract/vault.ts';
import { useRead } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { FactList } from '../ui/page/fact-list.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { VaultBadge } from '../ui/state/vault-badge.tsx';
import { Warning } from '../ui/state/warning.tsx';
import { GiveShare } from './give-share.tsx';
import { SealNow } from './seal-now.tsx';
import { vaultText } from './vault-text.ts';

/** Custodians sit at several screens: each sees the others' shares arrive. */
const REFETCH_MS = 5_000;

export function VaultScreen() {
  const text = useText(vaultText);
  const query = useRead(vaultStatus, {}, { refetchMs: REFETCH_MS });
  const mark = query.data && <VaultBadge state={query.data.state} />;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} mark={mark} />
      <Loaded query={query}>{(status) => <Vault status={status} />}</Loaded>
      <Section title={text.whatTitle}>
        <ul>
          {Object.entries(text.what).map(([key, sentence]) => (
            <li key={key}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

type VaultProps = { readonly status: VaultStatusView };

function Vault({ status }: VaultProps) {
  const text = useText(vaultText);
  const [said, setSaid] = useState<string | null>(null);
  const { state, threshold, given, shares } = status;
  const thank = (after: VaultStatusView) =>
    setSaid(after.state === 'open' ? text.opened : text.thanks(after.given, after.threshold));
  return (
    <>
      {said && <Notice>{said}</Notice>}
      {state !== 'absent' && threshold === 1 && (
        <Warning title={text.singleTitle} loud>
          <p>{text.single}</p>
        </Warning>
      )}
      <p>{text.meaning[state]}</p>
      {state === 'absent' ? (
        <p>{text.absentWay}</p>
      ) : (
        <FactList
          facts={[
            { name: text.plan, value: text.planOf(threshold, shares) },
            { name: text.given, value: state === 'sealed' && text.givenOf(given, threshold) },
          ]}
        />
      )}
      <Acts status={status} onGiven={thank} onSealed={() => setSaid(text.sealed)} />
    </>
  );
}

type ActsProps = VaultProps & {
  readonly onGiven: (status: VaultStatusView) => void;
  readonly onSealed: () => void;
};

function Acts({ status, onGiven, onSealed }: ActsProps) {
  const text = useText(vaultText);
  const { duties } = useViewer();
  const isCustodian = duties.includes('key-custodian');
  const { state, threshold, given } = status;
  if (state === 'sealed')
    return (
      <>
        <Warning>
          <p>{text.more(threshold - given)}</p>
          {!isCustodian && <p>{text.notCustodian}</p>}
        </Warning>
        {isCustodian && <GiveShare onGiven={onGiven} />}
      </>
    );
  if (state === 'open' && (isCustodian || duties.includes('administrator')))
    return <SealNow threshold={threshold} onSealed={onSealed} />;
  return null;
}
