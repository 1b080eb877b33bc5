/** The chosen files and what came of each. */
import { Button } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useText } from '../../text/catalogue.ts';
import { printBytes } from '../../text/moment.ts';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import classes from '../incident.module.css';
import { foundText } from './found-text.ts';
import type { AddedFile, Adding } from './use-adding.ts';

export function AddedFiles({ adding }: { readonly adding: Adding }) {
  const text = useText(foundText);
  if (adding.files.length === 0) return null;
  return (
    <ul className={classes.files} aria-label={text.chosen}>
      {adding.files.map(({ file, at }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in everything
        <li key={index}>
          <p className={classes.file}>
            <IconFile size={18} aria-hidden />
            <span className={classes.fileName}>
              {file.name} ({printBytes(file.size)})
            </span>
            {at.state !== 'added' && !adding.busy && (
              <Button variant="subtle" size="compact-sm" onClick={() => adding.remove(file)}>
                {text.remove}
                <span className="np-unseen"> {file.name}</span>
              </Button>
            )}
          </p>
          <Outcome at={at} />
        </li>
      ))}
    </ul>
  );
}

function Outcome({ at }: { readonly at: AddedFile['at'] }) {
  const text = useText(foundText);
  if (at.state === 'waiting') return null;
  if (at.state === 'sending') return <p role="status">{text.sending}</p>;
  if (at.state === 'refused') {
    const isGone = at.error instanceof DOMException;
    return isGone ? <p role="alert">{text.gone}</p> : <ErrorState error={at.error} />;
  }
  return (
    <div role="status">
      <p className={classes.line}>{at.notKept === null ? text.kept : text.added}</p>
      {at.unread && <p className={classes.soft}>{text.cannotShow}</p>}
      {at.notKept !== null && <ErrorState error={at.notKept} />}
    </div>
  );
}
