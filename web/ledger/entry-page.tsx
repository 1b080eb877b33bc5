/** One entry: what it says, which rows it covers, and its proof computed here. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type EntryProof, proveEntry } from '../../contract/ledger.ts';
import { listPeople } from '../../contract/people.ts';
import { printRefusal } from '../../contract/text/refusal-text.ts';
import { VERB_TEXTS } from '../../contract/text/verb-text.ts';
import type { Entry, EntrySubject } from '../../core/act/entry.ts';
import { VERBS } from '../../core/act/verb.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { printMoment, printNumber } from '../text/moment.ts';
import { CitationChip } from '../ui/law/citation-chip.tsx';
import { type Fact, FactList } from '../ui/page/fact-list.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { browserVerify } from './browser-ed25519.ts';
import { checkEntry } from './check-proof.ts';
import classes from './ledger.module.css';
import { ledgerText } from './ledger-text.ts';
import { OutsideCheck } from './outside-check.tsx';
import { ProofCheck } from './proof-check.tsx';
import { saveBytes } from './save-bytes.ts';
import { useActorName } from './use-entry-columns.tsx';

export function EntryPage({ index }: { readonly index: number }) {
  const query = useRead(proveEntry, { params: { index } });
  return <Loaded query={query}>{(served) => <ServedEntry served={served} />}</Loaded>;
}

function ServedEntry({ served }: { readonly served: EntryProof }) {
  const text = useText(ledgerText);
  const language = useLanguage();
  const check = useQuery({
    queryKey: ['ledger.check', served],
    queryFn: () => checkEntry(served, browserVerify),
    networkMode: 'always',
  });
  const entry = check.data?.entry;
  const name = text.entryTitle(printNumber(served.index));
  return (
    <>
      <PageHeader
        title={entry ? `${name}: ${VERB_TEXTS[language][entry.verb]}` : name}
        back={{ href: '/ledger', label: text.back }}
        actions={<SaveButtons served={served} />}
      />
      <ProofCheck served={served} checked={check.data} />
      {entry && <EntryFacts entry={entry} />}
      {entry && <EntryRows entry={entry} />}
      <OutsideCheck vkey={served.vkey} />
    </>
  );
}

function SaveButtons({ served }: { readonly served: EntryProof }) {
  const text = useText(ledgerText);
  const name = `ledger-${served.index}`;
  const entry = () => Uint8Array.from(atob(served.entry), (char) => char.charCodeAt(0));
  return (
    <>
      <Button
        variant="default"
        onClick={() => saveBytes(`${name}.tlog-proof`, new TextEncoder().encode(served.tlogProof))}
      >
        {text.save}
      </Button>
      <Button variant="default" onClick={() => saveBytes(`${name}.entry`, entry())}>
        {text.saveEntry}
      </Button>
    </>
  );
}

const ADDRESSES: { readonly [Kind in keyof EntrySubject]?: string } = {
  document: '/documents/',
  person: '/people/',
  match: '/watch/',
  incident: '/incidents/',
  request: '/publications/',
};

function EntryFacts({ entry }: { readonly entry: Entry }) {
  const text = useText(ledgerText);
  const language = useLanguage();
  const actorName = useActorName();
  const { data } = useRead(listPeople, {});
  const nameOf = (id: string) =>
    data?.people.find(({ personId }) => personId === id)?.fullName ?? null;
  const subjects = Object.entries(entry.subject) as [keyof EntrySubject, string][];
  const facts: readonly Fact[] = [
    { name: text.column.at, value: printMoment(entry.at) },
    { name: text.column.actor, value: actorName(entry.actor, nameOf(entry.actor)) },
    ...subjects.map(([kind, id]) => ({
      name: text.subject[kind],
      value: <SubjectLink kind={kind} id={id} name={kind === 'person' ? nameOf(id) : null} />,
    })),
    {
      name: text.refused,
      value: entry.refused?.map((code) => printRefusal({ code }, language).what).join(' · '),
    },
  ];
  return (
    <Section title={text.facts}>
      <p className={classes.articles}>
        {VERBS[entry.verb].articles.map((citation) => (
          <CitationChip key={citation.instrument + citation.article} citation={citation} />
        ))}
      </p>
      <FactList facts={facts} />
      <RecordedFacts facts={entry.facts} />
    </Section>
  );
}

/** In the words of the entry itself, which are the same in every language. */
function RecordedFacts({ facts }: { readonly facts: Entry['facts'] }) {
  const text = useText(ledgerText);
  const names = Object.keys(facts);
  if (names.length === 0) return <p className={classes.soft}>{text.noFacts}</p>;
  return (
    <>
      <p className={classes.soft}>{text.recorded}</p>
      <dl className={classes.recorded}>
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code>{JSON.stringify(facts[name])}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type SubjectProps = {
  readonly kind: keyof EntrySubject;
  readonly id: string;
  readonly name: string | null;
};

function SubjectLink({ kind, id, name }: SubjectProps) {
  const address = ADDRESSES[kind];
  const shown = name ?? <code>{id}</code>;
  return address ? <InAppLink href={address + id}>{shown}</InAppLink> : shown;
}

function EntryRows({ entry }: { readonly entry: Entry }) {
  const text = useText(ledgerText);
  if (entry.rows.length === 0)
    return (
      <Section title={text.rows}>
        <p className={classes.soft}>{text.noRows}</p>
      </Section>
    );
  return (
    <Section title={text.rows}>
      <p className={classes.soft}>{text.rowsLead}</p>
      <DataTable
        caption={text.rows}
        columns={[
          { key: 'table', header: text.row.table, names: true, cell: ([table]) => table },
          { key: 'id', header: text.row.id, cell: ([, id]) => <code>{id}</code> },
          {
            key: 'digest',
            header: text.row.digest,
            cell: ([, , digest]) => (digest ? <code>{digest}</code> : text.removed),
          },
        ]}
        source={{ data: entry.rows }}
        rowKey={([table, id]) => `${table} ${id}`}
      />
    </Section>
  );
}
