import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { incidentsText } from './incidents-text.ts';

export function IncidentsScreen() {
  const text = useText(incidentsText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <EmptyState title={text.empty} />
    </>
  );
}
