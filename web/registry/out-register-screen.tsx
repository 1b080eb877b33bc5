import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { outRegisterText } from './out-register-text.ts';

export function OutRegisterScreen() {
  const text = useText(outRegisterText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <EmptyState title={text.empty} />
    </>
  );
}
