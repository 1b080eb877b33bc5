import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { peopleText } from './people-text.ts';

export function PersonScreen() {
  const text = useText(peopleText);
  return <PageHeader title={text.title} lead={text.lead} />;
}
