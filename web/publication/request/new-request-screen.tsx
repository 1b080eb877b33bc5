/** A press officer hands in what is to be published: typed, with a tip, or as a file. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { submitFile, submitText } from '../../../contract/publication/request.ts';
import { PUBLICATION_MEDIA, type PublicationMedium } from '../../../core/publication/request.ts';
import { api } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { todayInHanoi } from '../../text/moment.ts';
import { DateField } from '../../ui/field/date-field.tsx';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { FormError } from '../../ui/field/form-error.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { CheckedTextarea } from './checked-textarea.tsx';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

type Asking = {
  readonly title: string;
  readonly medium: PublicationMedium;
  readonly wantedOn: string | null;
  readonly text: string;
  readonly file: File | null;
};
const EMPTY: Asking = {
  title: '',
  medium: 'press-statement',
  wantedOn: null,
  text: '',
  file: null,
};

function send({ text, file, wantedOn, ...facts }: Asking): Promise<{ requestId: string }> {
  const day = wantedOn === null ? {} : { wantedOn };
  return file
    ? api(submitFile, { query: { ...facts, ...day }, file })
    : api(submitText, { body: { ...facts, ...day, text } });
}

export function NewRequestScreen() {
  const text = useText(requestText);
  const { history } = useRouter();
  const client = useQueryClient();
  const [asking, setAsking] = useState(EMPTY);
  const act = useMutation({
    mutationFn: send,
    onSuccess: async ({ requestId }) => {
      await client.invalidateQueries();
      history.push(`/publications/${requestId}`);
    },
  });
  const isTyped = asking.text.trim() !== '';
  const isBoth = isTyped && asking.file !== null;
  const isReady = asking.title.trim() !== '' && (isTyped || asking.file !== null) && !isBoth;
  return (
    <>
      <PageHeader
        title={text.form.title}
        lead={text.form.lead}
        back={{ href: '/publications', label: text.back }}
      />
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !act.isPending) act.mutate(asking);
        }}
      >
        <AskingFields asking={asking} onChange={setAsking} />
        <FormError error={act.error} />
        {!isReady && (
          <p className={classes.soft} role="status">
            {isBoth ? text.form.either : text.form.needsName}
          </p>
        )}
        <Button type="submit" disabled={!isReady} loading={act.isPending}>
          {text.form.send}
        </Button>
      </form>
    </>
  );
}

type FieldsProps = { readonly asking: Asking; readonly onChange: (asking: Asking) => void };

function AskingFields({ asking, onChange }: FieldsProps) {
  const { form, medium } = useText(requestText);
  const set = (part: Partial<Asking>) => onChange({ ...asking, ...part });
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={form.name}
          description={form.nameHint}
          required
          maxLength={300}
          autoComplete="off"
          value={asking.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={form.medium}
          value={asking.medium}
          data={PUBLICATION_MEDIA.map((value) => ({ value, label: medium[value] }))}
          onChange={({ currentTarget }) => {
            const chosen = PUBLICATION_MEDIA.find((one) => one === currentTarget.value);
            if (chosen) set({ medium: chosen });
          }}
        />
        <DateField
          label={form.wantedOn}
          value={asking.wantedOn}
          min={todayInHanoi()}
          onChange={(wantedOn) => set({ wantedOn })}
        />
      </div>
      <CheckedTextarea
        label={form.text}
        description={form.textHint}
        value={asking.text}
        onType={(text) => set({ text })}
      />
      <FileDrop
        label={form.file}
        hint={form.fileHint}
        file={asking.file}
        maxBytes={submitFile.upload.maxBytes}
        onFile={(file) => set({ file })}
      />
    </>
  );
}
