/** The last question before a match is dismissed: of what kind, and why. */
import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { DISMISSAL_KINDS, type DismissalKind, dismissMatch } from '../../contract/watch.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { LONGEST_REASON } from './confirm-leak.tsx';
import { matchText } from './match-text.ts';

export type DismissMatchProps = {
  readonly matchId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

export function DismissMatch({ matchId, opened, onClose, onDone }: DismissMatchProps) {
  const text = useText(matchText);
  const [kind, setKind] = useState<DismissalKind | null>(null);
  const [reason, setReason] = useState('');
  const act = useAct(dismissMatch, onDone);
  const dismiss = () => {
    if (kind) act.mutate({ params: { matchId }, body: { kind, reason } });
  };
  return (
    <Confirm
      opened={opened}
      title={text.dismissAsk}
      confirmLabel={text.dismiss}
      onConfirm={dismiss}
      onClose={onClose}
      busy={act.isPending}
      disabled={kind === null || reason.trim() === ''}
      error={act.error}
    >
      <Stack gap="md">
        <Radio.Group
          label={text.kind}
          required
          value={kind}
          onChange={(value) => setKind(DISMISSAL_KINDS.find((each) => each === value) ?? null)}
        >
          <Stack gap="xs" mt="xs">
            {DISMISSAL_KINDS.map((each) => (
              <Radio key={each} value={each} label={text.kinds[each]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={text.reason}
          description={text.reasonHint}
          required
          autosize
          minRows={3}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  );
}
