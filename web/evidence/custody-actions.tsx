/** What the viewer can do with a piece of evidence: preserve, hand on, take over, time-stamp. */
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  acceptEvidence,
  type CustodyView,
  declineEvidence,
  type EvidenceCustody,
  offerEvidence,
  preserveEvidence,
  stampEvidence,
} from '../../contract/evidence.ts';
import { useAct } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { useDialog } from '../ui/dialog/use-dialog.ts';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './evidence.module.css';
import { evidenceText } from './evidence-text.ts';

type ActionsProps = {
  readonly incidentId: string;
  readonly piece: EvidenceCustody;
  readonly view: CustodyView;
};

export function CustodyActions({ incidentId, piece, view }: ActionsProps) {
  const text = useText(evidenceText);
  const me = useViewer().personId;
  const { evidenceId, custodian, offeredTo, stampedAt } = piece;
  const params = { incidentId, evidenceId };
  const preserve = useAct(preserveEvidence);
  const stamp = useAct(stampEvidence);
  const accept = useAct(acceptEvidence);
  const decline = useAct(declineEvidence);
  const isMine = custodian?.personId === me;
  const isForMe = offeredTo?.personId === me;
  const error = preserve.error ?? stamp.error ?? accept.error ?? decline.error;
  return (
    <div className={classes.actions}>
      {!custodian && (
        <Button onClick={() => preserve.mutate({ params })} loading={preserve.isPending}>
          {text.preserve}
        </Button>
      )}
      {isMine && !offeredTo && <OfferAction params={params} view={view} />}
      {isMine && !stampedAt && view.canStamp && (
        <Button
          variant="default"
          onClick={() => stamp.mutate({ params })}
          loading={stamp.isPending}
        >
          {text.stamp}
        </Button>
      )}
      {isForMe && (
        <Button onClick={() => accept.mutate({ params })} loading={accept.isPending}>
          {text.accept}
        </Button>
      )}
      {offeredTo && (isMine || isForMe) && (
        <Button
          variant="default"
          onClick={() => decline.mutate({ params, body: { text: '' } })}
          loading={decline.isPending}
        >
          {isForMe ? text.decline : text.withdraw}
        </Button>
      )}
      {error && <ErrorState error={error} />}
    </div>
  );
}

type OfferProps = {
  readonly params: { readonly incidentId: string; readonly evidenceId: string };
  readonly view: CustodyView;
};

function OfferAction({ params, view }: OfferProps) {
  const text = useText(evidenceText);
  const dialog = useDialog();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const offer = useAct(offerEvidence, dialog.finish);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {text.offer}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={text.offer}
        confirmLabel={text.offer}
        onConfirm={() => offer.mutate({ params, body: { to, text: reason } })}
        onClose={dialog.close}
        busy={offer.isPending}
        disabled={to === '' || reason.trim() === ''}
        error={offer.error}
      >
        <p>{text.offerFollows}</p>
        <NativeSelect
          label={text.receiver}
          required
          value={to}
          data={[
            { value: '', label: '–' },
            ...view.receivers.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <Textarea
          label={text.reason}
          required
          maxLength={1_000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </>
  );
}
