/** What each screen is for, the keys, the legal grounds, and the limits of the product. */
import { VERB_TEXTS } from '../../contract/text/verb-text.ts';
import { VERB_NAMES, VERBS } from '../../core/act/verb.ts';
import { CERTAINTIES } from '../../core/common/citation.ts';
import { NAV_ENTRIES } from '../shell/navigation.ts';
import { shellText } from '../shell/shell-text.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { CitationChip } from '../ui/law/citation-chip.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Warning } from '../ui/state/warning.tsx';
import classes from './help.module.css';
import { helpText } from './help-text.ts';

export function HelpScreen() {
  const text = useText(helpText);
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Screens />
      <Keys />
      <Section title={text.limits}>
        <Warning>
          <ul className={classes.limits}>
            {Object.entries(text.limit).map(([name, sentence]) => (
              <li key={name}>{sentence}</li>
            ))}
          </ul>
        </Warning>
      </Section>
      <Section title={text.refusals}>
        <p className={classes.lead}>{text.refusalsLead}</p>
      </Section>
      <LegalGrounds />
    </>
  );
}

function Screens() {
  const text = useText(helpText);
  const { nav } = useText(shellText);
  return (
    <Section title={text.screens}>
      <p className={classes.lead}>{text.screensLead}</p>
      <dl className={classes.list}>
        {NAV_ENTRIES.map(({ name, href }) => (
          <div key={name}>
            <dt>
              <InAppLink href={href}>{nav[name]}</InAppLink>
            </dt>
            <dd>{text.screen[name]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Keys() {
  const text = useText(helpText);
  return (
    <Section title={text.keys}>
      <dl className={classes.list}>
        {Object.values(text.key).map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function LegalGrounds() {
  const text = useText(helpText);
  const verbs = VERB_TEXTS[useLanguage()];
  return (
    <Section title={text.law}>
      <p className={classes.lead}>{text.lawLead}</p>
      <ul>
        {CERTAINTIES.map((certainty) => (
          <li key={certainty}>{text.certainty[certainty]}</li>
        ))}
      </ul>
      <details>
        <summary className={classes.summary}>{text.grounds}</summary>
        <dl className={classes.list}>
          {VERB_NAMES.filter((verb) => VERBS[verb].articles.length > 0).map((verb) => (
            <div key={verb}>
              <dt>{verbs[verb]}</dt>
              <dd className={classes.articles}>
                {VERBS[verb].articles.map((citation) => (
                  <CitationChip key={citation.instrument + citation.article} citation={citation} />
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}
