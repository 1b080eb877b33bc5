/** Paste or drop, read the verdict: what a press officer does before anything is published. */
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { checkFile } from '../../contract/publication/publication.ts';
import { useText } from '../text/catalogue.ts';
import { FileDrop } from '../ui/field/file-drop.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './leak-check.module.css';
import { leakCheckText } from './leak-check-text.ts';
import { LeakVerdict } from './leak-verdict.tsx';
import { type LeakCheck, useLeakCheck } from './use-leak-check.ts';

const MOST_CHARACTERS = 2_000_000;

export function LeakCheckScreen() {
  const text = useText(leakCheckText);
  const [typed, setTyped] = useState('');
  const check = useLeakCheck();
  const { data } = check;
  const isChanged = data !== undefined && data.fileName === null && data.text !== typed;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Section title={text.input}>
        <div className={classes.inputs}>
          <TextToCheck typed={typed} onType={setTyped} check={check} />
          <FileToCheck check={check} />
        </div>
        <p className={classes.promise}>{text.promise}</p>
      </Section>
      <div aria-live="polite">
        {check.isPending && <p className={classes.checking}>{text.checking}</p>}
      </div>
      {check.error && <ErrorState error={check.error} />}
      {data && !check.isPending && (
        <LeakVerdict key={data.at} checked={data} isChanged={isChanged} />
      )}
    </>
  );
}

type TextToCheckProps = {
  readonly typed: string;
  readonly onType: (text: string) => void;
  readonly check: LeakCheck;
};

function TextToCheck({ typed, onType, check }: TextToCheckProps) {
  const text = useText(leakCheckText);
  const isTooLong = typed.length > MOST_CHARACTERS;
  const isReady = typed.trim() !== '' && !isTooLong;
  const send = () => {
    if (isReady && !check.isPending) check.mutate({ text: typed });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <div>
      <Textarea
        label={text.paste}
        description={text.pasteHint}
        error={isTooLong ? text.tooLong : undefined}
        rows={14}
        value={typed}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={press}
      />
      <Button
        mt="sm"
        onClick={send}
        disabled={!isReady}
        loading={check.isPending}
        aria-keyshortcuts="Control+Enter"
      >
        {text.check}
      </Button>
    </div>
  );
}

function FileToCheck({ check }: { readonly check: LeakCheck }) {
  const text = useText(leakCheckText);
  const [file, setFile] = useState<File | null>(null);
  const take = (next: File | null) => {
    setFile(next);
    // Of two at once the answer to the later one is shown.
    if (next) check.mutate({ file: next });
  };
  return (
    <FileDrop
      label={text.file}
      file={file}
      onFile={take}
      maxBytes={checkFile.upload.maxBytes}
      hint={text.fileHint}
    />
  );
}
