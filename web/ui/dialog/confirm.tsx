/** The last question before an act that cannot be taken back; says what will be recorded. */
import { Box, Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { ErrorState } from '../state/whole-states.tsx';

export type ConfirmProps = {
  readonly opened: boolean;
  readonly title: string;
  /** The act in words, for example "Xác định độ mật"; never just "OK". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  /** The act cannot be sent yet, for example because the reason is empty. */
  readonly disabled?: boolean;
  /** `alarm` for leaks, losses and voiding. */
  readonly tone?: 'plain' | 'alarm';
  /** Why the last try failed: shown with all reasons, the dialog stays open. */
  readonly error?: unknown;
  readonly children: ReactNode;
};

export function Confirm(props: ConfirmProps) {
  const { opened, title, confirmLabel, onConfirm, onClose, busy = false, children } = props;
  const { act } = useText(commonText);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<strong>{title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': act.close }}
      transitionProps={{ duration: 0 }}
    >
      {children}
      {props.error ? (
        <Box mt="md">
          <ErrorState error={props.error} />
        </Box>
      ) : null}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {act.back}
        </Button>
        <Button
          color={props.tone === 'alarm' ? 'alarm' : 'ink'}
          onClick={onConfirm}
          loading={busy}
          disabled={props.disabled ?? false}
        >
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
