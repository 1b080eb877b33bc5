/** A page without the frame: sign-in and first set-up. */
import type { ReactNode } from 'react';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import classes from './bare-page.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import seal from './seal.svg';

export type BarePageProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
};

export function BarePage({ title, lead, children }: BarePageProps) {
  const { product } = useText(commonText);
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <span className={classes.brand}>
          <img src={seal} alt="" width={32} height={32} />
          {product}
        </span>
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <PageHeader title={title} lead={lead} />
        {children}
      </main>
    </div>
  );
}
