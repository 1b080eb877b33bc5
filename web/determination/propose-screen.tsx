import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { proposeText } from './propose-text.ts';

export function ProposeScreen() {
  const text = useText(proposeText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <EmptyState title={text.empty} />
    </>
  );
}
