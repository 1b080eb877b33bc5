import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FaultError, LineError, RefusedError } from '../api/api-error.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { DateField } from '../ui/field/date-field.tsx';
import { FileDrop } from '../ui/field/file-drop.tsx';
import { Deadline } from '../ui/law/deadline.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { Timeline } from '../ui/law/timeline.tsx';
import { SideBySide } from '../ui/match/side-by-side.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { RefusalPanel } from '../ui/state/refusal-panel.tsx';
import { Badge, StateBadge } from '../ui/state/state-badge.tsx';
import { DOCUMENT_TONES, documentStateText } from '../ui/state/state-looks.ts';
import { EmptyState, ErrorState, LoadingState } from '../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import {
  type InventedDocument,
  inventedActs,
  inventedDocuments,
  inventedPairs,
  inventedRefusals,
  today,
} from './invented.ts';

export function GallerySpecimens() {
  return (
    <>
      <PageHeader
        title="Kế hoạch bảo đảm an ninh khu vực bỏ phiếu"
        lead="Số 05/KH-UBBC ngày 19/11/2026, Ủy ban bầu cử thành phố An Lạc."
        mark={<LevelMark level="toi-mat" size="stamp" />}
        back={{ href: '/documents', label: 'Tài liệu' }}
        actions={<Actions />}
      />
      <Notice>Đã ghi vào sổ cái, mục 1.057.</Notice>
      <Marks />
      <Tables />
      <Section title="Diễn biến">
        <Timeline acts={inventedActs} />
      </Section>
      <Section title="Đối chiếu">
        <SideBySide pairs={inventedPairs} />
      </Section>
      <Fields />
      <States />
    </>
  );
}

function Actions() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Xác định độ mật</Button>
      <Button variant="default">In sổ</Button>
      <Button color="alarm">Hủy số</Button>
      <Confirm
        opened={opened}
        title="Hủy số 05/KH-UBBC?"
        confirmLabel="Hủy số"
        tone="alarm"
        onConfirm={() => setOpened(false)}
        onClose={() => setOpened(false)}
      >
        <p>Số đã hủy vẫn hiện trong sổ cùng lý do và không bao giờ dùng lại.</p>
        <Textarea label="Lý do" required autosize minRows={2} />
      </Confirm>
    </>
  );
}

function Marks() {
  const names = useText(documentStateText);
  return (
    <Section title="Dấu và trạng thái">
      <FactList
        facts={[
          { name: 'Độ mật', value: <LevelMark level="tuyet-mat" /> },
          { name: 'Bản khác', value: <LevelMark level="mat" /> },
          {
            name: 'Trạng thái',
            value: <StateBadge state="proposed" tones={DOCUMENT_TONES} names={names} />,
          },
          { name: 'Vụ việc', value: <Badge tone="alarm">Lộ trên báo</Badge> },
          { name: 'Quyền đọc', value: <Badge tone="active">Đang đọc</Badge> },
          {
            name: 'Hạn quyết định',
            value: <Deadline due={'2026-11-23'} today={today} />,
          },
          {
            name: 'Hạn báo cáo',
            value: <Deadline due={'2026-11-19'} today={today} />,
          },
          { name: 'Bảo vệ đến hết', value: '18/11/2046' },
        ]}
      />
    </Section>
  );
}

function Tables() {
  const names = useText(documentStateText);
  const columns: readonly Column<InventedDocument>[] = [
    { key: 'symbol', header: 'Số, ký hiệu', width: '9rem', cell: (row) => row.symbol, names: true },
    {
      key: 'level',
      header: 'Độ mật',
      width: '8rem',
      cell: (row) => <LevelMark level={row.level} />,
    },
    { key: 'title', header: 'Tên loại và trích yếu', cell: (row) => row.title },
    {
      key: 'state',
      header: 'Trạng thái',
      width: '9rem',
      cell: ({ state }) => <StateBadge state={state} tones={DOCUMENT_TONES} names={names} />,
    },
    {
      key: 'due',
      header: 'Hạn',
      width: '9rem',
      cell: (row) => <Deadline due={row.due} today={today} />,
    },
    { key: 'copies', header: 'Số bản', width: '6rem', align: 'end', cell: (row) => row.copies },
  ];
  return (
    <Section title="Tài liệu">
      <DataTable
        caption="Tài liệu"
        columns={columns}
        source={{ data: inventedDocuments }}
        rowKey={(row) => row.id}
        href={(row) => `/documents/${row.id}`}
        more={{ onMore: () => undefined, busy: false }}
      />
    </Section>
  );
}

function Fields() {
  const [date, setDate] = useState<string | null>('2026-11-21');
  const [file, setFile] = useState<File | null>(new File(['x'.repeat(3400)], 'du-thao.docx'));
  return (
    <Section title="Ô nhập">
      <div style={{ display: 'grid', gap: '1rem', maxWidth: '32rem' }}>
        <TextInput label="Trích yếu" description="Không ghi đối với độ Tuyệt mật." required />
        <Select label="Độ mật" data={['Tuyệt mật', 'Tối mật', 'Mật']} defaultValue="Mật" />
        <DateField label="Ngày đến" value={date} onChange={setDate} required />
        <TextInput label="Số đến" error="Số 12 đã có trong sổ của năm này." defaultValue="12" />
        <FileDrop
          label="Tệp dự thảo"
          file={file}
          onFile={setFile}
          maxBytes={50_000_000}
          hint="PDF, DOCX, ODT"
        />
      </div>
    </Section>
  );
}

function States() {
  return (
    <Section title="Khi không như ý">
      <div style={{ display: 'grid', gap: '1rem' }}>
        <RefusalPanel refusals={inventedRefusals} />
        <RefusalPanel refusals={[{ code: 'vault-sealed', facts: { given: 1, needed: 3 } }]} />
        <EmptyState title="Không có việc nào đang chờ bạn." />
        <LoadingState />
        <ErrorState error={new RefusedError([{ code: 'not-found' }])} />
        <ErrorState error={new FaultError('database-unavailable', 503)} onRetry={() => undefined} />
        <ErrorState error={new LineError('none')} onRetry={() => undefined} />
      </div>
    </Section>
  );
}
