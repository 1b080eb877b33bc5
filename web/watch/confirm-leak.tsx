/** The last question before a match becomes an incident. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { confirmMatch } from '../../contract/watch.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { matchText } from './match-text.ts';

export const LONGEST_REASON = 2_000;

export type ConfirmLeakProps = {
  readonly matchId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: (incidentId: string) => void;
};

export function ConfirmLeak({ matchId, opened, onClose, onDone }: ConfirmLeakProps) {
  const text = useText(matchText);
  const [reason, setReason] = useState('');
  const act = useAct(confirmMatch, ({ incidentId }) => onDone(incidentId));
  return (
    <Confirm
      opened={opened}
      title={text.leakAsk}
      confirmLabel={text.leak}
      tone="alarm"
      onConfirm={() => act.mutate({ params: { matchId }, body: { reason } })}
      onClose={onClose}
      busy={act.isPending}
      disabled={reason.trim() === ''}
      error={act.error}
    >
      <Textarea
        data-autofocus
        label={text.reason}
        description={text.reasonHint}
        required
        autosize
        minRows={3}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  );
}
