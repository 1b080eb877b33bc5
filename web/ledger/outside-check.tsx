/** The commands by which anyone checks the ledger without believing this server. */
import { useText } from '../text/catalogue.ts';
import { Section } from '../ui/page/section.tsx';
import classes from './ledger.module.css';
import { ledgerText } from './ledger-text.ts';

export function OutsideCheck({ vkey }: { readonly vkey: string }) {
  const text = useText(ledgerText);
  return (
    <Section title={text.outside}>
      <p className={classes.soft}>{text.outsideLead}</p>
      {/* Reached by the keyboard, because a long key scrolls. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus */}
      <pre className={classes.commands} tabIndex={0}>
        {`npx niemphong ledger export DIR\nnpx niemphong ledger check DIR --vkey '${vkey}'`}
      </pre>
    </Section>
  );
}
