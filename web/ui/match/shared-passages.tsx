/** One document that the reader may see, and the passages it shares with a text beside it. */
import type { Passage, Shared } from '../../../contract/publication/publication.ts';
import { useText } from '../../text/catalogue.ts';
import { DocumentName } from './document-name.tsx';
import { excerptAround } from './excerpt.ts';
import { LooseComparison } from './loose/loose-comparison.tsx';
import { documentExcerpt } from './loose/passage-pair.ts';
import { MeasuredAgainst } from './measured-against.tsx';
import { passageText } from './passage-text.ts';
import { Score } from './score.tsx';
import classes from './shared-passages.module.css';
import { type PassagePair, SideBySide } from './side-by-side.tsx';

export type SharedPassagesProps = {
  readonly shared: Shared;
  /** The text that the offsets belong to. */
  readonly articleText: string;
};

export function SharedPassages({ shared, articleText }: SharedPassagesProps) {
  const text = useText(passageText);
  const { line, passages, background } = shared;
  const best = Math.max(0, ...passages.map(({ score }) => score));
  const pairs = [...passages]
    .sort((a, b) => a.articleStart - b.articleStart)
    .map((passage) => pairOf(passage, articleText));
  return (
    <article className={classes.shared}>
      <div className={classes.head}>
        <div className={classes.document}>
          <DocumentName line={line} />
        </div>
        {passages.length > 0 && <Score score={best} />}
      </div>
      {pairs.length > 0 ? <SideBySide pairs={pairs} /> : <p>{text.wordsGone}</p>}
      <MeasuredAgainst background={background} />
      {articleText !== '' && <LooseComparison shared={shared} articleText={articleText} />}
    </article>
  );
}

function pairOf(passage: Passage, articleText: string): PassagePair {
  const { articleStart, docStart, score, rare } = passage;
  const left = excerptAround(articleText, passage);
  const moved = left.start - articleStart;
  return {
    key: `${articleStart} ${docStart}`,
    score,
    left,
    right: documentExcerpt(passage),
    rare: rare.map(({ start, end, bits }) => ({ start: start + moved, end: end + moved, bits })),
  };
}
