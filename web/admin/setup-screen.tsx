import { BarePage } from '../shell/bare-page.tsx';
import { useText } from '../text/catalogue.ts';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { setupText } from './setup-text.ts';

export function SetupScreen() {
  const text = useText(setupText);
  return (
    <BarePage title={text.title} lead={text.lead}>
      <EmptyState title={text.empty} />
    </BarePage>
  );
}
