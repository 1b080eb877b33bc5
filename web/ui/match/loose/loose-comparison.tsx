/** On request: passages of the text that resemble the document though words differ. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { compareLoosely, type Resemblance } from '../../../../contract/publication/publication.ts';
import { api } from '../../../api/api.ts';
import { useText } from '../../../text/catalogue.ts';
import { ErrorState } from '../../state/whole-states.tsx';
import { excerptAround } from '../excerpt.ts';
import type { SharedPassagesProps } from '../shared-passages.tsx';
import { SideBySide } from '../side-by-side.tsx';
import classes from './loose-comparison.module.css';
import { looseText } from './loose-text.ts';
import { beyondMatches, documentExcerpt } from './passage-pair.ts';

const MOST_CHARACTERS = 200_000;

/** The words of the document are gone from the browser's memory when the screen is left. */
function useLooseComparison({ shared, articleText }: SharedPassagesProps) {
  const { documentId } = shared.line;
  return useMutation({
    mutationKey: [compareLoosely.name],
    mutationFn: async () => {
      const { passages } = await api(compareLoosely, { body: { documentId, text: articleText } });
      return beyondMatches(passages, shared.passages);
    },
  });
}

export function LooseComparison(props: SharedPassagesProps) {
  const text = useText(looseText);
  const { mutate, isPending, error, data } = useLooseComparison(props);
  const { length } = props.articleText;
  if (length > MOST_CHARACTERS) return <p className={classes.note}>{text.tooLong}</p>;
  return (
    <section className={classes.loose} aria-label={text.compare}>
      <div className={classes.ask}>
        <Button variant="default" onClick={() => mutate()} loading={isPending}>
          {text.compare}
        </Button>
        <p className={classes.note}>{text.explain}</p>
      </div>
      <div aria-live="polite">
        {isPending && <p className={classes.note}>{text.comparing}</p>}
        {error && <ErrorState error={error} />}
        {data && !isPending && <Resemblances found={data} articleText={props.articleText} />}
      </div>
    </section>
  );
}

type ResemblancesProps = {
  readonly found: readonly Resemblance[];
  readonly articleText: string;
};

function Resemblances({ found, articleText }: ResemblancesProps) {
  const text = useText(looseText);
  if (found.length === 0) return <p>{text.none}</p>;
  const pairs = found.map((passage) => ({
    key: `${passage.articleStart} ${passage.docStart}`,
    left: excerptAround(articleText, passage),
    right:
      passage.kind === 'summary'
        ? { text: text.wholeDocument, start: 0, end: 0 }
        : documentExcerpt(passage),
  }));
  return (
    <>
      <h3 className={classes.title}>{text.title}</h3>
      <p className={classes.note}>{text.weaker}</p>
      <SideBySide pairs={pairs} numbered={text.resemblance} />
    </>
  );
}
