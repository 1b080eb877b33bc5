/** The words of a request changed: amended by who decides, or revised by who asked. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import {
  clearAmended,
  type RequestView,
  reviseText,
} from '../../../contract/publication/request.ts';
import { shownWords } from '../../../core/publication/shown-words.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { commonText } from '../../text/common-text.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { Section } from '../../ui/page/section.tsx';
import { CheckedTextarea } from './checked-textarea.tsx';
import classes from './request.module.css';
import { judgedWords } from './request-looks.ts';
import { requestText } from './request-text.ts';

export type RewriteFormProps = {
  readonly request: RequestView;
  readonly verb: 'clear-amended' | 'revise';
  readonly onDone: () => void;
  readonly onClose: () => void;
};

export function RewriteForm({ request, verb, onDone, onClose }: RewriteFormProps) {
  const text = useText(requestText);
  const common = useText(commonText);
  const [words, setWords] = useState(shownWords(judgedWords(request)));
  const [note, setNote] = useState('');
  const amend = useAct(clearAmended, onDone);
  const revise = useAct(reviseText, onDone);
  const isAmending = verb === 'clear-amended';
  const act = isAmending ? amend : revise;
  const params = { requestId: request.line.requestId };
  const send = () => {
    if (isAmending) amend.mutate({ params, body: { note, text: words } });
    else revise.mutate({ params, body: { text: words } });
  };
  const isReady = words.trim() !== '' && words !== request.text;
  return (
    <Section title={text.act[verb]}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !act.isPending) send();
        }}
      >
        {isAmending && <p className={classes.line}>{text.will.amend}</p>}
        <CheckedTextarea
          label={isAmending ? text.amendedText : text.form.text}
          value={words}
          onType={setWords}
        />
        {isAmending && (
          <Textarea
            label={text.note}
            description={text.noteHint}
            autosize
            minRows={2}
            maxLength={4_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <FormError error={act.error} />
        <div className={classes.buttons}>
          <Button type="submit" disabled={!isReady} loading={act.isPending}>
            {text.act[verb]}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.act.cancel}
          </Button>
        </div>
      </form>
    </Section>
  );
}
