/** Arrows, Home and End move between the rows' links; only one of them is a stop of the Tab key. */
import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

export function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = STEPS[event.key];
  const links = [...(body?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const next = step && at >= 0 ? links[step(at, links.length - 1)] : undefined;
  if (!next) return;
  event.preventDefault();
  for (const link of links) link.tabIndex = link === next ? 0 : -1;
  next.focus();
  next.closest('tr')?.scrollIntoView({ block: 'nearest' });
}
