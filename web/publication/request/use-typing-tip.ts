/**
 * The tip while typing. A pause after the last key sends the paragraphs that are new since the last
 * one; what was compared is remembered while the screen is open and nowhere else.
 */
import { useEffect, useRef, useState } from 'react';
import { checkWhileTyping } from '../../../contract/publication/publication.ts';
import { api } from '../../api/api.ts';
import { compareTyped, type Known, paragraphsOf, type TypingTip, tipOf } from './compare-typed.ts';

const PAUSE_MS = 700;

export function useTypingTip(text: string): TypingTip {
  const known = useRef<Known>(new Map());
  const [tip, setTip] = useState(() => tipOf([], known.current));
  useEffect(() => {
    let isLeft = false;
    const paragraphs = paragraphsOf(text);
    const show = (state?: 'off') => {
      if (!isLeft) setTip(tipOf(paragraphs, known.current, state));
    };
    if (paragraphs.every((paragraph) => known.current.has(paragraph))) {
      show();
      return undefined;
    }
    const ask = async (part: string) => {
      // Typed on: the next pause asks about what stands there then.
      if (isLeft) throw new Error('left');
      return (await api(checkWhileTyping, { body: { text: part } })).touches;
    };
    const timer = setTimeout(() => {
      show();
      compareTyped(paragraphs, known.current, ask).then(
        () => show(),
        () => show('off'),
      );
    }, PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [text]);
  return tip;
}
