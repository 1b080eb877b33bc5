/** The people who may be asked about protected material that the reader may not see. */
import type { Adviser } from '../../../contract/publication/publication.ts';
import { useText } from '../../text/catalogue.ts';
import { passageText } from './passage-text.ts';
import classes from './whom-to-ask.module.css';

export function WhomToAsk({ ask }: { readonly ask: readonly Adviser[] }) {
  const text = useText(passageText);
  if (ask.length === 0) return <p className={classes.line}>{text.askNobody}</p>;
  return (
    <div>
      <p className={classes.line}>
        <strong>{text.ask}:</strong>
      </p>
      <ul className={classes.people}>
        {ask.map(({ personId, name, positionTitle, duties }) => (
          <li key={personId}>
            <strong>{name}</strong>, {positionTitle}
            {duties.length > 0 && (
              <span className={classes.duties}>
                {' '}
                ({duties.map((duty) => text.duties[duty]).join(', ')})
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
