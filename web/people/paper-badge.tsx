import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { Badge } from '../ui/state/state-badge.tsx';
import { PAPER_TONES, paperState, sayPaper } from './paper-state.ts';
import { peopleText } from './people-text.ts';

/** How a paper stands today; `until` is its last day in force. */
export function PaperBadge({ until }: { readonly until: string | null }) {
  const { paper: words } = useText(peopleText);
  const paper = paperState(until, todayInHanoi());
  return <Badge tone={PAPER_TONES[paper.state]}>{sayPaper(paper, words)}</Badge>;
}
