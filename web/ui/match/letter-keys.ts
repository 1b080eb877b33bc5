/** Single letters as keys of a screen, silent while someone types or holds a modifier. */
import { useEffect } from 'react';

export type LetterKeys = Readonly<Record<string, () => void>>;

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

export function useLetterKeys(keys: LetterKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = keys[event.key];
      const target = event.target instanceof Element ? event.target : null;
      if (!act || event.ctrlKey || event.metaKey || event.altKey || target?.closest(TYPING)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [keys]);
}
