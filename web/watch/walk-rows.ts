/** j and k as the arrows of the table: the table itself decides where they lead. */
export function walkRows(table: HTMLElement | null, key: 'ArrowDown' | 'ArrowUp'): void {
  const focused = document.activeElement;
  if (focused?.matches('a[data-row]') && table?.contains(focused))
    focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  else table?.querySelector<HTMLElement>('a[data-row][tabindex="0"]')?.focus();
}
