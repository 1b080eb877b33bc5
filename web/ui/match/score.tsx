/** How strong the sign is, in words and as a number; never a colour alone, never a verdict. */
import { useText } from '../../text/catalogue.ts';
import { passageText } from './passage-text.ts';
import classes from './score.module.css';

type Strength = keyof (typeof passageText)['vi']['strength'];

/** Shown to people, so that 0.8 and 0.97 do not read alike; no act depends on it. */
export function strengthOf(score: number): Strength {
  if (score >= 0.95) return 'clear';
  if (score >= 0.8) return 'strong';
  return score >= 0.5 ? 'fair' : 'weak';
}

/** Floored: 100 would read as a proof. */
const percentOf = (score: number): number => Math.min(99, Math.floor(score * 100));

/** `score` is 0 to 1. */
export function useScoreWords(): (score: number) => string {
  const text = useText(passageText);
  return (score) => text.score(percentOf(score), text.strength[strengthOf(score)]);
}

export function Score({ score }: { readonly score: number }) {
  const text = useText(passageText);
  const percent = percentOf(score);
  return (
    <span className={classes.score}>
      <span className={classes.number}>{percent}/100</span>
      <span className={classes.track} aria-hidden>
        <span className={classes.bar} style={{ width: `${percent}%` }} />
      </span>
      <span className={classes.words}>{text.strength[strengthOf(score)]}</span>
    </span>
  );
}
