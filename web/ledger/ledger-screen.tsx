/** The head of the ledger and its entries; `?entry=N` shows one entry with its proof. */
import { Checkbox } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type LedgerLine,
  ledgerHead,
  listEntries,
  type SignedHead,
} from '../../contract/ledger.ts';
import { instantOf } from '../../core/common/calendar-date.ts';
import { parseCheckpoint } from '../../core/ledger/checkpoint.ts';
import { useRead } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { printMoment, printNumber } from '../text/moment.ts';
import { FactList } from '../ui/page/fact-list.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { EntryPage } from './entry-page.tsx';
import classes from './ledger.module.css';
import { ledgerText } from './ledger-text.ts';
import { OutsideCheck } from './outside-check.tsx';
import { useEntryColumns } from './use-entry-columns.tsx';

export function LedgerScreen() {
  const wanted = useRouterState({
    select: ({ location }) => new URLSearchParams(location.searchStr).get('entry'),
  });
  if (wanted !== null && /^\d{1,15}$/.test(wanted))
    return <EntryPage key={wanted} index={Number(wanted)} />;
  return <Ledger />;
}

function Ledger() {
  const text = useText(ledgerText);
  const head = useRead(ledgerHead, {});
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Section title={text.head}>
        <Loaded query={head}>{(value) => <Head head={value} at={head.dataUpdatedAt} />}</Loaded>
      </Section>
      <Entries />
      {head.data && <OutsideCheck vkey={head.data.vkey} />}
    </>
  );
}

type HeadProps = { readonly head: SignedHead; readonly at: number };

function Head({ head, at }: HeadProps) {
  const text = useText(ledgerText);
  const note = head.checkpoint.slice(0, head.checkpoint.indexOf('\n\n') + 1);
  return (
    <>
      <FactList
        facts={[
          { name: text.size, value: printNumber(head.size) },
          { name: text.asOf, value: printMoment(instantOf(at)) },
          { name: text.origin, value: parseCheckpoint(note)?.origin },
        ]}
      />
      <dl className={classes.codes}>
        <dt>{text.root}</dt>
        <dd>
          <code>{head.root}</code>
        </dd>
        <dt>{text.key}</dt>
        <dd>
          <code>{head.vkey}</code>
          <p className={classes.soft}>{text.keyHint}</p>
        </dd>
      </dl>
    </>
  );
}

function Entries() {
  const text = useText(ledgerText);
  const { personId, duties } = useViewer();
  const seesAll = duties.includes('registrar') || duties.includes('inspector');
  const [onlyMine, setOnlyMine] = useState(false);
  const columns = useEntryColumns();
  const { source, more } = usePages({
    endpoint: listEntries,
    key: [],
    request: (below: number | null) => ({ query: below === null ? {} : { below } }),
    rows: (page) => page.entries,
    next: (page) => page.next,
  });
  const isMine = ({ actor }: LedgerLine) => actor.id === personId;
  const data = onlyMine ? source.data?.filter(isMine) : source.data;
  const filter = (
    <Checkbox
      size="xs"
      label={text.mine}
      checked={onlyMine}
      onChange={(event) => setOnlyMine(event.currentTarget.checked)}
    />
  );
  return (
    <Section title={text.entries} actions={filter}>
      <p className={classes.soft}>{seesAll ? text.seenAll : text.seen}</p>
      <DataTable
        caption={text.entries}
        columns={columns}
        source={{ ...source, data }}
        rowKey={({ index }) => String(index)}
        href={({ index }) => `/ledger?entry=${index}`}
        empty={<EmptyState title={text.none} />}
        more={more}
      />
    </Section>
  );
}
