/** Where a cleared text was published, and the form that records one more place. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type RequestView, recordFile, recordText } from '../../../contract/publication/request.ts';
import { api } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { FileDrop } from '../../ui/field/file-drop.tsx';
import { FormError } from '../../ui/field/form-error.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Moment, MomentFields, momentOf, NO_MOMENT } from '../moment-fields.tsx';
import { RecordLine } from './record-line.tsx';
import classes from './request.module.css';
import { requestText } from './request-text.ts';

type Props = { readonly request: RequestView; readonly onDone: () => void };

export function RecordsSection({ request, onDone }: Props) {
  const text = useText(requestText);
  const { records, may, line } = request;
  const mayRecord = may.includes('record') && request.contents !== 'sealed';
  if (records.length === 0 && !mayRecord) return null;
  return (
    <Section title={text.records}>
      {records.length === 0 && <p className={classes.soft}>{text.recordsNone}</p>}
      <ul className={classes.records}>
        {records.map((record) => (
          <RecordLine key={record.recordId} record={record} requestId={line.requestId} />
        ))}
      </ul>
      {mayRecord && <RecordForm key={records.length} requestId={line.requestId} onDone={onDone} />}
    </Section>
  );
}

type Place = {
  readonly outlet: string;
  readonly url: string;
  readonly moment: Moment;
  readonly text: string;
  readonly file: File | null;
};
const NOWHERE: Place = { outlet: '', url: '', moment: NO_MOMENT, text: '', file: null };

type FormProps = { readonly requestId: string; readonly onDone: () => void };

function RecordForm({ requestId, onDone }: FormProps) {
  const text = useText(requestText);
  const client = useQueryClient();
  const [place, setPlace] = useState(NOWHERE);
  const publishedAt = momentOf(place.moment);
  const act = useMutation({
    mutationFn: (at: string) => {
      const url = place.url.trim() === '' ? {} : { url: place.url.trim() };
      const facts = { outlet: place.outlet, ...url, publishedAt: at };
      const params = { requestId };
      return place.file
        ? api(recordFile, {
            params,
            query: { ...facts, fileName: place.file.name.slice(0, 300) },
            file: place.file,
          })
        : api(recordText, { params, body: { ...facts, text: place.text } });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ predicate: ({ meta }) => !meta?.recorded });
      onDone();
    },
  });
  const isTyped = place.text.trim() !== '';
  const isBoth = isTyped && place.file !== null;
  const hasWords = (isTyped || place.file !== null) && !isBoth;
  const isReady = place.outlet.trim() !== '' && publishedAt !== null && hasWords;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && publishedAt && !act.isPending) act.mutate(publishedAt);
      }}
    >
      <PlaceFields place={place} onChange={setPlace} />
      {isBoth && (
        <p className={classes.soft} role="status">
          {text.form.either}
        </p>
      )}
      <FormError error={act.error} />
      <Button type="submit" disabled={!isReady} loading={act.isPending}>
        {text.record.send}
      </Button>
    </form>
  );
}

type FieldsProps = { readonly place: Place; readonly onChange: (place: Place) => void };

function PlaceFields({ place, onChange }: FieldsProps) {
  const { record } = useText(requestText);
  const set = (part: Partial<Place>) => onChange({ ...place, ...part });
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={record.outlet}
          description={record.outletHint}
          required
          maxLength={300}
          value={place.outlet}
          onChange={(event) => set({ outlet: event.currentTarget.value })}
        />
        <MomentFields
          labels={record}
          moment={place.moment}
          onChange={(moment) => set({ moment })}
        />
      </div>
      <TextInput
        label={record.url}
        maxLength={2_000}
        value={place.url}
        onChange={(event) => set({ url: event.currentTarget.value })}
      />
      <Textarea
        label={record.text}
        rows={6}
        value={place.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <FileDrop
        label={record.file}
        hint={record.fileHint}
        file={place.file}
        maxBytes={recordFile.upload.maxBytes}
        onFile={(file) => set({ file })}
      />
    </>
  );
}
