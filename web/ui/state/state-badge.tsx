/**
 * A state in words with a tone. Give the table of tones and the table of names of the whole union:
 * a new state does not compile until both know it.
 */
import classes from './state.module.css';

/** `alarm` is red and stays with leaks, losses and broken proofs. */
export type Tone = 'quiet' | 'waiting' | 'active' | 'done' | 'void' | 'alarm';

export type StateBadgeProps<State extends string> = {
  readonly state: State;
  readonly tones: Readonly<Record<State, Tone>>;
  readonly names: Readonly<Record<State, string>>;
};

export function StateBadge<State extends string>({ state, tones, names }: StateBadgeProps<State>) {
  return <Badge tone={tones[state]}>{names[state]}</Badge>;
}

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <span className={`${classes.badge} ${classes[tone]}`}>{children}</span>;
}
