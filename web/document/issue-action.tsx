/** The clerk gives the number: symbol, signer and keeper go into the register's line. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DocumentView } from '../../contract/access.ts';
import { issueDocument } from '../../contract/registry.ts';
import { useAct } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { Confirm } from '../ui/dialog/confirm.tsx';
import { type Dialog, useDialog } from '../ui/dialog/use-dialog.ts';
import { useFormOptions } from '../ui/document/form-options.ts';
import { against } from '../ui/document/may.ts';
import { PersonSelect } from '../ui/field/person-select.tsx';
import { GuardedButton } from '../ui/state/guarded-button.tsx';
import classes from './document.module.css';
import { issueText } from './issue-text.ts';

export function IssueAction({ view }: { readonly view: DocumentView }) {
  const text = useText(issueText);
  const dialog = useDialog();
  return (
    <>
      <GuardedButton refusals={against(view, 'issue')} onAct={dialog.open}>
        {text.issue}
      </GuardedButton>
      <IssueDialog key={dialog.round} view={view} dialog={dialog} />
    </>
  );
}

type Abbreviations = { readonly code: string; readonly abbreviation: string | null };

/** `KH-` as the beginning of a plan's symbol; the agency's part is the clerk's to write. */
const beginning = (types: readonly Abbreviations[] | undefined, type: string | null): string => {
  const abbreviation = types?.find(({ code }) => code === type)?.abbreviation;
  return abbreviation ? `${abbreviation}-` : '';
};

function IssueDialog({ view, dialog }: { readonly view: DocumentView; readonly dialog: Dialog }) {
  const text = useText(issueText);
  const { documentId, documentType } = view.line;
  const types = useFormOptions().data?.documentTypes;
  const [typed, setSymbol] = useState<string | null>(null);
  const [signer, setSigner] = useState(view.decider?.personId ?? null);
  const [keeper, setKeeper] = useState('');
  const [note, setNote] = useState('');
  const issue = useAct(issueDocument, dialog.finish);
  const symbol = typed ?? beginning(types, documentType);
  const complete = signer !== null && keeper.trim() !== '' && !/^$|-$/.test(symbol.trim());
  const send = () =>
    signer &&
    issue.mutate({
      params: { documentId },
      body: { symbol: symbol.trim(), signedBy: signer, keeper: keeper.trim(), note: note.trim() },
    });
  return (
    <Confirm
      opened={dialog.opened}
      title={text.title}
      confirmLabel={text.issue}
      onConfirm={send}
      onClose={dialog.close}
      busy={issue.isPending}
      disabled={!complete}
      error={issue.error}
    >
      <div className={classes.fields}>
        <p>{text.follows(view.terms?.copies ?? 1)}</p>
        <TextInput
          label={text.symbol}
          description={text.symbolHint}
          value={symbol}
          onChange={(event) => setSymbol(event.currentTarget.value)}
          maxLength={60}
          required
          data-autofocus
        />
        <PersonSelect label={text.signer} value={signer} onChange={setSigner} required />
        <TextInput
          label={text.keeper}
          value={keeper}
          onChange={(event) => setKeeper(event.currentTarget.value)}
          maxLength={200}
          required
        />
        <TextInput
          label={text.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          maxLength={500}
        />
      </div>
    </Confirm>
  );
}
