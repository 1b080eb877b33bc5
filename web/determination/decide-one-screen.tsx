/** One proposal, beside its content: terms, guide item, checks, and the three decisions. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type DocumentView, viewDocument } from '../../contract/access.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useWordsOf } from '../ui/document/document-words.tsx';
import { PageViewer } from '../ui/document/page-viewer.tsx';
import { TermsFacts } from '../ui/document/terms-facts.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { CheckList } from './check-list.tsx';
import { decideText } from './decide-text.ts';
import { type Decided, DecisionButtons } from './decision-buttons.tsx';
import classes from './proposal.module.css';

export function DecideOneScreen() {
  const { documentId } = useParams({ from: '/frame/decide/$documentId' });
  const query = useRead(viewDocument, { params: { documentId } });
  return <Loaded query={query}>{(view) => <Decision key={documentId} view={view} />}</Loaded>;
}

function Decision({ view }: { readonly view: DocumentView }) {
  const text = useText(decideText);
  const [decided, setDecided] = useState<Decided | null>(null);
  const { level, state } = view.line;
  const { title, note } = useWordsOf()(view.line);
  return (
    <>
      <PageHeader
        title={title}
        lead={[view.drafter && text.from(view.drafter.name), note].filter(Boolean).join(' · ')}
        mark={level && <LevelMark level={level} size="stamp" />}
        back={{ href: '/decide', label: text.back }}
      />
      {decided ? (
        <Notice>
          {text.done[decided]} <InAppLink href="/decide">{text.toList}</InAppLink>
          {' · '}
          <InAppLink href={`/documents/${view.line.documentId}`}>{text.openPage}</InAppLink>
        </Notice>
      ) : state === 'proposed' ? (
        <Proposal view={view} onDecided={setDecided} />
      ) : (
        <EmptyState title={text.closed}>
          <InAppLink href={`/documents/${view.line.documentId}`}>{text.openPage}</InAppLink>
        </EmptyState>
      )}
    </>
  );
}

type ProposalProps = {
  readonly view: DocumentView;
  readonly onDecided: (decided: Decided) => void;
};

function Proposal({ view, onDecided }: ProposalProps) {
  const text = useText(decideText);
  return (
    <div className={classes.decide}>
      <div>
        <Section title={text.content}>
          <PageViewer view={view} />
        </Section>
      </div>
      <div>
        {view.terms && (
          <Section title={text.terms}>
            <TermsFacts terms={view.terms} />
          </Section>
        )}
        <Section title={text.checks}>
          <CheckList view={view} />
        </Section>
        <Section title={text.decision}>
          <DecisionButtons view={view} onDecided={onDecided} />
        </Section>
      </div>
    </div>
  );
}
