/** Who may copy the document, by whose permission, and the copies that came of it. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { DocumentView } from '../../../contract/access.ts';
import {
  type CopyingView,
  listPermits,
  type PermitView,
  withdrawCopying,
} from '../../../contract/copying/copying.ts';
import type { PermitState } from '../../../core/copy/copying-permit.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showDate, showMoment } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { asRefusals } from '../../ui/document/may.ts';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import { StateBadge, type Tone } from '../../ui/state/state-badge.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../document.module.css';
import { AllowAction } from './allow-action.tsx';
import { copyingText } from './copying-text.ts';
import { PrintAction } from './print-action.tsx';

const TONES = {
  open: 'active',
  'used-up': 'done',
  expired: 'quiet',
  withdrawn: 'void',
} as const satisfies Record<PermitState, Tone>;

/** Shown where something was allowed, or to who could allow it but for the document's own word. */
function isOfInterest({ permits, againstAllowing }: CopyingView): boolean {
  return permits.length > 0 || againstAllowing.every(({ code }) => code === 'copying-forbidden');
}

export function CopyingSection({ view }: { readonly view: DocumentView }) {
  const text = useText(copyingText);
  const { documentId } = view.line;
  const [given, setGiven] = useState<string | null>(null);
  const copying = useRead(listPermits, { params: { documentId } });
  if (!copying.data || !isOfInterest(copying.data)) return null;
  const { permits, againstAllowing } = copying.data;
  const mayAllow = againstAllowing.length === 0;
  return (
    <Section
      title={text.title}
      actions={<AllowAction documentId={documentId} refusals={asRefusals(againstAllowing)} />}
    >
      <p className={classes.soft}>{text.lead}</p>
      {given && <Notice>{text.printed(given)}</Notice>}
      <DataTable<PermitView>
        caption={text.caption}
        source={{ data: permits }}
        rowKey={({ permitId }) => permitId}
        empty={<p>{text.none}</p>}
        columns={[
          {
            key: 'permit',
            header: text.permit,
            names: true,
            cell: (permit) => <Allowed permit={permit} />,
          },
          {
            key: 'made',
            header: text.made,
            width: '12rem',
            cell: (permit) => <Made {...{ documentId, permit, mayAllow }} onGiven={setGiven} />,
          },
        ]}
      />
    </Section>
  );
}

function Allowed({ permit }: { readonly permit: PermitView }) {
  const text = useText(copyingText);
  const { allowedBy, allowedAt, delegationNo, executor, recipient, untilOn, state } = permit;
  const by = text.by(allowedBy.name, showMoment(allowedAt));
  return (
    <div className={classes.permit}>
      <p>{text.to(executor.name, recipient)}</p>
      <p className={classes.soft}>{delegationNo ? `${by}, ${text.delegated(delegationNo)}` : by}</p>
      {state === 'open' && <p className={classes.soft}>{text.until(showDate(untilOn))}</p>}
    </div>
  );
}

type MadeProps = {
  readonly documentId: string;
  readonly permit: PermitView;
  readonly mayAllow: boolean;
  readonly onGiven: (fileName: string) => void;
};

function Made({ documentId, permit, mayAllow, onGiven }: MadeProps) {
  const text = useText(copyingText);
  const me = useViewer().personId;
  const { copies, made, state, executor } = permit;
  return (
    <div className={classes.permit}>
      <p className={classes.until}>
        {text.count(printNumber(made.length), printNumber(copies))}
        <StateBadge state={state} tones={TONES} names={text.states} />
      </p>
      {made.map((name) => (
        <p key={name} className={classes.soft}>
          {name}
        </p>
      ))}
      {state === 'open' && (
        <Group gap="xs">
          {executor.personId === me && <PrintAction {...{ documentId, permit, onGiven }} />}
          {mayAllow && <WithdrawAction documentId={documentId} permit={permit} />}
        </Group>
      )}
    </div>
  );
}

type WithdrawProps = { readonly documentId: string; readonly permit: PermitView };

function WithdrawAction({ documentId, permit: { permitId } }: WithdrawProps) {
  const text = useText(copyingText);
  const dialog = useDialog();
  const act = useAct(withdrawCopying, dialog.finish);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {text.withdraw}
      </Button>
      <Confirm
        opened={dialog.opened}
        title={text.withdrawTitle}
        confirmLabel={text.withdraw}
        onConfirm={() => act.mutate({ params: { documentId, permitId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{text.withdrawDoes}</p>
      </Confirm>
    </>
  );
}
