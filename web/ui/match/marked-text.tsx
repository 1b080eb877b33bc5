/**
 * A whole text with its matches marked; buttons and the keys n and p go from one to the next. The
 * text is attacker-controlled (it came from outside): it is only ever shown as plain text.
 */
import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useText } from '../../text/catalogue.ts';
import { cutAtMatches, type Piece, type Span } from './excerpt.ts';
import { useLetterKeys } from './letter-keys.ts';
import classes from './marked-text.module.css';
import { passageText } from './passage-text.ts';

export type MarkedTextProps = {
  readonly text: string;
  /** Null: not for this reader to know, which is not none. */
  readonly spans: readonly Span[] | null;
  /** What the box holds, for those who hear the screen. */
  readonly label?: string;
  /** From where on no reader is shown the words, and how to say so. */
  readonly hidden?: { readonly from: number; readonly label: string };
};

export function MarkedText({ text, spans, label, hidden }: MarkedTextProps) {
  const words = useText(passageText);
  const box = useRef<HTMLElement>(null);
  const pieces = useMemo(() => cutAtMatches(text, spans ?? []), [text, spans]);
  const count = pieces.filter(({ match }) => match !== null).length;
  const [current, move] = useMatchWalk(box, count);
  return (
    <div>
      <div className={`${classes.bar} np-no-print`}>
        <p className={classes.place} role="status">
          {spans && placeWords(words, current, count)}
        </p>
        {count > 0 && <WalkButtons onMove={move} />}
      </div>
      <section
        ref={box}
        className={classes.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
        tabIndex={0}
        aria-label={label ?? words.article}
      >
        {pieces.map((piece) => (
          <PieceOfText
            key={piece.start}
            piece={piece}
            isCurrent={piece.match === current}
            {...(hidden && { hidden })}
          />
        ))}
      </section>
    </div>
  );
}

function placeWords(
  words: (typeof passageText)['en'],
  current: number | null,
  count: number,
): string {
  if (count === 0) return words.noSpans;
  return current === null ? words.spans(count) : words.spanAt(current + 1, count);
}

type PieceProps = Pick<MarkedTextProps, 'hidden'> & {
  readonly piece: Piece;
  readonly isCurrent: boolean;
};

function PieceOfText({ piece, isCurrent, hidden }: PieceProps) {
  const words = <WordsOfPiece piece={piece} {...(hidden && { hidden })} />;
  if (piece.match === null) return words;
  return (
    <mark data-match={piece.match} className={isCurrent ? classes.current : undefined}>
      {words}
    </mark>
  );
}

function WordsOfPiece({ piece, hidden }: Omit<PieceProps, 'isCurrent'>) {
  const { start, text } = piece;
  const at = hidden ? hidden.from - start : -1;
  if (!hidden || at < 0 || at >= text.length) return text;
  return (
    <>
      {text.slice(0, at).trimEnd()}
      <span className={classes.hidden}>{hidden.label}</span>
      {text.slice(at).trimStart()}
    </>
  );
}

function WalkButtons({ onMove }: { readonly onMove: (step: 1 | -1) => void }) {
  const words = useText(passageText);
  return (
    <div className={classes.walk}>
      <span className={classes.keys}>{words.keys}</span>
      <Button variant="default" size="xs" onClick={() => onMove(-1)} aria-keyshortcuts="p">
        {words.previous}
      </Button>
      <Button variant="default" size="xs" onClick={() => onMove(1)} aria-keyshortcuts="n">
        {words.next}
      </Button>
    </div>
  );
}

type Walk = readonly [current: number | null, move: (step: 1 | -1) => void];

/** Goes round: after the last match comes the first. */
function useMatchWalk(box: React.RefObject<HTMLElement | null>, count: number): Walk {
  const [current, setCurrent] = useState<number | null>(null);
  const move = (step: 1 | -1) => {
    if (count === 0) return;
    const from = current ?? (step === 1 ? -1 : 0);
    const next = (from + step + count) % count;
    setCurrent(next);
    box.current
      ?.querySelector(`[data-match="${next}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'auto' });
  };
  const keys = { n: () => move(1), p: () => move(-1) };
  useLetterKeys(keys);
  return [current, move];
}
