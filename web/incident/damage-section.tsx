/** How far it went, in numbers; no word of the document. */
import type { IncidentView } from '../../contract/incident.ts';
import { useText } from '../text/catalogue.ts';
import { printNumber, showMoment } from '../text/moment.ts';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import { incidentText } from './incident-text.ts';

export function DamageSection({ incident }: { readonly incident: IncidentView }) {
  const { damage: text } = useText(incidentText);
  const { damage } = incident;
  const { level, copies, passages, characters } = damage;
  return (
    <Section title={text.title}>
      <FactList
        facts={[
          { name: text.level, value: level && <LevelMark level={level} /> },
          { name: text.where, value: text.outlets(damage.articles, damage.outlets) },
          { name: text.first, value: showMoment(damage.firstPublishedAt) },
          {
            name: text.howMuch,
            value:
              passages !== null && characters !== null
                ? text.passages(passages, printNumber(characters))
                : null,
          },
          { name: text.knowers, value: String(damage.knowers) },
          { name: text.copies, value: copies === null ? null : String(copies) },
        ]}
      />
    </Section>
  );
}
