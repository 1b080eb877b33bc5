/** The reader's language: Vietnamese unless switched, kept in the browser where it may be. */
import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'niemphong.language';
const listeners = new Set<() => void>();
let current: Language = remembered();

/** Storage may be forbidden by the browser's settings; then the choice lasts for the page. */
function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The page still switches; only the next visit starts in Vietnamese again.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentLanguage = (): Language => current;

export function switchLanguage(language: Language): void {
  current = language;
  remember(language);
  markDocumentLanguage();
  for (const listener of listeners) listener();
}

/** Screen readers choose their voice by this attribute. */
export function markDocumentLanguage(): void {
  document.documentElement.lang = current;
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
