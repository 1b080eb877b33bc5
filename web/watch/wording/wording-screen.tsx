/** What has become common wording, version by version, by whose word; and taking a word back. */
import { Button } from '@mantine/core';
import {
  listWordings,
  type WordingView,
  withdrawWording,
} from '../../../contract/watch/wording.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { DocumentName } from '../../ui/match/document-name.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { VersionTable } from '../lists/version-table.tsx';
import { wordingText } from './wording-text.ts';

type Judgement = WordingView['judgements'][number];

export function WordingScreen() {
  const text = useText(wordingText);
  const view = useRead(listWordings, {});
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} back={{ href: '/watch', label: text.back }} />
      <Loaded query={view}>
        {({ versions, judgements }) => (
          <>
            <Versions versions={versions} />
            <Judgements judgements={judgements} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Versions({ versions }: Pick<WordingView, 'versions'>) {
  const text = useText(wordingText);
  return (
    <VersionTable
      versions={versions}
      words={text}
      columns={[
        {
          key: 'made',
          header: text.made,
          width: '12rem',
          cell: ({ madeAt }) => showMoment(madeAt),
        },
        {
          key: 'judgements',
          header: text.judgementCount,
          width: '9rem',
          cell: ({ judgements }) => printNumber(judgements),
        },
        {
          key: 'pieces',
          header: text.pieces,
          width: '11rem',
          cell: ({ pieces }) => printNumber(pieces),
        },
      ]}
    />
  );
}

function Judgements({ judgements }: Pick<WordingView, 'judgements'>) {
  const text = useText(wordingText);
  const isOfficer = useViewer().duties.includes('watch-officer');
  const withdrawing: Column<Judgement> = {
    key: 'act',
    header: text.withdraw,
    width: '7rem',
    cell: (judgement) => !judgement.withdrawn && <Withdraw judgement={judgement} />,
  };
  return (
    <Section title={text.judgements}>
      <DataTable<Judgement>
        caption={text.judgements}
        source={{ data: judgements }}
        rowKey={({ judgementId }) => judgementId}
        empty={<EmptyState title={text.noJudgements} />}
        columns={[
          { key: 'by', header: text.by, names: true, cell: ({ by }) => by.name },
          { key: 'at', header: text.at, width: '10rem', cell: ({ at }) => showMoment(at) },
          { key: 'source', header: text.source, width: '11rem', cell: ({ source }) => source },
          {
            key: 'document',
            header: text.document,
            cell: ({ document }) => <DocumentName line={document} />,
          },
          {
            key: 'state',
            header: text.state,
            width: '12rem',
            cell: ({ withdrawn }) =>
              withdrawn ? text.withdrawn(withdrawn.by.name, showMoment(withdrawn.at)) : text.counts,
          },
          ...(isOfficer ? [withdrawing] : []),
        ]}
      />
    </Section>
  );
}

function Withdraw({ judgement }: { readonly judgement: Judgement }) {
  const text = useText(wordingText);
  const dialog = useDialog();
  const act = useAct(withdrawWording, dialog.finish);
  const params = { judgementId: judgement.judgementId };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={dialog.open}>
        {text.withdraw}
      </Button>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={text.withdrawAsk}
        confirmLabel={text.withdraw}
        onConfirm={(reason) => act.mutate({ params, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{text.withdrawDoes}</p>
      </ReasonDialog>
    </>
  );
}
