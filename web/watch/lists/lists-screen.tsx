/** The lists that wording is measured against, version by version, and who keeps them. */
import { Stack } from '@mantine/core';
import { type ListsView, viewLists } from '../../../contract/watch/lists.ts';
import { useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { printNumber, showMoment } from '../../text/moment.ts';
import { InAppLink } from '../../ui/page/in-app-link.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../watch.module.css';
import { AddPublic } from './add-public.tsx';
import { Hash } from './hash.tsx';
import { listsText } from './lists-text.ts';
import { PublicTexts } from './public-texts.tsx';
import { VersionTable } from './version-table.tsx';

export function ListsScreen() {
  const text = useText(listsText);
  const isOfficer = useViewer().duties.includes('watch-officer');
  const view = useRead(viewLists, {});
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} back={{ href: '/watch', label: text.back }} />
      <Loaded query={view}>
        {(lists) => (
          <Stack gap="xl">
            <Overview lists={lists} />
            <Section title={text.backgroundTitle}>
              <p className={classes.facts}>
                {text.background(
                  printNumber(lists.background.leastSources),
                  printNumber(lists.background.leastDays),
                )}
              </p>
            </Section>
            <PublicTexts texts={lists.publicTexts} isOfficer={isOfficer} />
            {isOfficer && <AddPublic />}
            <Versions versions={lists.publicVersions} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}

type Line = {
  readonly key: keyof (typeof listsText)['vi']['names'];
  readonly version: string;
  readonly count: string;
  readonly made: string;
  readonly sha256: string | null;
};

function useLines(lists: ListsView): readonly Line[] {
  const text = useText(listsText);
  const [latest] = lists.publicVersions;
  const builtIn = (
    key: Line['key'],
    { version, texts, sha256 }: ListsView['stockLines'],
  ): Line => ({
    key,
    version,
    count: printNumber(texts),
    made: text.withProgram,
    sha256,
  });
  const { commonWording } = lists;
  return [
    {
      key: 'publicLaw',
      version: latest ? String(latest.version) : text.none,
      count: printNumber(latest?.texts ?? 0),
      made: latest ? `${showMoment(latest.made.at)}, ${latest.made.by.name}` : '–',
      sha256: latest?.sha256 ?? null,
    },
    {
      key: 'commonWording',
      version: commonWording ? String(commonWording.version) : text.none,
      count: printNumber(commonWording?.pieces ?? 0),
      made: commonWording ? text.byVerdicts(showMoment(commonWording.madeAt)) : '–',
      sha256: null,
    },
    builtIn('stockLines', lists.stockLines),
    builtIn('syllables', lists.syllables),
    {
      key: 'background',
      version: text.nothingLearnt,
      count: printNumber(lists.background.texts),
      made: '–',
      sha256: null,
    },
  ];
}

function Overview({ lists }: { readonly lists: ListsView }) {
  const text = useText(listsText);
  const lines = useLines(lists);
  return (
    <Section title={text.overview}>
      <DataTable<Line>
        caption={text.overview}
        source={{ data: lines }}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'list',
            header: text.list,
            names: true,
            cell: ({ key }) =>
              key === 'commonWording' ? (
                <InAppLink href="/watch/wordings">{text.names[key]}</InAppLink>
              ) : (
                text.names[key]
              ),
          },
          { key: 'version', header: text.version, width: '8rem', cell: ({ version }) => version },
          { key: 'count', header: text.count, width: '6rem', cell: ({ count }) => count },
          { key: 'made', header: text.made, width: '14rem', cell: ({ made }) => made },
          {
            key: 'hash',
            header: text.contents,
            cell: ({ key, sha256 }) =>
              sha256 ? (
                <Hash value={sha256} />
              ) : (
                <span className={classes.soft}>
                  {key === 'commonWording' ? text.secretWords : '–'}
                </span>
              ),
          },
        ]}
      />
    </Section>
  );
}

function Versions({ versions }: { readonly versions: ListsView['publicVersions'] }) {
  const text = useText(listsText);
  return (
    <VersionTable
      versions={versions}
      words={text}
      columns={[
        {
          key: 'change',
          header: text.change,
          cell: ({ change, name }) => text.changes[change](name),
        },
        {
          key: 'count',
          header: text.count,
          width: '5rem',
          cell: ({ texts }) => printNumber(texts),
        },
        { key: 'by', header: text.by, width: '10rem', cell: ({ made }) => made.by.name },
        { key: 'at', header: text.at, width: '9rem', cell: ({ made }) => showMoment(made.at) },
        { key: 'hash', header: text.contents, cell: ({ sha256 }) => <Hash value={sha256} /> },
      ]}
    />
  );
}
