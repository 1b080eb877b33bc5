/** The frame around every screen: skip link, header, navigation, and the one `<main>`. */
import type { ReactNode } from 'react';
import { SessionEnd } from '../identity/session-end.tsx';
import { useText } from '../text/catalogue.ts';
import classes from './frame.module.css';
import { FrameHeader } from './frame-header.tsx';
import { BottomBar, SideNavigation } from './frame-navigation.tsx';
import { shellText } from './shell-text.ts';
import { useOpenSession } from './viewer.tsx';

export type FrameProps = {
  /** Address of the screen shown, to mark its entry. */
  readonly pathname: string;
  readonly children: ReactNode;
};

export function Frame({ pathname, children }: FrameProps) {
  const text = useText(shellText);
  const { door } = useOpenSession();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {text.skip}
      </a>
      <FrameHeader />
      <SideNavigation pathname={pathname} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <SessionEnd />
        {door.isDemo && <DemoBanner />}
        {children}
      </main>
      <BottomBar pathname={pathname} />
    </div>
  );
}

function DemoBanner() {
  const text = useText(shellText);
  return (
    <p className={`${classes.demo} np-no-print`} role="note">
      <strong>{text.demo}</strong> {text.demoVault}
    </p>
  );
}
