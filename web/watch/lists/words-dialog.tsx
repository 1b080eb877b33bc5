/** The words of a public text, on request. */
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import classes from '../watch.module.css';
import { listsText } from './lists-text.ts';

export type WordsDialogProps = {
  readonly name: string;
  /** Asked for only when the dialog stands open. */
  readonly children: ReactNode;
};

export function WordsDialog({ name, children }: WordsDialogProps) {
  const text = useText(listsText);
  const { act } = useText(commonText);
  const dialog = useDialog();
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${text.read}: ${name}`}
        onClick={dialog.open}
      >
        {text.read}
      </Button>
      <Modal
        opened={dialog.opened}
        onClose={dialog.close}
        title={<strong>{name}</strong>}
        size="xl"
        closeButtonProps={{ 'aria-label': act.close }}
        transitionProps={{ duration: 0 }}
      >
        {children}
      </Modal>
    </>
  );
}

export function Words({ words }: { readonly words: string }) {
  const text = useText(listsText);
  return (
    <section
      className={classes.words}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
      tabIndex={0}
      aria-label={text.readTitle}
    >
      {words}
    </section>
  );
}
