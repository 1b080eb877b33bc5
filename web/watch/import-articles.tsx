/** A file of public articles is taken in; says what became of each part of it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { EXTRACTION_TEXTS } from '../../contract/text/extraction-text.ts';
import { type Imported, importArticles } from '../../contract/watch/watch.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { printNumber } from '../text/moment.ts';
import { FileDrop } from '../ui/field/file-drop.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import classes from './watch.module.css';
import { watchQueueText } from './watch-queue-text.ts';

const LONGEST_NAME = 300;
const MOST_NAMES = 50;

export type ImportArticlesProps = {
  /** Keeps this part on the screen, where its result will stand. */
  readonly onTake: () => void;
};

export function ImportArticles({ onTake }: ImportArticlesProps) {
  const text = useText(watchQueueText);
  const [file, setFile] = useState<File | null>(null);
  const act = useAct(importArticles, () => setFile(null));
  const take = () => {
    const fileName = file?.name.slice(-LONGEST_NAME);
    if (!file || !fileName) return;
    onTake();
    act.mutate({ query: { fileName }, file });
  };
  return (
    <Section title={text.take}>
      <div className={classes.take}>
        <p className={classes.takeLead}>{text.takeLead}</p>
        <FileDrop
          label={text.file}
          file={file}
          onFile={setFile}
          maxBytes={importArticles.upload.maxBytes}
          hint={text.fileHint}
        />
        <div>
          <Button onClick={take} disabled={file === null} loading={act.isPending}>
            {text.take}
          </Button>
          {act.isPending && (
            <span className={classes.taking} role="status">
              {text.taking}
            </span>
          )}
        </div>
        {act.error && <ErrorState error={act.error} />}
        {act.data && <ImportResult imported={act.data} />}
      </div>
    </Section>
  );
}

function ImportResult({ imported }: { readonly imported: Imported }) {
  const text = useText(watchQueueText);
  const { taken, matched, duplicates, rejected } = imported;
  const counts = { taken, matched, duplicates, rejected: rejected.length };
  const names = ['taken', 'matched', 'duplicates', 'rejected'] as const;
  return (
    <Notice>
      <p className={classes.done}>{text.done}</p>
      <FactList
        facts={names.map((name) => ({ name: text.counts[name], value: printNumber(counts[name]) }))}
      />
      {rejected.length > 0 && <RejectedParts rejected={rejected} />}
    </Notice>
  );
}

/** The names come out of the file, attacker-controlled: plain text, never an address. */
function RejectedParts({ rejected }: Pick<Imported, 'rejected'>) {
  const text = useText(watchQueueText);
  const reasons = EXTRACTION_TEXTS[useLanguage()];
  const shown = [...rejected.slice(0, MOST_NAMES).entries()];
  return (
    <>
      <p className={classes.done}>{text.rejected}</p>
      <ul className={classes.rejected}>
        {shown.map(([index, { name, code }]) => (
          <li key={index}>
            <code>{name}</code>: {reasons[code]}
          </li>
        ))}
        {rejected.length > MOST_NAMES && <li>{text.rejectedMore(rejected.length - MOST_NAMES)}</li>}
      </ul>
    </>
  );
}
