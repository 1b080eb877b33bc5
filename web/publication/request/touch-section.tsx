/** What the words of a request touch, for the eyes of this person. */
import type { RequestView } from '../../../contract/publication/request.ts';
import { useText } from '../../text/catalogue.ts';
import { SharedPassages } from '../../ui/match/shared-passages.tsx';
import { WhomToAsk } from '../../ui/match/whom-to-ask.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Warning } from '../../ui/state/warning.tsx';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

export function TouchSection({ request }: { readonly request: RequestView }) {
  const text = useText(requestText);
  const { verdict, text: words } = request;
  if (!verdict) return null;
  return (
    <Section title={text.touch}>
      {!verdict.touchesProtected && <p className={classes.line}>{text.touchNone}</p>}
      {verdict.hidden && (
        <Warning>
          <p className={classes.line}>{text.touchHidden}</p>
          <WhomToAsk ask={verdict.ask} />
        </Warning>
      )}
      {words !== null &&
        verdict.documents.map(({ ground, ...shared }) => (
          <div key={shared.line.documentId}>
            <p className={classes.ground}>{text.ground[ground]}</p>
            <SharedPassages shared={shared} articleText={words} />
          </div>
        ))}
    </Section>
  );
}
