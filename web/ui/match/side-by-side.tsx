/**
 * Matching passages of an article and a protected document, row by row, the matching spans marked.
 * `right` is null for a reader who may not see the protected side: only the fact of a match shows.
 */
import type { ReactNode } from 'react';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { cutAtMatches } from './excerpt.ts';
import { passageText } from './passage-text.ts';
import { useScoreWords } from './score.tsx';
import classes from './side-by-side.module.css';

/** An excerpt with context; `start` and `end` mark the match, in UTF-16 units of `text`. */
export type Excerpt = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where it stands: page, paragraph. */
  readonly place?: string | undefined;
};

export type PassagePair = {
  readonly key: string;
  /** 0 to 1. */
  readonly score?: number | undefined;
  readonly left: Excerpt;
  readonly right: Excerpt | null;
  /** The rarest words of `left`, the rarest first, in UTF-16 units of its text. */
  readonly rare?: readonly RareWords[] | undefined;
};

export type RareWords = { readonly start: number; readonly end: number; readonly bits: number };

export type SideBySideProps = {
  readonly pairs: readonly PassagePair[];
  readonly leftTitle?: ReactNode;
  readonly rightTitle?: ReactNode;
  /** What a pair is called, by its number from 1; a match, unless told otherwise. */
  readonly numbered?: (index: number) => string;
};

export function SideBySide({ pairs, leftTitle, rightTitle, numbered }: SideBySideProps) {
  const text = useText(passageText);
  const name = numbered ?? text.match;
  const scoreWords = useScoreWords();
  return (
    <div className={classes.whole}>
      <div className={classes.heads}>
        <div className={classes.head}>{leftTitle ?? text.articleSide}</div>
        <div className={classes.head}>{rightTitle ?? text.protectedSide}</div>
      </div>
      <ol className={classes.pairs}>
        {pairs.map((pair, index) => (
          <li key={pair.key} className={classes.pair}>
            <p className={classes.number}>
              {name(index + 1)}
              {pair.score !== undefined && ` · ${scoreWords(pair.score)}`}
            </p>
            <Passage excerpt={pair.left} rare={pair.rare} />
            {pair.right ? (
              <Passage excerpt={pair.right} />
            ) : (
              <p className={classes.hidden}>{text.hiddenSide}</p>
            )}
            <RareLine pair={pair} />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** In words too: colour alone would say nothing to who does not see it. */
function RareLine({ pair: { left, rare = [] } }: { readonly pair: PassagePair }) {
  const text = useText(passageText);
  if (rare.length === 0) return null;
  const rows = rare.map(({ start, end, bits }) =>
    text.rareRow(left.text.slice(start, end).replace(/\s+/gu, ' '), printNumber(bits)),
  );
  return (
    <p className={classes.rareLine}>
      {text.rare} {rows.join('; ')}.
    </p>
  );
}

type PassageProps = {
  readonly excerpt: Excerpt;
  readonly rare?: readonly RareWords[] | undefined;
};

function Passage({ excerpt, rare = [] }: PassageProps) {
  const { text, start, end, place } = excerpt;
  const spans = rare.map((row) => ({
    articleStart: row.start - start,
    articleEnd: row.end - start,
  }));
  const pieces = cutAtMatches(text.slice(start, end), spans);
  return (
    <blockquote className={classes.passage}>
      {text.slice(0, start)}
      <mark>
        {pieces.map((piece) =>
          piece.match === null ? piece.text : <strong key={piece.start}>{piece.text}</strong>,
        )}
      </mark>
      {text.slice(end)}
      {place && <footer>{place}</footer>}
    </blockquote>
  );
}
