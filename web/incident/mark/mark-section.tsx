/** Suspect pictures of an incident: given by one officer, read by another, and what came of it. */
import { Group } from '@mantine/core';
import {
  declineMarkReading,
  listMarkReadings,
  type MarkReadingsView,
  readMark,
} from '../../../contract/copying/copy-marks.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { Section } from '../../ui/page/section.tsx';
import { GuardedButton } from '../../ui/state/guarded-button.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../incident.module.css';
import { AskReading } from './ask-reading.tsx';
import { markText } from './mark-text.ts';

type Reading = MarkReadingsView['readings'][number];

export function MarkSection({ incidentId }: { readonly incidentId: string }) {
  const text = useText(markText);
  const list = useRead(listMarkReadings, { params: { incidentId } });
  if (!list.data) return null;
  const { open, readings } = list.data;
  return (
    <Section title={text.title}>
      <p className={classes.soft}>{text.lead}</p>
      {readings.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <DataTable<Reading>
          caption={text.caption}
          source={{ data: readings }}
          rowKey={({ requestId }) => requestId}
          columns={[
            {
              key: 'asked',
              header: text.asked,
              names: true,
              cell: (reading) => <Asked reading={reading} />,
            },
            {
              key: 'result',
              header: text.result,
              cell: (reading) =>
                reading.finding ? (
                  <Result reading={reading} />
                ) : (
                  <Open {...{ incidentId, reading, open }} />
                ),
            },
          ]}
        />
      )}
      {open && <AskReading incidentId={incidentId} />}
    </Section>
  );
}

function Asked({ reading }: { readonly reading: Reading }) {
  const text = useText(markText);
  const { page, reason, requestedBy, requestedAt } = reading;
  return (
    <>
      <strong>{text.pageNo(printNumber(page))}</strong>
      <p className={classes.line}>{reason}</p>
      <p className={classes.soft}>{text.by(requestedBy.name, showMoment(requestedAt))}</p>
    </>
  );
}

function Result({ reading }: { readonly reading: Reading }) {
  const text = useText(markText);
  const { finding, answeredBy, answeredAt } = reading;
  if (!finding) return null;
  const { outcome, copy, certainty, copies, lines } = finding;
  const among = [printNumber(copies), printNumber(lines)] as const;
  const isNamed = outcome === 'named';
  return (
    <>
      <strong>{text.outcomes[outcome]}</strong>
      {isNamed && (
        <p className={classes.line}>
          {copy ? (copy.label ?? text.screenCopy(printNumber(copy.number))) : text.hiddenCopy}
        </p>
      )}
      <p className={classes.soft}>
        {isNamed ? text.chance(printNumber(certainty), ...among) : text.looked(...among)}
      </p>
      {answeredBy && answeredAt && (
        <p className={classes.soft}>{text.by(answeredBy.name, showMoment(answeredAt))}</p>
      )}
      {isNamed && <p className={classes.soft}>{text.limits}</p>}
    </>
  );
}

type OpenProps = {
  readonly incidentId: string;
  readonly reading: Reading;
  readonly open: boolean;
};

function Open({ incidentId, reading, open }: OpenProps) {
  const text = useText(markText);
  const me = useViewer().personId;
  const [asking, declining] = [useDialog(), useDialog()];
  const { requestId, requestedBy, declined } = reading;
  const params = { incidentId, requestId };
  const read = useAct(readMark, asking.finish);
  const decline = useAct(declineMarkReading, declining.finish);
  if (declined !== null) return <p>{text.declined(declined)}</p>;
  if (!open) return <p>{text.waiting}</p>;
  const refusals = requestedBy.personId === me ? [{ code: 'second-officer-needed' } as const] : [];
  return (
    <>
      <p className={classes.line}>{text.waiting}</p>
      <Group>
        <GuardedButton size="compact-sm" refusals={refusals} onAct={asking.open}>
          {text.read}
        </GuardedButton>
        <GuardedButton variant="default" size="compact-sm" refusals={[]} onAct={declining.open}>
          {text.decline}
        </GuardedButton>
      </Group>
      <Confirm
        opened={asking.opened}
        title={text.read}
        confirmLabel={text.read}
        onConfirm={() => read.mutate({ params })}
        onClose={asking.close}
        busy={read.isPending}
        error={read.error}
      >
        <p>{text.readDoes}</p>
      </Confirm>
      <ReasonDialog
        key={declining.round}
        opened={declining.opened}
        title={text.decline}
        confirmLabel={text.decline}
        onConfirm={(reason) => decline.mutate({ params, body: { reason } })}
        onClose={declining.close}
        busy={decline.isPending}
        error={decline.error}
      >
        <p>{text.declineDoes}</p>
      </ReasonDialog>
    </>
  );
}
