/** One row of the goal table: what is wanted, what was measured. */
export type Goal = {
  readonly what: string;
  /** Null: there was nothing to measure. */
  readonly figure: number | null;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit?: string;
  /** What a reader must know to weigh the figure. */
  readonly note?: string;
};
export type GoalOptions = {
  readonly half: 0 | 1;
  readonly seed: number;
  readonly each: number;
  /** Documents of the large collection. */
  readonly documents: number;
  /** Share of the PAN pairs that is run, 0 to 1. */
  readonly pairs: number;
};

export function isMet({ figure, atLeast, atMost }: Goal): boolean {
  return (
    figure !== null &&
    (atLeast === undefined || figure >= atLeast) &&
    (atMost === undefined || figure <= atMost)
  );
}

export function goalText({ atLeast, atMost }: Goal): string {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '–' : `≤ ${atMost}`;
}
