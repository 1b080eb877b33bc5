/** Releasing early, moving and cancelling one item of the calendar. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  cancelRelease,
  moveRelease,
  type ReleaseLine,
  releaseNow,
} from '../../../contract/publication/release.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import { type Moment, MomentFields, momentOf, NO_MOMENT } from '../moment-fields.tsx';
import classes from './calendar.module.css';
import { calendarText } from './calendar-text.ts';

type Props = { readonly line: ReleaseLine };

export function ReleaseActs({ line }: Props) {
  const { may } = line;
  return (
    <div className={classes.buttons}>
      {may.includes('release') && <ReleaseNow line={line} />}
      {may.includes('move') && <Move line={line} />}
      {may.includes('cancel') && <Cancel line={line} />}
    </div>
  );
}

function ReleaseNow({ line: { releaseId, title } }: Props) {
  const text = useText(calendarText);
  const dialog = useDialog();
  const act = useAct(releaseNow, dialog.finish);
  return (
    <>
      <Button size="xs" onClick={dialog.open}>
        {text.release}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={`${text.release}: ${title}`}
        confirmLabel={text.release}
        onConfirm={() => act.mutate({ params: { releaseId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p className={classes.line}>{text.releaseWill}</p>
      </Confirm>
    </>
  );
}

function Move({ line: { releaseId, title } }: Props) {
  const text = useText(calendarText);
  const dialog = useDialog();
  const [moment, setMoment] = useState<Moment>(NO_MOMENT);
  const act = useAct(moveRelease, dialog.finish);
  const releaseAt = momentOf(moment);
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {text.move}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={`${text.move}: ${title}`}
        confirmLabel={text.move}
        onConfirm={() => {
          if (releaseAt) act.mutate({ params: { releaseId }, body: { releaseAt } });
        }}
        onClose={dialog.close}
        busy={act.isPending}
        disabled={releaseAt === null}
        error={act.error}
      >
        <p className={classes.line}>{text.moveWill}</p>
        <MomentFields labels={text.form} moment={moment} onChange={setMoment} />
      </Confirm>
    </>
  );
}

function Cancel({ line: { releaseId, title } }: Props) {
  const text = useText(calendarText);
  const dialog = useDialog();
  const act = useAct(cancelRelease, dialog.finish);
  return (
    <>
      <Button size="xs" variant="subtle" onClick={dialog.open}>
        {text.cancel}
      </Button>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={`${text.cancel}: ${title}`}
        confirmLabel={text.cancel}
        onConfirm={(reason) => act.mutate({ params: { releaseId }, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p className={classes.line}>{text.cancelWill}</p>
      </ReasonDialog>
    </>
  );
}
