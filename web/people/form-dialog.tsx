/** A short form over the page: Enter sends it, every reason of a refusal is shown inside. */
import { Button, Group, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { FormError } from '../ui/field/form-error.tsx';
import classes from './people.module.css';

export type FormDialogProps = {
  readonly title: string;
  readonly hint?: string;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly error: unknown;
  readonly children: ReactNode;
};

export function FormDialog(props: FormDialogProps) {
  const { title, hint, onSend, onClose, busy, error, children } = props;
  const { act } = useText(commonText);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{title}</strong>}
      closeButtonProps={{ 'aria-label': act.close }}
      transitionProps={{ duration: 0 }}
    >
      {hint && <p className={classes.hint}>{hint}</p>}
      <form onSubmit={send} className={classes.form}>
        {children}
        <FormError error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {act.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {title}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
