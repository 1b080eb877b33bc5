/**
 * The form of a proposal, for a new draft and for one revised. Everything typed stays in it until
 * the person leaves; refusals are shown all at once, at their fields and beside the buttons.
 */
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { attachFile, type DocumentView } from '../../contract/access.ts';
import { printRefusal } from '../../contract/text/refusal-text.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import { parseProposal } from '../../core/document/proposal.ts';
import { refusalsOf } from '../api/api-error.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { ACCEPTED_FILES } from '../ui/document/attach-file.tsx';
import { AttachedNotice } from '../ui/document/attached-notice.tsx';
import { FileDrop } from '../ui/field/file-drop.tsx';
import { fieldOf, nameFields } from '../ui/state/name-fields.ts';
import { RefusalPanel } from '../ui/state/refusal-panel.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { PeriodFields } from './period-fields.tsx';
import classes from './proposal.module.css';
import { CirculationFields, WordingFields } from './proposal-fields.tsx';
import {
  bodyOf,
  FIELD_OF_CODE,
  type ProposalField,
  type ProposalValues,
} from './proposal-values.ts';
import { proposeText } from './propose-text.ts';
import { SavedNotice } from './saved-notice.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { type Submitted, useSubmit } from './use-submit.ts';

export type ProposalFormProps = {
  readonly initial: ProposalValues;
  /** Null for a new draft. */
  readonly documentId: string | null;
  readonly content: DocumentView['content'];
  readonly onAnother?: () => void;
};

export function ProposalForm({ initial, documentId, content, onAnother }: ProposalFormProps) {
  const text = useText(proposeText);
  const router = useRouter();
  const [values, setValues] = useState(initial);
  const [file, setFile] = useState<File | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [isTried, setIsTried] = useState(false);
  const { submit, attached } = useSubmit(documentId, () => setFile(null));
  const parsed = parseProposal(bodyOf(values));
  const local = isTried && !parsed.ok ? parsed.refusals : [];
  const refusals = local.length > 0 ? local : refusalsOf(submit.error);
  const problem = useProblem(refusals);
  const stored = attached ?? content;
  const onSuccess = ({ documentId: saved, isProposed }: Submitted) => {
    if (isProposed) router.history.push(`/documents/${saved}`);
  };
  const send = (whom: string | null) => {
    setIsTried(true);
    if (parsed.ok) submit.mutate({ body: bodyOf(values), file, to: whom }, { onSuccess });
  };
  const fields = {
    values,
    problem,
    onChange: (change: Partial<ProposalValues>) => setValues({ ...values, ...change }),
  };
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      <div className={classes.columns}>
        <WordingFields {...fields} />
        <div className={classes.second}>
          <CirculationFields {...fields} />
          <PeriodFields {...fields} />
          <FileDrop
            label={text.field.file}
            file={file}
            onFile={setFile}
            accept={ACCEPTED_FILES}
            maxBytes={attachFile.upload.maxBytes}
            hint={
              stored ? text.fileStored(stored.kind.toUpperCase(), stored.pages) : text.fileKinds
            }
            error={problem('file')}
          />
        </div>
      </div>
      {attached && <AttachedNotice attached={attached} />}
      {submit.data && local.length === 0 && (
        <SavedNotice documentId={submit.data.documentId} onAnother={onAnother} />
      )}
      {refusals.length > 0 && (
        <div className={classes.refused} role="alert">
          <RefusalPanel refusals={nameFields(refusals, text.field)} />
        </div>
      )}
      {submit.error && refusals.length === 0 && <ErrorState error={submit.error} />}
      <SubmitBar
        {...{ values, to, problem: problem('to') }}
        onTo={setTo}
        busy={submit.isPending}
        hasContent={file !== null || stored !== null}
        onSave={() => send(null)}
        onPropose={() => send(to)}
      />
    </form>
  );
}

/** The sentence for a field: our own for a missing one, else why it was refused. */
function useProblem(refusals: readonly Refusal[]): (field: ProposalField) => string | undefined {
  const text = useText(proposeText);
  const language = useLanguage();
  return (field) => {
    const refusal = refusals.find((each) => (fieldOf(each) ?? FIELD_OF_CODE[each.code]) === field);
    if (!refusal) return undefined;
    return refusal.code === 'invalid-input' ? text.wrong : printRefusal(refusal, language).why;
  };
}
