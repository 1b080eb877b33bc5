/** One public text by its words: first a preview, then it is listed. */
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type PublicPreview, previewPublic } from '../../../contract/watch/lists.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import classes from '../watch.module.css';
import type { Adding } from './files-to-add.tsx';
import { Hash } from './hash.tsx';
import { listsText } from './lists-text.ts';

const EMPTY = { name: '', published: '', reason: '', text: '' };
type Values = typeof EMPTY;

export function PasteText({ add }: { readonly add: Adding }) {
  const text = useText(listsText);
  const [values, setValues] = useState(EMPTY);
  const preview = useAct(previewPublic);
  const set = (field: keyof Values, value: string) => {
    // What was previewed is no longer what would be listed.
    if (field === 'text') preview.reset();
    setValues((before) => ({ ...before, [field]: value }));
  };
  const isFilled = Object.values(values).every((value) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { reason, ...named } = values;
    if (isFilled && preview.data) add.mutate({ body: { texts: [named], reason } });
  };
  return (
    <form className={classes.take} onSubmit={submit}>
      <h3 className={classes.small}>{text.paste}</h3>
      <Fields values={values} onChange={set} />
      <Group gap="sm">
        <Button
          variant="default"
          disabled={values.text.trim() === ''}
          loading={preview.isPending}
          onClick={() => preview.mutate({ body: { text: values.text } })}
        >
          {text.preview}
        </Button>
        <Button
          type="submit"
          disabled={!isFilled || !preview.data || preview.data.listed}
          loading={add.isPending}
        >
          {text.addNow}
        </Button>
      </Group>
      {preview.data && <Preview preview={preview.data} />}
      <FormError error={preview.error} />
    </form>
  );
}

type FieldsProps = {
  readonly values: Values;
  readonly onChange: (field: keyof Values, value: string) => void;
};

function Fields({ values, onChange }: FieldsProps) {
  const text = useText(listsText);
  const bound = (field: keyof Values) => ({
    value: values[field],
    required: true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(field, event.currentTarget.value),
  });
  return (
    <>
      <TextInput label={text.name} maxLength={300} {...bound('name')} />
      <TextInput
        label={text.published}
        description={text.publishedHint}
        maxLength={500}
        {...bound('published')}
      />
      <TextInput label={text.reason} maxLength={2_000} {...bound('reason')} />
      <Textarea label={text.words} autosize minRows={6} maxRows={20} {...bound('text')} />
    </>
  );
}

function Preview({ preview }: { readonly preview: PublicPreview }) {
  const text = useText(listsText);
  const { listed, sameAs, touches, words, characters, sha256 } = preview;
  const listedAs = sameAs ? text.sameAs(sameAs) : text.listed;
  const meaning = touches ? text.touchesSome : text.touchesNothing;
  return (
    <div role="status">
      <p className={classes.takeLead}>
        <strong>{listed ? listedAs : meaning}</strong>{' '}
        {text.previewed(printNumber(words), printNumber(characters))}. {text.previewRecorded}
      </p>
      <Hash value={sha256} />
    </div>
  );
}
