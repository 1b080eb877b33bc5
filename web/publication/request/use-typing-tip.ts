/**
 * The tip while typing. A pause after the last key sends the paragraphs that are new since the last
 * one, a few at a time; what was compared is remembered while the screen is open and nowhere else.
 */
import { useEffect, useRef, useState } from 'react';
import { checkWhileTyping } from '../../../contract/publication/publication.ts';
import { api } from '../../api/api.ts';

const PAUSE_MS = 700;
/** Shorter ones say nothing yet. */
const LEAST_CHARACTERS = 25;
const MOST_CHARACTERS = 20_000;
const AT_ONCE = 4;

export type TypingTip = {
  readonly state: 'nothing' | 'checking' | 'clean' | 'touches' | 'off';
  /** The paragraphs that touch something. */
  readonly paragraphs: readonly string[];
};

const NOTHING: TypingTip = { state: 'nothing', paragraphs: [] };

const paragraphsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim().slice(0, MOST_CHARACTERS))
      .filter((line) => line.length >= LEAST_CHARACTERS),
  ),
];

function tipOf(paragraphs: readonly string[], known: ReadonlyMap<string, boolean>): TypingTip {
  if (paragraphs.length === 0) return NOTHING;
  const touching = paragraphs.filter((paragraph) => known.get(paragraph));
  return { state: touching.length > 0 ? 'touches' : 'clean', paragraphs: touching };
}

async function compare(paragraphs: readonly string[], known: Map<string, boolean>): Promise<void> {
  const fresh = paragraphs.filter((paragraph) => !known.has(paragraph));
  // A pasted text is asked about whole; paragraph by paragraph only when something is in it.
  const together = fresh.join('\n');
  if (fresh.length > AT_ONCE && together.length <= MOST_CHARACTERS) {
    const { touches } = await api(checkWhileTyping, { body: { text: together } });
    if (!touches) {
      for (const paragraph of fresh) known.set(paragraph, false);
      return;
    }
  }
  for (const paragraph of fresh.slice(0, 2 * AT_ONCE)) {
    const { touches } = await api(checkWhileTyping, { body: { text: paragraph } });
    known.set(paragraph, touches);
  }
}

export function useTypingTip(text: string): TypingTip {
  const known = useRef(new Map<string, boolean>());
  const [tip, setTip] = useState(NOTHING);
  useEffect(() => {
    let isLeft = false;
    const show = (next: TypingTip) => {
      if (!isLeft) setTip(next);
    };
    const paragraphs = paragraphsOf(text);
    if (paragraphs.every((paragraph) => known.current.has(paragraph))) {
      setTip(tipOf(paragraphs, known.current));
      return undefined;
    }
    const timer = setTimeout(() => {
      show({ ...tipOf(paragraphs, known.current), state: 'checking' });
      compare(paragraphs, known.current).then(
        () => show(tipOf(paragraphs, known.current)),
        () => show({ state: 'off', paragraphs: [] }),
      );
    }, PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [text]);
  return tip;
}
