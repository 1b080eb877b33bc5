/**
 * Where an article stood and the hash of its original bytes. The address is attacker-controlled:
 * plain text that nothing can follow, so that no machine of the isolated network asks for it.
 */
import { useText } from '../../text/catalogue.ts';
import { FactList } from '../page/fact-list.tsx';
import classes from './origin-facts.module.css';
import { passageText } from './passage-text.ts';

export type OriginFactsProps = {
  readonly url: string | null;
  /** Hexadecimal. */
  readonly sha256: string;
};

export function OriginFacts({ url, sha256 }: OriginFactsProps) {
  const text = useText(passageText);
  const address = url && (
    <>
      <code className={classes.code}>{url}</code>
      <span className={classes.note}>{text.addressNote}</span>
    </>
  );
  return (
    <div className={classes.origin}>
      <FactList
        facts={[
          { name: text.address, value: address },
          { name: text.hash, value: <code className={classes.code}>{sha256}</code> },
        ]}
      />
    </div>
  );
}
