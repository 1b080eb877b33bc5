/**
 * The session is about to end: by itself after idle minutes, or after its longest time. What is
 * half-filled is kept nowhere: the browser's storage is a file on this machine's disk, readable
 * without the vault, and what stays behind a sign-in is readable to whoever sits down. So it is
 * said in time, loudly enough for a screen reader, and the person decides.
 */
import { Button } from '@mantine/core';
import { whoAmI } from '../../contract/identity.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import classes from './session-end.module.css';
import { sessionText } from './session-text.ts';

/** Enough to finish a sentence and send the form. */
const WARN_SECONDS = 150;

export function SessionEnd() {
  const text = useText(sessionText);
  const me = useRead(whoAmI, {});
  const left = me.data?.secondsLeft ?? null;
  if (left === null || left > WARN_SECONDS) return null;
  return (
    <div className={`${classes.ending} np-no-print`} role="alert">
      <p className={classes.words}>
        <strong>{text.ending(Math.max(1, Math.ceil(left / 60)))}</strong> {text.why}
      </p>
      <Button size="xs" loading={me.isFetching} onClick={() => void me.refetch()}>
        {text.stay}
      </Button>
    </div>
  );
}
