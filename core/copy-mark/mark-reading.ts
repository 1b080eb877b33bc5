/** What was read of a copy mark from one picture: numbers, which name nothing by themselves. */
export type MarkReading = {
  readonly line: number;
  /** 0: up or down. 1 and on: left or right of that piece. */
  readonly slot: number;
  /** How far it stands from where the page's own lie and bending put it, in steps of the mark. */
  readonly steps: number;
};

/** What is farther off counts as so far: a single wild value decides nothing. */
export const MOST_STEPS = 1.5;

/**
 * `no-lines`: the page has no lines that could be moved. `page-not-found`: the picture does not
 * show it. `too-little-seen`: of its lines too few.
 */
export const UNREADABLE = ['no-lines', 'page-not-found', 'too-little-seen'] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export type PageReading =
  | { readonly ok: true; readonly readings: readonly MarkReading[]; readonly lines: number }
  | { readonly ok: false; readonly why: Unreadable };
