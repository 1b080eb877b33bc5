/** Whether a dialog stands open; what was typed in it lasts until the act is done. */
import { useState } from 'react';

export type Dialog = {
  /** Give it to the dialog as `key`: a finished act starts it afresh. */
  readonly round: number;
  readonly opened: boolean;
  readonly open: () => void;
  readonly close: () => void;
  readonly finish: () => void;
};

export function useDialog(): Dialog {
  const [opened, setOpened] = useState(false);
  const [round, setRound] = useState(0);
  return {
    round,
    opened,
    open: () => setOpened(true),
    close: () => setOpened(false),
    finish: () => {
      setOpened(false);
      setRound((before) => before + 1);
    },
  };
}
