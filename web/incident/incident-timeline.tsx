/** Every act on an incident, each with its article and its ledger entry. */

import { VERB_TEXTS } from '../../contract/text/verb-text.ts';
import type { Timeline as Acts } from '../../contract/timeline.ts';
import { VERBS, type VerbRule } from '../../core/act/verb.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { Timeline } from '../ui/law/timeline.tsx';
import { Section } from '../ui/page/section.tsx';
import { incidentText } from './incident-text.ts';

export function IncidentTimeline({ acts }: { readonly acts: Acts }) {
  const text = useText(incidentText);
  const titles = VERB_TEXTS[useLanguage()];
  return (
    <Section title={text.timeline}>
      <Timeline
        acts={acts.map(({ index, at, verb, actor, refused }) => {
          const { articles }: VerbRule = VERBS[verb];
          return {
            key: String(index),
            at,
            title: refused ? text.refusedAct(titles[verb]) : titles[verb],
            actor: actor?.name,
            citation: articles[0],
            entryIndex: index,
            alarm: verb === 'watch.confirm',
          };
        })}
      />
    </Section>
  );
}
