/** A new draft with its proposed level. */
import { useState } from 'react';
import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { ProposalForm } from './proposal-form.tsx';
import { EMPTY } from './proposal-values.ts';
import { proposeText } from './propose-text.ts';

export function ProposeScreen() {
  const text = useText(proposeText);
  const [round, setRound] = useState(0);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <ProposalForm
        key={round}
        initial={EMPTY}
        documentId={null}
        content={null}
        onAnother={() => setRound(round + 1)}
      />
    </>
  );
}
