/** What may not be published yet, when it may, and by whom it is released. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { listReleases, type ReleaseLine } from '../../../contract/publication/release.ts';
import { GENERAL_ACTION_RULES } from '../../../core/access/action.ts';
import { useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { showMoment } from '../../text/moment.ts';
import { InAppLink } from '../../ui/page/in-app-link.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { StateBadge } from '../../ui/state/state-badge.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import classes from './calendar.module.css';
import { calendarText } from './calendar-text.ts';
import { ElectionForm } from './election-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { ReleaseActs } from './release-acts.tsx';

const TONES = { planned: 'waiting', released: 'done', cancelled: 'void' } as const;

type Form = 'plan' | 'election';

export function CalendarScreen() {
  const text = useText(calendarText);
  const { duties } = useViewer();
  const [form, setForm] = useState<Form | null>(null);
  const list = useRead(listReleases, {});
  const mayAct = list.data?.releases.some(({ may }) => may.length > 0) ?? false;
  const columns = useColumns(mayAct);
  const planners: readonly string[] = GENERAL_ACTION_RULES['plan-release'].duties;
  const mayPlan = duties.some((duty) => planners.includes(duty));
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        actions={mayPlan && <Ways form={form} onForm={setForm} />}
      />
      {form === 'plan' && <PlanForm onDone={() => setForm(null)} />}
      {form === 'election' && <ElectionForm />}
      <DataTable
        caption={text.title}
        columns={columns}
        source={{ ...list, data: list.data?.releases }}
        rowKey={({ releaseId }) => releaseId}
        empty={<EmptyState title={text.empty}>{text.emptyBody}</EmptyState>}
      />
    </>
  );
}

type WaysProps = { readonly form: Form | null; readonly onForm: (form: Form | null) => void };

function Ways({ form, onForm }: WaysProps) {
  const text = useText(calendarText);
  const toggle = (which: Form) => onForm(form === which ? null : which);
  return (
    <>
      <Button aria-expanded={form === 'plan'} onClick={() => toggle('plan')}>
        {text.plan}
      </Button>
      <Button
        variant="default"
        aria-expanded={form === 'election'}
        onClick={() => toggle('election')}
      >
        {text.election}
      </Button>
    </>
  );
}

/** Time alone releases: a planned item whose moment has come is public. */
const stateOf = ({ state, isReleased }: ReleaseLine) => (isReleased ? 'released' : state);

function Title({ line }: { readonly line: ReleaseLine }) {
  const text = useText(calendarText);
  const { title, document, basis, releasedAt } = line;
  const more = [
    document ? text.withMaterial : text.dateOnly,
    basis && text.basis(basis),
    releasedAt && text.early(showMoment(releasedAt)),
  ];
  return (
    <>
      {document ? <InAppLink href={`/documents/${document.documentId}`}>{title}</InAppLink> : title}
      <p className={classes.soft}>{more.filter(Boolean).join(' · ')}</p>
    </>
  );
}

/** Who may do nothing here has the room for the titles. */
function useColumns(mayAct: boolean): readonly Column<ReleaseLine>[] {
  const text = useText(calendarText);
  const { column } = text;
  const acts: Column<ReleaseLine> = {
    key: 'acts',
    header: column.acts,
    width: '12rem',
    cell: (line) => <ReleaseActs line={line} />,
  };
  return [
    { key: 'title', header: column.title, cell: (line) => <Title line={line} />, names: true },
    {
      key: 'at',
      header: column.releaseAt,
      width: '10rem',
      cell: ({ releaseAt }) => showMoment(releaseAt),
    },
    {
      key: 'releaser',
      header: column.releaser,
      width: '9rem',
      cell: ({ releaser }) => releaser.name,
    },
    {
      key: 'state',
      header: column.state,
      width: '8rem',
      cell: (line) => <StateBadge state={stateOf(line)} tones={TONES} names={text.state} />,
    },
    ...(mayAct ? [acts] : []),
  ];
}
