/** A titled part of a screen. */
import { type ReactNode, useId } from 'react';
import classes from './page.module.css';

export type SectionProps = {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 id={id} className={classes.sectionTitle}>
          {title}
        </h2>
        {actions && <div className="np-no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
