/** The files that were chosen: how each was read, which are listed, and why others are not. */
import { Button, Group, Progress, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type addPublic, MOST_TEXTS } from '../../../contract/watch/lists.ts';
import type { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import classes from '../watch.module.css';
import { FileOutcome } from './file-outcome.tsx';
import { type FileRow, isLeftOut, readyRows, standingsOf } from './file-rows.ts';
import { listsText } from './lists-text.ts';
import type { FileRows } from './use-file-rows.ts';
import { Words, WordsDialog } from './words-dialog.tsx';

export type Adding = ReturnType<typeof useAct<typeof addPublic>>;
type FilesToAddProps = { readonly files: FileRows; readonly add: Adding };

/** What one request carries. */
const MOST_CHARACTERS = 8_000_000;

export function FilesToAdd({ files, add }: FilesToAddProps) {
  const text = useText(listsText);
  const [shared, setShared] = useState({ published: '', reason: '' });
  const { rows } = files;
  const ready = readyRows(rows);
  const placed = ready.map(({ name, published, preview }) => ({
    name: name.trim(),
    published: published.trim() || shared.published.trim(),
    text: preview.text,
  }));
  const left = rows.filter(({ reading }) => /^(waiting|reading)$/.test(reading.state)).length;
  const characters = ready.reduce((sum, { preview }) => sum + preview.characters, 0);
  const isTooMuch = ready.length > MOST_TEXTS || characters > MOST_CHARACTERS;
  const isNamed = placed.every(({ name, published }) => name !== '' && published !== '');
  const isReady = left === 0 && ready.length > 0 && !isTooMuch && isNamed;
  const isFilled = isReady && shared.reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFilled) return;
    const body = { texts: placed, reason: shared.reason };
    add.mutate({ body }, { onSuccess: () => files.settle(ready) });
  };
  const bound = (field: keyof typeof shared) => ({
    value: shared[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setShared((before) => ({ ...before, [field]: value }));
    },
  });
  return (
    <form onSubmit={submit}>
      <Reading done={rows.length - left} all={rows.length} />
      <FileTable files={files} />
      <div className={classes.take}>
        <TextInput
          label={text.publishedAll}
          description={text.publishedHint}
          maxLength={500}
          {...bound('published')}
        />
        <TextInput label={text.reason} maxLength={2_000} required {...bound('reason')} />
        {isTooMuch && (
          <p role="alert">{text.tooMuch(printNumber(MOST_TEXTS), printNumber(MOST_CHARACTERS))}</p>
        )}
        <div>
          <Button type="submit" disabled={!isFilled} loading={add.isPending}>
            {text.addSome(printNumber(ready.length))}
          </Button>
        </div>
        <p className={classes.takeLead}>{text.allOrNone}</p>
      </div>
    </form>
  );
}

function Reading({ done, all }: { readonly done: number; readonly all: number }) {
  const text = useText(listsText);
  const counts = [printNumber(done), printNumber(all)] as const;
  return (
    <div className={classes.reading}>
      <p className={classes.takeLead} role="status">
        {done < all ? text.readingFiles(...counts) : text.filesRead(counts[1])}
      </p>
      {done < all && (
        <Progress value={(100 * done) / all} aria-label={text.progress} transitionDuration={0} />
      )}
    </div>
  );
}

function FileTable({ files }: { readonly files: FileRows }) {
  const text = useText(listsText);
  const standings = standingsOf(files.rows);
  return (
    <DataTable<FileRow>
      caption={text.files}
      source={{ data: files.rows }}
      rowKey={({ key }) => String(key)}
      columns={[
        {
          key: 'file',
          header: text.file,
          names: true,
          width: '13rem',
          cell: (row) => row.fileName,
        },
        {
          key: 'name',
          header: text.naming,
          width: '17rem',
          cell: (row) =>
            isLeftOut(standings.get(row.key)) ? null : (
              <Naming row={row} onChange={(change) => files.change(row.key, change)} />
            ),
        },
        {
          key: 'outcome',
          header: text.outcome,
          cell: ({ key }) => <FileOutcome standing={standings.get(key)} />,
        },
        {
          key: 'act',
          header: text.act,
          width: '11.5rem',
          cell: (row) => <FileActs row={row} onTakeOut={() => files.takeOut(row.key)} />,
        },
      ]}
    />
  );
}

type NamingProps = {
  readonly row: FileRow;
  readonly onChange: (change: Partial<Pick<FileRow, 'name' | 'published'>>) => void;
};

function Naming({ row, onChange }: NamingProps) {
  const text = useText(listsText);
  const bound = (field: 'name' | 'published') => ({
    size: 'xs',
    value: row[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [field]: event.currentTarget.value }),
  });
  return (
    <div className={classes.naming}>
      <TextInput
        aria-label={text.nameOf(row.fileName)}
        placeholder={text.name}
        maxLength={300}
        {...bound('name')}
      />
      <TextInput
        aria-label={text.publishedOf(row.fileName)}
        placeholder={text.asBelow}
        maxLength={500}
        {...bound('published')}
      />
    </div>
  );
}

type FileActsProps = { readonly row: FileRow; readonly onTakeOut: () => void };

function FileActs({ row, onTakeOut }: FileActsProps) {
  const text = useText(listsText);
  const { reading, fileName } = row;
  return (
    <Group gap="xs">
      {reading.state === 'read' && (
        <WordsDialog name={fileName}>
          <Words words={reading.preview.text} />
        </WordsDialog>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${text.takeOut}: ${fileName}`}
        onClick={onTakeOut}
      >
        {text.takeOut}
      </Button>
    </Group>
  );
}
