/** The documents that I may know of, newest first. */
import { Button, NativeSelect } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { listDocuments } from '../../contract/access.ts';
import type { DocumentLine } from '../../contract/document.ts';
import { DOCUMENT_STATES, type DocumentStateName } from '../../core/document/document.ts';
import { LEVELS, type Level } from '../../core/level/level.ts';
import { usePages } from '../api/use-pages.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { commonText } from '../text/common-text.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { documentStateText } from '../ui/state/state-looks.ts';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import classes from './document.module.css';
import { useDocumentColumns } from './document-columns.tsx';
import { documentsText } from './documents-text.ts';

type Filter = { readonly state: DocumentStateName | null; readonly level: Level | null };

export function DocumentsScreen() {
  const text = useText(documentsText);
  const router = useRouter();
  const drafts = useViewer().duties.includes('drafter');
  const [filter, setFilter] = useState<Filter>({ state: null, level: null });
  const propose = () => router.history.push('/propose');
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={drafts && <Button onClick={propose}>{text.propose}</Button>}
      />
      <FilterBar filter={filter} onFilter={setFilter} />
      <DocumentTable filter={filter} />
    </>
  );
}

type FilterBarProps = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

function FilterBar({ filter, onFilter }: FilterBarProps) {
  const text = useText(documentsText);
  const states = useText(documentStateText);
  const { level: levels } = useText(commonText);
  const every = { value: '', label: text.every };
  const state = (value: string) => DOCUMENT_STATES.find((each) => each === value) ?? null;
  const level = (value: string) => LEVELS.find((each) => each === value) ?? null;
  return (
    <search className={classes.filter}>
      <NativeSelect
        size="xs"
        label={text.state}
        data={[every, ...DOCUMENT_STATES.map((each) => ({ value: each, label: states[each] }))]}
        value={filter.state ?? ''}
        onChange={(event) => onFilter({ ...filter, state: state(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={text.level}
        data={[every, ...LEVELS.map((each) => ({ value: each, label: levels[each] }))]}
        value={filter.level ?? ''}
        onChange={(event) => onFilter({ ...filter, level: level(event.currentTarget.value) })}
      />
    </search>
  );
}

function DocumentTable({ filter }: { readonly filter: Filter }) {
  const text = useText(documentsText);
  const { state, level } = filter;
  const { source, more } = usePages({
    endpoint: listDocuments,
    key: [state, level],
    request: (after: string | null) => ({
      query: { ...(state && { state }), ...(level && { level }), ...(after && { after }) },
    }),
    rows: (page) => page.documents,
    next: (page) => page.next,
  });
  const columns = useDocumentColumns();
  const isFiltered = state !== null || level !== null;
  return (
    <DataTable<DocumentLine>
      caption={text.title}
      columns={columns}
      source={source}
      rowKey={({ documentId }) => documentId}
      href={({ documentId }) => `/documents/${documentId}`}
      more={more}
      empty={
        <EmptyState title={text.empty}>{isFiltered ? text.emptyFilter : text.emptyWhy}</EmptyState>
      }
    />
  );
}
