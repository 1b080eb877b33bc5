/** What a person must know before going on; `loud` is for what can never be made good again. */
import type { ReactNode } from 'react';
import classes from './state.module.css';

export type WarningProps = {
  readonly title?: string;
  readonly loud?: boolean;
  readonly children: ReactNode;
};

export function Warning({ title, loud = false, children }: WarningProps) {
  return (
    <div className={`${classes.warning} ${loud ? classes.loud : ''}`} role="note">
      {title && <p className={classes.warningTitle}>{title}</p>}
      {children}
    </div>
  );
}
