/** What this person may do with a request now, each with what will follow from it. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  allowAppeal,
  appealObjection,
  clearRequest,
  objectToRequest,
  type RequestView,
  upholdObjection,
  withdrawRequest,
} from '../../../contract/publication/request.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { Confirm } from '../../ui/dialog/confirm.tsx';
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx';
import { useDialog } from '../../ui/dialog/use-dialog.ts';
import classes from './request.module.css';
import { requestText } from './request-text.ts';
import { RewriteForm } from './rewrite-form.tsx';

export type RequestActsProps = { readonly request: RequestView; readonly onDone: () => void };

export function RequestActs({ request, onDone }: RequestActsProps) {
  const [rewriting, setRewriting] = useState<'clear-amended' | 'revise' | null>(null);
  const { may } = request;
  if (may.every((verb) => verb === 'record')) return null;
  if (rewriting) {
    const close = () => setRewriting(null);
    const done = () => {
      close();
      onDone();
    };
    return <RewriteForm request={request} verb={rewriting} onDone={done} onClose={close} />;
  }
  const props = { request, onDone };
  return (
    <div className={`${classes.buttons} ${classes.acts}`}>
      {may.includes('clear') && <Clear {...props} verb="clear" />}
      {may.includes('allow-appeal') && <Clear {...props} verb="allow-appeal" />}
      {may.includes('clear-amended') && request.text !== null && (
        <Rewrite verb="clear-amended" onOpen={setRewriting} />
      )}
      {may.includes('object') && <Reasoned {...props} verb="object" />}
      {may.includes('uphold') && <Reasoned {...props} verb="uphold" />}
      {may.includes('appeal') && <Reasoned {...props} verb="appeal" />}
      {may.includes('revise') && <Rewrite verb="revise" onOpen={setRewriting} />}
      {may.includes('withdraw') && <Withdraw {...props} />}
    </div>
  );
}

type RewriteProps = {
  readonly verb: 'clear-amended' | 'revise';
  readonly onOpen: (verb: 'clear-amended' | 'revise') => void;
};

function Rewrite({ verb, onOpen }: RewriteProps) {
  const text = useText(requestText);
  return (
    <Button variant="default" onClick={() => onOpen(verb)}>
      {text.act[verb]}
    </Button>
  );
}

type ClearProps = RequestActsProps & { readonly verb: 'clear' | 'allow-appeal' };

function Clear({ request, onDone, verb }: ClearProps) {
  const text = useText(requestText);
  const dialog = useDialog();
  const [note, setNote] = useState('');
  const act = useAct(verb === 'clear' ? clearRequest : allowAppeal, () => {
    dialog.finish();
    onDone();
  });
  const { requestId } = request.line;
  return (
    <>
      <Button onClick={dialog.open}>{text.act[verb]}</Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={text.act[verb]}
        confirmLabel={text.act[verb]}
        onConfirm={() => act.mutate({ params: { requestId }, body: { note } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p className={classes.line}>{text.will.clear}</p>
        <Textarea
          label={text.note}
          description={text.noteHint}
          autosize
          minRows={2}
          maxLength={4_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Confirm>
    </>
  );
}

const REASONED = {
  object: objectToRequest,
  uphold: upholdObjection,
  appeal: appealObjection,
} as const;

type ReasonedProps = RequestActsProps & { readonly verb: keyof typeof REASONED };

function Reasoned({ request, onDone, verb }: ReasonedProps) {
  const text = useText(requestText);
  const dialog = useDialog();
  const act = useAct(REASONED[verb], () => {
    dialog.finish();
    onDone();
  });
  const { requestId } = request.line;
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {text.act[verb]}
      </Button>
      <ReasonDialog
        key={dialog.round}
        opened={dialog.opened}
        title={text.act[verb]}
        confirmLabel={text.act[verb]}
        onConfirm={(reason) => act.mutate({ params: { requestId }, body: { reason } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p className={classes.line}>{text.will[verb]}</p>
      </ReasonDialog>
    </>
  );
}

function Withdraw({ request, onDone }: RequestActsProps) {
  const text = useText(requestText);
  const dialog = useDialog();
  const act = useAct(withdrawRequest, () => {
    dialog.finish();
    onDone();
  });
  const { requestId } = request.line;
  return (
    <>
      <Button variant="subtle" onClick={dialog.open}>
        {text.act.withdraw}
      </Button>
      <Confirm
        key={dialog.round}
        opened={dialog.opened}
        title={text.act.withdraw}
        confirmLabel={text.act.withdraw}
        onConfirm={() => act.mutate({ params: { requestId } })}
        onClose={dialog.close}
        busy={act.isPending}
        error={act.error}
      >
        <p className={classes.line}>{text.will.withdraw}</p>
      </Confirm>
    </>
  );
}
