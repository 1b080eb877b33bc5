/** What a check came to: nothing found, passages beside the documents, or only whom to ask. */
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { EXTRACTION_WARNING_TEXTS } from '../../contract/text/extraction-text.ts';
import { EXTRACTION_WARNINGS, leavesUnread } from '../../core/common/extraction.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { printNumber } from '../text/moment.ts';
import { passageText } from '../ui/match/passage-text.ts';
import { SharedPassages } from '../ui/match/shared-passages.tsx';
import { WhomToAsk } from '../ui/match/whom-to-ask.tsx';
import { Section } from '../ui/page/section.tsx';
import classes from './leak-check.module.css';
import { leakCheckText } from './leak-check-text.ts';
import type { Checked } from './use-leak-check.ts';

export type LeakVerdictProps = {
  readonly checked: Checked;
  /** The person went on typing after the check. */
  readonly isChanged: boolean;
};

export function LeakVerdict({ checked, isChanged }: LeakVerdictProps) {
  const text = useText(leakCheckText);
  const { verdict } = checked;
  const sentence = useVerdictWords(checked);
  const { Icon, tone } = LOOKS[outcomeOf(checked)];
  return (
    <>
      <section className={`${classes.verdict} ${tone}`} aria-label={text.verdict}>
        <Icon className={classes.icon} size={32} aria-hidden />
        <div className={classes.words}>
          <VerdictTitle>{sentence.title}</VerdictTitle>
          <p className={classes.body}>{sentence.body}</p>
          {verdict.hidden && verdict.documents.length > 0 && (
            <p className={classes.body}>
              <strong>{text.hiddenToo}</strong> {text.hiddenBody}
            </p>
          )}
          {verdict.hidden && <WhomToAsk ask={verdict.ask} />}
          <CheckFacts checked={checked} />
          {isChanged && <p className={classes.changed}>{text.changed}</p>}
        </div>
      </section>
      <Passages checked={checked} />
    </>
  );
}

/** Nothing found in what could be read is no clean file. */
function outcomeOf({ verdict, warnings }: Checked): keyof typeof LOOKS {
  if (verdict.touchesProtected) return 'touches';
  return leavesUnread(warnings) ? 'unread' : 'clean';
}

const LOOKS = {
  touches: { Icon: IconAlertOctagon, tone: classes.touches },
  unread: { Icon: IconAlertTriangle, tone: classes.unread },
  clean: { Icon: IconCircleCheck, tone: classes.clean },
} as const;

function useVerdictWords(checked: Checked): { title: string; body: string } {
  const text = useText(leakCheckText);
  const { verdict } = checked;
  const count = verdict.documents.length;
  if (count > 0) return { title: text.found(count), body: text.foundBody };
  if (verdict.touchesProtected) return { title: text.hidden, body: text.hiddenBody };
  if (outcomeOf(checked) === 'unread') return { title: text.unread, body: text.unreadBody };
  return { title: text.none, body: text.noneBody };
}

/** Takes the focus, so that eyes and screen readers alike go on at the result. */
function VerdictTitle({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h2 ref={title} className={classes.title} tabIndex={-1}>
      {children}
    </h2>
  );
}

function CheckFacts({ checked }: { readonly checked: Checked }) {
  const text = useText(leakCheckText);
  const { verdict, fileName, warnings, tookMs } = checked;
  const seconds = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
  const time = text.seconds(seconds.format(tookMs / 1_000));
  return (
    <>
      <p className={classes.facts}>
        {fileName && <>{text.fromFile(fileName)}. </>}
        {text.checked(printNumber(verdict.characters), time)}. {text.recorded}
      </p>
      <Warnings codes={warnings} />
    </>
  );
}

function Warnings({ codes }: { readonly codes: readonly string[] }) {
  const text = useText(leakCheckText);
  const words = EXTRACTION_WARNING_TEXTS[useLanguage()];
  const known = EXTRACTION_WARNINGS.filter((code) => codes.includes(code));
  if (known.length === 0) return null;
  return (
    <p className={classes.facts}>
      <strong>{text.warnings}:</strong> {known.map((code) => words[code]).join(' ')}
    </p>
  );
}

function Passages({ checked }: { readonly checked: Checked }) {
  const text = useText(leakCheckText);
  const { indication } = useText(passageText);
  const { documents } = checked.verdict;
  if (documents.length === 0) return null;
  return (
    <Section title={text.passages}>
      <p className={classes.remark}>{indication}</p>
      {documents.map(({ ground, ...shared }) => (
        <div key={shared.line.documentId}>
          {ground === 'embargo' && <p className={classes.changed}>{text.embargo}</p>}
          <SharedPassages shared={shared} articleText={checked.text} />
        </div>
      ))}
    </Section>
  );
}
