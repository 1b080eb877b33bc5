/** The keys of the desk, shown by `?` or the button; the same list on both screens. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { useLetterKeys } from '../ui/match/letter-keys.ts';
import { deskKeysText } from './desk-keys-text.ts';
import classes from './watch.module.css';

export function DeskKeys() {
  const text = useText(deskKeysText);
  const { act } = useText(commonText);
  const [opened, setOpened] = useState(false);
  useLetterKeys({ '?': () => setOpened(true) });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-keyshortcuts="?"
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {text.button}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={<strong>{text.title}</strong>}
        closeButtonProps={{ 'aria-label': act.close }}
        transitionProps={{ duration: 0 }}
        centered
      >
        <dl className={classes.keyList}>
          {text.keys.split('\n').map((line) => (
            <KeyLine key={line} line={line} />
          ))}
        </dl>
      </Modal>
    </>
  );
}

/** `keys = what they do`. */
function KeyLine({ line }: { readonly line: string }) {
  const [keys = '', does = ''] = line.split(' = ');
  return (
    <div className={classes.keyLine}>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key} className={classes.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
