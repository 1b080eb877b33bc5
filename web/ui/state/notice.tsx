/** What has just been done, announced to screen readers; stays until the screen changes. */
import type { ReactNode } from 'react';
import classes from './state.module.css';

export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.notice} role="status">
      {children}
    </div>
  );
}
