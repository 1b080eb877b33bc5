/**
 * A button that is always there: what is not permitted keeps its place, can be focused, and tells
 * every reason instead of acting.
 */
import { Button, type ButtonProps, Popover } from '@mantine/core';
import { useId, useState } from 'react';
import type { Refusal } from '../../../core/common/refusal.ts';
import { RefusalPanel } from './refusal-panel.tsx';

export type GuardedButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** Empty when permitted. */
  readonly refusals: readonly Refusal[];
  readonly onAct: () => void;
};

export function GuardedButton({ refusals, onAct, ...rest }: GuardedButtonProps) {
  return refusals.length === 0 ? (
    <Button {...rest} onClick={onAct} />
  ) : (
    <RefusedButton {...rest} refusals={refusals} />
  );
}

function RefusedButton({ refusals, ...rest }: Omit<GuardedButtonProps, 'onAct'>) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const show = () => setOpened(true);
  const hide = () => setOpened(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="min(26rem, 92vw)"
      position="bottom-end"
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          {...rest}
          data-disabled
          aria-disabled
          aria-describedby={opened ? id : undefined}
          onFocus={show}
          onBlur={hide}
          onMouseEnter={show}
          onMouseLeave={hide}
          onClick={show}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} id={id}>
        <RefusalPanel refusals={refusals} />
      </Popover.Dropdown>
    </Popover>
  );
}
