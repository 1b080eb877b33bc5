/** Everything that somebody who may see a document may know of it, and what they can do with it. */
import { useParams } from '@tanstack/react-router';
import { type DocumentView, viewDocument } from '../../contract/access.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useWordsOf } from '../ui/document/document-words.tsx';
import { PageViewer } from '../ui/document/page-viewer.tsx';
import { TermsFacts } from '../ui/document/terms-facts.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { AttachSection } from './attach-section.tsx';
import { CopiesSection } from './copies-section.tsx';
import { CopyingSection } from './copying/copying-section.tsx';
import { BaitSection } from './desk/bait-section.tsx';
import { MarksSection } from './desk/marks-section.tsx';
import { DeterminationSection } from './determination-section.tsx';
import classes from './document.module.css';
import { DocumentActions } from './document-actions.tsx';
import { documentText } from './document-text.ts';
import { DocumentTimeline } from './document-timeline.tsx';
import { GrantsSection } from './grants-section.tsx';

export function DocumentScreen() {
  const { documentId } = useParams({ from: '/frame/documents/$documentId' });
  const query = useRead(viewDocument, { params: { documentId } });
  return <Loaded query={query}>{(view) => <Page key={documentId} view={view} />}</Loaded>;
}

function Page({ view }: { readonly view: DocumentView }) {
  const text = useText(documentText);
  const { level, symbol } = view.line;
  const { title, note } = useWordsOf()(view.line);
  return (
    <>
      <PageHeader
        title={title}
        lead={[symbol && text.number(symbol), note].filter(Boolean).join(' · ') || undefined}
        mark={level && <LevelMark level={level} size="stamp" />}
        back={{ href: '/documents', label: text.back }}
        actions={<DocumentActions view={view} />}
      />
      {view.reason && (
        <p className={classes.reason}>
          <strong>{text.reason}:</strong> {view.reason}
        </p>
      )}
      <div className={classes.grid}>
        <div>
          <DeterminationSection view={view} />
          {view.terms && (
            <Section title={text.terms}>
              <TermsFacts terms={view.terms} />
            </Section>
          )}
          <Section title={text.content}>
            <PageViewer view={view} />
            <AttachSection view={view} />
          </Section>
        </div>
        <div>
          <CopiesSection view={view} />
          <CopyingSection view={view} />
          <GrantsSection view={view} />
          <MarksSection view={view} />
          <BaitSection view={view} />
          <DocumentTimeline timeline={view.timeline} />
        </div>
      </div>
    </>
  );
}
