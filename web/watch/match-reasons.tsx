/** Why each passage counts: how surprising its words are, and how much of it agrees. */
import type { MatchView, PassageReason } from '../../contract/watch/watch.ts';
import { useText } from '../text/catalogue.ts';
import { printNumber } from '../text/moment.ts';
import { matchText } from './match-text.ts';
import classes from './watch.module.css';

type Line = { readonly place: number; readonly reason: PassageReason };

/** Numbered like the passages beside it: in the order of the article. */
function linesOf({ shared, reasons }: MatchView): Line[] {
  return (shared?.passages ?? [])
    .flatMap(({ articleStart }, at) => {
      const reason = reasons?.[at];
      return reason && reason.bits > 0 ? [{ place: articleStart, reason }] : [];
    })
    .toSorted((one, other) => one.place - other.place);
}

export function MatchReasons({ match }: { readonly match: MatchView }) {
  const text = useText(matchText);
  const lines = linesOf(match);
  if (lines.length === 0) return null;
  return (
    <details className={classes.reasons} open>
      <summary>{text.why}</summary>
      <p className={classes.facts}>{text.whyNote}</p>
      <ol>
        {lines.map(({ place, reason }) => (
          <li key={place}>
            {text.reason(
              printNumber(reason.bits),
              printNumber(reason.exactTokens),
              printNumber(reason.longestRow),
            )}
            {reason.alteredTokens > 0 && ` ${text.altered(printNumber(reason.alteredTokens))}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
