/** The head of every screen: the only `<h1>`, the window's title, and what can be done here. */
import type { ReactNode } from 'react';
import { InAppLink } from './in-app-link.tsx';
import classes from './page.module.css';

export type PageHeaderProps = {
  readonly title: string;
  /** One sentence on what this screen is for. */
  readonly lead?: ReactNode;
  /** A level mark or state badge beside the title. */
  readonly mark?: ReactNode;
  /** Buttons, the main one first. */
  readonly actions?: ReactNode;
  readonly back?: { readonly href: string; readonly label: string };
};

export function PageHeader({ title, lead, mark, actions, back }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      <title>{`${title} · Niêm Phong`}</title>
      <div className={classes.words}>
        {back && (
          <p className={classes.back}>
            <InAppLink href={back.href}>← {back.label}</InAppLink>
          </p>
        )}
        <div className={classes.titleLine}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {mark}
        </div>
        {lead && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions && <div className={`${classes.actions} np-no-print`}>{actions}</div>}
    </header>
  );
}
