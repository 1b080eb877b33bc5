/** A file by drop or by keyboard: a native file input under a large label, so both ways are one. */
import { Button } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useState } from 'react';
import { useText } from '../../text/catalogue.ts';
import { printBytes } from '../../text/moment.ts';
import classes from './field.module.css';
import { fieldText } from './field-text.ts';

export type FileDropProps = {
  readonly label: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  /** Media types and endings as `<input accept>` takes them. A hint only: the server decides. */
  readonly accept?: string;
  readonly maxBytes?: number;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Several at once: those that fit; `file` stays null. */
  readonly onSeveral?: (files: readonly File[]) => void;
};

export function FileDrop(props: FileDropProps) {
  const { label, file, onFile, accept, maxBytes, hint, error, onSeveral } = props;
  const text = useText(fieldText);
  const id = useId();
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    const [next] = files;
    const fitting = files.filter(({ size }) => maxBytes === undefined || size <= maxBytes);
    const large = onSeveral
      ? fitting.length < files.length
      : next !== undefined && !fitting.includes(next);
    setTooLarge(large);
    if (onSeveral) onSeveral(fitting);
    else if (next) onFile(large ? null : next);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const problem = error ?? (tooLarge ? text.tooLarge(printBytes(maxBytes ?? 0)) : undefined);
  return (
    <div>
      <p className={classes.label}>{label}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is only the second way */}
      <div
        className={`${classes.drop} ${over ? classes.over : ''} ${problem ? classes.wrong : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          className={classes.native}
          accept={accept}
          multiple={onSeveral !== undefined}
          aria-describedby={`${id}-hint`}
          aria-invalid={problem !== undefined}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <label htmlFor={id} className={classes.target}>
          <span className="np-unseen">{label}. </span>
          <IconUpload size={20} aria-hidden />
          {onSeveral ? text.dropSeveral : text.dropHere}
        </label>
        <p id={`${id}-hint`} className={classes.hint}>
          {[hint, maxBytes && text.upTo(printBytes(maxBytes))].filter(Boolean).join(' · ')}
        </p>
        {file && <ChosenFile file={file} onRemove={() => onFile(null)} />}
      </div>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type ChosenFileProps = { readonly file: File; readonly onRemove: () => void };

function ChosenFile({ file, onRemove }: ChosenFileProps) {
  const text = useText(fieldText);
  return (
    <p className={classes.chosen}>
      <IconFile size={18} aria-hidden />
      <span className={classes.fileName}>
        <span className="np-unseen">{text.chosen}: </span>
        {file.name} ({printBytes(file.size)})
      </span>
      <Button variant="subtle" size="compact-sm" onClick={onRemove}>
        {text.remove}
      </Button>
    </p>
  );
}
