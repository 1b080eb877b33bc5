/** Two texts as one: what was removed is struck, what was added underlined, and both are named. */
import type { WordChange } from '../../../contract/publication/request.ts';
import { useText } from '../../text/catalogue.ts';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

/** So many words around a change stay; what is the same in between is left out. */
const AROUND = 30;

function shortenedSame(text: string): string {
  const words = text.split(' ');
  if (words.length <= 2 * AROUND + 5) return text;
  return `${words.slice(0, AROUND).join(' ')} […] ${words.slice(-AROUND).join(' ')}`;
}

type Placed = WordChange & { readonly key: string };

function placed(changes: readonly WordChange[]): readonly Placed[] {
  let at = 0;
  return changes.map((change) => {
    at += change.text.length + 1;
    return { ...change, key: `${at} ${change.kind}` };
  });
}

export function WordChanges({ changes }: { readonly changes: readonly WordChange[] }) {
  const text = useText(requestText);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls needs the keyboard
    <section className={classes.changes} tabIndex={0} aria-label={text.difference}>
      {placed(changes).map(({ key, kind, text: words }) => {
        if (kind === 'same') return `${shortenedSame(words)} `;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          <span key={key}>
            <Tag>
              <span className="np-unseen">{text[kind]}: </span>
              {words}
            </Tag>{' '}
          </span>
        );
      })}
    </section>
  );
}
