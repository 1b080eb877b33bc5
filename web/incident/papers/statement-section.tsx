/** A statement to the press: from a wording that confirms nothing, checked before it is used. */
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  checkStatement,
  draftStatement,
  type StatementVerdict,
} from '../../../contract/incident.ts';
import { STATEMENT_KINDS, type StatementKind } from '../../../core/incident/statement.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import { Warning } from '../../ui/state/warning.tsx';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import classes from '../incident.module.css';
import { papersText } from './papers-text.ts';

export function StatementSection({ incidentId }: { readonly incidentId: string }) {
  const text = useText(papersText);
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState<string | null>(null);
  const check = useAct(checkStatement);
  const send = () => {
    setChecked(words);
    check.mutate({ params: { incidentId }, body: { text: words } });
  };
  return (
    <Section title={text.statement}>
      <div className={classes.form}>
        <p className={classes.soft}>{text.statementLead}</p>
        <TemplateChoice incidentId={incidentId} onUse={setWords} />
        <Textarea
          label={text.words}
          autosize
          minRows={4}
          maxLength={20_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {check.error && <ErrorState error={check.error} />}
        {check.data && checked === words && <Verdict verdict={check.data} words={words} />}
        {check.data && checked !== words && <p className={classes.soft}>{text.changed}</p>}
        <Button onClick={send} disabled={words.trim() === ''} loading={check.isPending}>
          {text.check}
        </Button>
        <p className={classes.soft}>{text.recorded}</p>
      </div>
    </Section>
  );
}

type ChoiceProps = { readonly incidentId: string; readonly onUse: (words: string) => void };

function TemplateChoice({ incidentId, onUse }: ChoiceProps) {
  const text = useText(papersText);
  const language = useLanguage();
  const [kind, setKind] = useState<StatementKind>('considering');
  const draft = useRead(draftStatement, { params: { incidentId }, query: { kind } });
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={text.kind}
        value={kind}
        data={STATEMENT_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
        onChange={({ currentTarget }) =>
          setKind(STATEMENT_KINDS.find((each) => each === currentTarget.value) ?? kind)
        }
      />
      <Button
        variant="default"
        disabled={!draft.data}
        onClick={() => draft.data && onUse(draft.data[language])}
      >
        {text.use}
      </Button>
    </div>
  );
}

type VerdictProps = { readonly verdict: StatementVerdict; readonly words: string };

function Verdict({ verdict, words }: VerdictProps) {
  const text = useText(papersText);
  if (verdict.ready) return <Notice>{text.ready}</Notice>;
  const phrases = verdict.confirming.map(({ start, end }) => `“${words.slice(start, end)}”`);
  return (
    <>
      {verdict.touchesProtected && <Warning>{text.touches}</Warning>}
      {phrases.length > 0 && <Warning>{text.confirming([...new Set(phrases)].join(', '))}</Warning>}
    </>
  );
}
