/** The ad hoc report as a form to be printed. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { printReport } from '../../../contract/incident.ts';
import { apiBytes } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { saveFile } from '../../ui/page/save-file.ts';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import classes from '../incident.module.css';
import { papersText } from './papers-text.ts';

const LONGEST = 4_000;

export function ReportSection({ incidentId }: { readonly incidentId: string }) {
  const text = useText(papersText);
  const client = useQueryClient();
  const [words, setWords] = useState({ recipient: '', cause: '', proposal: '' });
  const print = useMutation({
    mutationFn: () => apiBytes(printReport, { params: { incidentId }, body: words }),
    onSuccess: (paper) => {
      saveFile(paper, 'bao-cao-dot-xuat.pdf');
      return client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
    },
  });
  return (
    <Section title={text.report}>
      <div className={classes.form}>
        <p className={classes.soft}>{text.reportLead}</p>
        <TextInput
          label={text.recipient}
          description={text.dotted}
          maxLength={300}
          value={words.recipient}
          onChange={(event) => setWords({ ...words, recipient: event.currentTarget.value })}
        />
        {(['cause', 'proposal'] as const).map((name) => (
          <Textarea
            key={name}
            label={text[name]}
            autosize
            minRows={2}
            maxLength={LONGEST}
            value={words[name]}
            onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
          />
        ))}
        {print.error && <ErrorState error={print.error} />}
        {print.isSuccess && <Notice>{text.printed}</Notice>}
        <Button variant="default" onClick={() => print.mutate()} loading={print.isPending}>
          {text.print}
        </Button>
      </div>
    </Section>
  );
}
