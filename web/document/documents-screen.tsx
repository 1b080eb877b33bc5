import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { documentsText } from './documents-text.ts';

export function DocumentsScreen() {
  const text = useText(documentsText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <EmptyState title={text.empty} />
    </>
  );
}
