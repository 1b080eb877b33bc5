/** The last question before an act that must give its reason in words. */
import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from './confirm.tsx';
import { dialogText } from './dialog-text.ts';

export type ReasonDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  readonly tone?: 'plain' | 'alarm';
  readonly error?: unknown;
  /** What will follow. */
  readonly children: ReactNode;
};

export function ReasonDialog({ onConfirm, children, ...rest }: ReasonDialogProps) {
  const text = useText(dialogText);
  const [reason, setReason] = useState('');
  return (
    <Confirm {...rest} onConfirm={() => onConfirm(reason)} disabled={reason.trim() === ''}>
      {children}
      <Textarea
        label={text.reason}
        description={text.reasonHint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
        autosize
        minRows={2}
        maxLength={500}
        mt="sm"
        data-autofocus
      />
    </Confirm>
  );
}
