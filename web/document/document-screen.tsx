import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { documentText } from './document-text.ts';

export function DocumentScreen() {
  const text = useText(documentText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <EmptyState title={text.empty} />
    </>
  );
}
