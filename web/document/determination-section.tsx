/** The evidence of the decision: who, when, by what authority, and until when it protects. */
import type { DocumentView } from '../../contract/access.ts';
import { VERBS } from '../../core/act/verb.ts';
import { useText } from '../text/catalogue.ts';
import { showDate } from '../text/moment.ts';
import { CitationChip } from '../ui/law/citation-chip.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { DOCUMENT_TONES, documentStateText } from '../ui/state/state-looks.ts';
import { Until } from './document-columns.tsx';
import { documentText } from './document-text.ts';

export function DeterminationSection({ view }: { readonly view: DocumentView }) {
  const text = useText(documentText);
  const names = useText(documentStateText);
  const { line, incoming, decidedOn, delegationNo } = view;
  const decided = decidedOn !== null;
  const authority = delegationNo ? text.byDelegation(delegationNo) : text.byPost;
  return (
    <Section title={text.determination}>
      <FactList
        facts={[
          {
            name: text.state,
            value: <StateBadge state={line.state} tones={DOCUMENT_TONES} names={names} />,
          },
          { name: text.until, value: line.protectedUntil && <Until line={line} /> },
          { name: text.issuingBody, value: incoming?.issuingBody },
          { name: text.receivedOn, value: incoming && showDate(incoming.receivedOn) },
          { name: text.content, value: incoming && !incoming.opened && text.unopened },
          { name: text.drafter, value: view.drafter?.name },
          { name: text.decider, value: view.decider?.name },
          { name: text.decidedOn, value: decided && showDate(decidedOn) },
          { name: text.authority, value: decided && authority },
          { name: text.ground, value: decided && <Ground state={line.state} /> },
        ]}
      />
    </Section>
  );
}

function Ground({ state }: { readonly state: DocumentView['line']['state'] }) {
  const verb = state === 'not-secret' ? 'determination.find-not-secret' : 'determination.determine';
  return VERBS[verb].articles.map((article) => (
    <span key={article.article}>
      <CitationChip citation={article} />{' '}
    </span>
  ));
}
