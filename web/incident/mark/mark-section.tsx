/** Suspect pictures of an incident: given by one officer, read by another, and what came of it. */
import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import {
  declineMarkReading,
  listMarkReadings,
  type MarkReadingsView,
  readMark,
} from '../../../contract/copying/copy-marks.ts';
import { keepPicture } from '../../../contract/evidence.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { InAppLink } from '../../ui/page/in-app-link.tsx';
import { Section } from '../../ui/page/section.tsx';
import { GuardedButton } from '../../ui/state/guarded-button.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../incident.module.css';
import { AskReading } from './ask-reading.tsx';
import { markText } from './mark-text.ts';

type Reading = MarkReadingsView['readings'][number];

/** Where the inbox leads to: the page is long, and this part of it comes after the rest. */
const ADDRESS = '#marks';

type SectionProps = {
  readonly incidentId: string;
  /** Null for who may not see it. */
  readonly documentId: string | null;
};

export function MarkSection({ incidentId, documentId }: SectionProps) {
  const list = useRead(listMarkReadings, { params: { incidentId } });
  const place = useRef<HTMLDivElement>(null);
  const isThere = list.data !== undefined;
  useEffect(() => {
    if (!isThere || globalThis.location.hash !== ADDRESS) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView();
  }, [isThere]);
  if (!list.data) return null;
  return (
    <div ref={place} tabIndex={-1} className={classes.place}>
      <Readings incidentId={incidentId} documentId={documentId} list={list.data} />
    </div>
  );
}

type ReadingsProps = SectionProps & { readonly list: MarkReadingsView };

function Readings({ incidentId, documentId, list: { open, readings } }: ReadingsProps) {
  const text = useText(markText);
  return (
    <Section title={text.title} actions={open && <AskReading incidentId={incidentId} />}>
      <p className={classes.lead}>{text.lead}</p>
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
                  <Result {...{ incidentId, documentId, reading }} />
                ) : (
                  <Open {...{ incidentId, reading, open }} />
                ),
            },
          ]}
        />
      )}
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

type ReadingProps = { readonly incidentId: string; readonly reading: Reading };

/** `10²¹`: powers of ten are whole. */
const powerOfTen = (power: number): string =>
  `10${[...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;

function Result({ incidentId, documentId, reading }: ReadingProps & SectionProps) {
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
        {isNamed ? text.chance(powerOfTen(certainty), ...among) : text.looked(...among)}
      </p>
      {answeredBy && answeredAt && (
        <p className={classes.soft}>{text.by(answeredBy.name, showMoment(answeredAt))}</p>
      )}
      {isNamed && <p className={classes.soft}>{text.limits}</p>}
      {isNamed && documentId !== null && (
        <p className={classes.line}>
          <InAppLink href={`/documents/${documentId}`}>{text.toDocument}</InAppLink>
        </p>
      )}
      {reading.isEvidence ? (
        <InAppLink href={`/incidents/${incidentId}/evidence`}>{text.kept}</InAppLink>
      ) : (
        <Keep incidentId={incidentId} reading={reading} />
      )}
    </>
  );
}

function Keep({ incidentId, reading: { requestId } }: ReadingProps) {
  const text = useText(markText);
  const dialog = useDialog();
  const act = useAct(keepPicture, dialog.finish);
  return (
    <>
      <Button variant="default" size="compact-sm" mt="xs" onClick={dialog.open}>
        {text.keep}
      </Button>
      <Confirm
        opened={dialog.opened}
        title={text.keep}
        confirmLabel={text.keep}
        onConfirm={() => act.mutate({ params: { incidentId, requestId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p>{text.keepDoes}</p>
      </Confirm>
    </>
  );
}

type OpenProps = ReadingProps & { readonly open: boolean };

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
