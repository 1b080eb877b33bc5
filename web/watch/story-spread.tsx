/** One story over its outlets, in the order in which they published it. */
import type { MatchView } from '../../contract/watch/watch.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { Section } from '../ui/page/section.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { MATCH_TONES } from './match-looks.ts';
import { matchText } from './match-text.ts';
import classes from './watch.module.css';

export function StorySpread({ match }: { readonly match: MatchView }) {
  const text = useText(matchText);
  if (match.spread.length < 2) return null;
  return (
    <Section title={text.spread(match.spread.length)}>
      <p className={classes.facts}>{text.spreadNote}</p>
      <ol className={classes.spread}>
        {match.spread.map((one) => (
          <li key={one.matchId} aria-current={one.matchId === match.matchId || undefined}>
            <span className={classes.moment}>
              {one.publishedAt
                ? showMoment(one.publishedAt)
                : text.capturedAt(showMoment(one.capturedAt))}
            </span>
            {one.matchId === match.matchId ? (
              <strong>{one.source}</strong>
            ) : (
              <InAppLink href={`/watch/${one.matchId}`}>{one.source}</InAppLink>
            )}
            <StateBadge state={one.state} tones={MATCH_TONES} names={text.states} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
