/**
 * An address out of an article, attacker-controlled: plain text that nothing can follow, so that
 * no machine of the isolated network ever asks for it.
 */
import { useText } from '../../text/catalogue.ts';
import classes from './outside-address.module.css';
import { passageText } from './passage-text.ts';

export function OutsideAddress({ url }: { readonly url: string }) {
  const text = useText(passageText);
  return (
    <>
      <code className={classes.address}>{url}</code>
      <span className={classes.note}>{text.addressNote}</span>
    </>
  );
}
