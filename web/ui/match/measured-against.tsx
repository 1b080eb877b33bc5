/** The versions of the lists that the surprise of a match was measured against. */
import type { Background } from '../../../contract/publication/publication.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { passageText } from './passage-text.ts';
import classes from './shared-passages.module.css';

export function MeasuredAgainst({ background }: { readonly background: Background | null }) {
  const text = useText(passageText);
  if (!background) return null;
  const { publicList, publicTexts, stockLines, wordings } = background;
  const lists = [
    text.publicList(publicList, printNumber(publicTexts)),
    text.wordings(wordings),
    text.stockLines(stockLines),
    text.apart,
  ];
  return (
    <p className={classes.against}>
      {text.against}: {lists.join('; ')}.
    </p>
  );
}
