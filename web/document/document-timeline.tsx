/** The acts on this document; a long history shows its newest part first of all. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { printRefusal } from '../../contract/text/refusal-text.ts';
import { VERB_TEXTS } from '../../contract/text/verb-text.ts';
import type { Timeline as Acts } from '../../contract/timeline.ts';
import { VERBS, type VerbRule } from '../../core/act/verb.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { Timeline } from '../ui/law/timeline.tsx';
import { Section } from '../ui/page/section.tsx';
import { documentText } from './document-text.ts';

const SHOWN = 12;

export function DocumentTimeline({ timeline }: { readonly timeline: Acts }) {
  const text = useText(documentText);
  const language = useLanguage();
  const [whole, setWhole] = useState(false);
  const acts = whole ? timeline : timeline.slice(-SHOWN);
  const refusedWords = (refused: Acts[number]['refused']) =>
    refused &&
    `${text.refused}: ${refused.map((code) => printRefusal({ code }, language).what).join('; ')}`;
  return (
    <Section
      title={text.timeline}
      actions={
        acts.length < timeline.length && (
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {text.everyAct(timeline.length)}
          </Button>
        )
      }
    >
      <Timeline
        acts={acts.map(({ index, at, verb, actor, refused }) => {
          const { articles }: VerbRule = VERBS[verb];
          return {
            key: String(index),
            at,
            title: VERB_TEXTS[language][verb],
            actor: actor?.name ?? text.system,
            detail: refusedWords(refused),
            citation: articles[0],
            entryIndex: index,
          };
        })}
      />
    </Section>
  );
}
