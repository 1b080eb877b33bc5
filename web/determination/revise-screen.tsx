/** A draft of mine, or a proposal that came back, revised and put forward again. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type DocumentView, viewDocument } from '../../contract/access.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { against } from '../ui/document/may.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { RefusalPanel } from '../ui/state/refusal-panel.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import classes from './proposal.module.css';
import { ProposalForm } from './proposal-form.tsx';
import { valuesOf } from './proposal-values.ts';
import { proposeText } from './propose-text.ts';

export function ReviseScreen() {
  const { documentId } = useParams({ from: '/frame/documents/$documentId/revise' });
  const query = useRead(viewDocument, { params: { documentId } });
  return <Loaded query={query}>{(view) => <Revision key={documentId} view={view} />}</Loaded>;
}

function Revision({ view }: { readonly view: DocumentView }) {
  const text = useText(proposeText);
  const { documentId } = view.line;
  return (
    <>
      <PageHeader
        title={text.reviseTitle}
        lead={text.reviseLead}
        back={{ href: `/documents/${documentId}`, label: text.back }}
      />
      {view.reason && <p className={classes.explained}>{view.reason}</p>}
      <RevisionForm view={view} />
    </>
  );
}

function RevisionForm({ view }: { readonly view: DocumentView }) {
  const text = useText(proposeText);
  const refusals = against(view, 'revise');
  const { state, documentId } = view.line;
  // What is being typed is not replaced when the saved version is read again.
  const [terms] = useState(view.terms);
  const [isOpen] = useState(state === 'draft' || state === 'returned');
  if (refusals.length > 0) return <RefusalPanel refusals={refusals} />;
  if (!terms || !isOpen) return <EmptyState title={text.closed}>{text.closedWhy}</EmptyState>;
  return <ProposalForm initial={valuesOf(terms)} documentId={documentId} content={view.content} />;
}
