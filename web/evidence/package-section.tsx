/** Makes the hand-over package, and lists those that were made. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CustodyView, packageEvidence } from '../../contract/evidence.ts';
import { apiBytes } from '../api/api.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { saveFile } from '../ui/page/save-file.ts';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import classes from './evidence.module.css';
import { evidenceText } from './evidence-text.ts';

type PackageProps = { readonly incidentId: string; readonly view: CustodyView };

const FILE_NAME = 'goi-ban-giao.zip';
const NOTHING = { receiverBody: '', receiverName: '', minutesNo: '', place: '' };

export function PackageSection({ incidentId, view }: PackageProps) {
  const text = useText(evidenceText);
  const client = useQueryClient();
  const [words, setWords] = useState(NOTHING);
  const make = useMutation({
    mutationFn: () => apiBytes(packageEvidence, { params: { incidentId }, body: words }),
    onSuccess: (zip) => {
      saveFile(zip, FILE_NAME);
      return client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
    },
  });
  const complete = words.receiverBody.trim() !== '' && words.receiverName.trim() !== '';
  return (
    <Section title={text.package}>
      <div className={classes.form}>
        <p className={classes.soft}>{text.packageLead}</p>
        {(['receiverBody', 'receiverName', 'minutesNo', 'place'] as const).map((name) => (
          <TextInput
            key={name}
            label={text[name]}
            required={name.startsWith('receiver')}
            maxLength={200}
            value={words[name]}
            onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
          />
        ))}
        {make.error && <ErrorState error={make.error} />}
        {make.isSuccess && <Notice>{text.made(FILE_NAME)}</Notice>}
        <Button onClick={() => make.mutate()} disabled={!complete} loading={make.isPending}>
          {text.make}
        </Button>
      </div>
      <Packages view={view} />
    </Section>
  );
}

type Made = CustodyView['packages'][number];

function Packages({ view }: { readonly view: CustodyView }) {
  const text = useText(evidenceText);
  const columns: readonly Column<Made>[] = [
    { key: 'at', header: text.madeAt, width: '11rem', cell: ({ madeAt }) => showMoment(madeAt) },
    {
      key: 'to',
      header: text.receiverBody,
      cell: ({ receiverBody, receiverName }) => `${receiverBody}, ${receiverName}`,
      names: true,
    },
    { key: 'by', header: text.by, width: '12rem', cell: ({ by }) => by.name },
    {
      key: 'hash',
      header: text.hash,
      cell: ({ sha256 }) => <code className={classes.hash}>{sha256}</code>,
    },
  ];
  return (
    <DataTable
      caption={text.packages}
      columns={columns}
      source={{ data: view.packages }}
      rowKey={({ packageId }) => packageId}
      empty={<p className={classes.soft}>{text.noPackages}</p>}
    />
  );
}
