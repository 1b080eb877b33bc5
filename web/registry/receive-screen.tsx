/** The clerk enters an arriving envelope, then puts the scan of what was opened into the vault. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { receiveDocument } from '../../contract/registry.ts';
import { refusalsOf } from '../api/api-error.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { todayInHanoi } from '../text/moment.ts';
import { AttachFile } from '../ui/document/attach-file.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { fieldOf, nameFields } from '../ui/state/name-fields.ts';
import { Notice } from '../ui/state/notice.tsx';
import { RefusalPanel } from '../ui/state/refusal-panel.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { type ArrivalField, arrivalOf, emptyArrival, gapsOf } from './arrival-values.ts';
import { ContentFields } from './content-fields.tsx';
import { EnvelopeFields, HandlingFields } from './envelope-fields.tsx';
import { receiveText } from './receive-text.ts';
import classes from './registry.module.css';

export function ReceiveScreen() {
  const text = useText(receiveText);
  const [round, setRound] = useState(0);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        back={{ href: '/registers/in', label: text.back }}
      />
      <Arrival key={round} onAnother={() => setRound(round + 1)} />
    </>
  );
}

type Entered = { readonly documentId: string; readonly number: number };

function Arrival({ onAnother }: { readonly onAnother: () => void }) {
  const [values, setValues] = useState(() => emptyArrival(todayInHanoi()));
  const [tried, setTried] = useState(false);
  const act = useAct(receiveDocument);
  if (act.data) {
    return <EnteredPart entered={act.data} isOpened={!values.isNamed} onAnother={onAnother} />;
  }
  const gaps = tried ? gapsOf(values) : [];
  const send = () => {
    setTried(true);
    const body = arrivalOf(values);
    if (body && gapsOf(values).length === 0) act.mutate({ body });
  };
  const onChange = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  return (
    <ArrivalForm {...{ values, onChange, gaps, send, isBusy: act.isPending, error: act.error }} />
  );
}

type ArrivalFormProps = {
  readonly values: ReturnType<typeof emptyArrival>;
  readonly onChange: (change: Partial<ReturnType<typeof emptyArrival>>) => void;
  readonly gaps: readonly ArrivalField[];
  readonly send: () => void;
  readonly isBusy: boolean;
  readonly error: unknown;
};

function ArrivalForm({ values, onChange, gaps, send, isBusy, error }: ArrivalFormProps) {
  const text = useText(receiveText);
  const refusals = refusalsOf(error);
  const refused = refusals.map(fieldOf);
  const problem = (field: ArrivalField) =>
    gaps.includes(field) || refused.includes(field) ? text.wrong : undefined;
  const fields = { values, onChange, problem };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <div className={classes.columns}>
        <Section title={text.envelope}>
          <EnvelopeFields {...fields} />
        </Section>
        {!values.isNamed && (
          <Section title={text.content}>
            <ContentFields {...fields} />
          </Section>
        )}
        <Section title={text.handling}>
          <HandlingFields {...fields} />
        </Section>
      </div>
      {gaps.length > 0 && (
        <p className={classes.gaps} role="alert">
          {text.gaps(gaps.length)}
        </p>
      )}
      {refusals.length > 0 ? (
        <RefusalPanel refusals={nameFields(refusals, text.field)} />
      ) : (
        error !== null && <ErrorState error={error} />
      )}
      <Button mt="md" onClick={send} loading={isBusy}>
        {text.register}
      </Button>
    </form>
  );
}

type EnteredProps = {
  readonly entered: Entered;
  readonly isOpened: boolean;
  readonly onAnother: () => void;
};

function EnteredPart({ entered, isOpened, onAnother }: EnteredProps) {
  const text = useText(receiveText);
  return (
    <>
      <Notice>
        <strong>{text.done(entered.number)}</strong> {text.doneLead}{' '}
        <InAppLink href={`/documents/${entered.documentId}`}>{text.openPage}</InAppLink>
      </Notice>
      {isOpened && <AttachFile documentId={entered.documentId} />}
      <Button variant="default" mt="md" onClick={onAnother}>
        {text.another}
      </Button>
    </>
  );
}
