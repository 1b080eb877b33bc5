/** The file that becomes the content: sent at once, its pages and warnings shown when it is in. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { attachFile } from '../../../contract/access.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { FileDrop } from '../field/file-drop.tsx';
import { ErrorState } from '../state/whole-states.tsx';
import { attachText } from './attach-text.ts';
import { type Attached, AttachedNotice } from './attached-notice.tsx';
import classes from './document-parts.module.css';

export const ACCEPTED_FILES =
  '.pdf,.docx,.odt,.rtf,.txt,.png,.jpg,.jpeg,.tif,.tiff,.webp,.gif,.bmp';

type AttachFileProps = { readonly documentId: string };

export function AttachFile({ documentId }: AttachFileProps) {
  const text = useText(attachText);
  const [file, setFile] = useState<File | null>(null);
  const [attached, setAttached] = useState<Attached | null>(null);
  const attach = useAct(attachFile, (value) => {
    setAttached(value);
    setFile(null);
  });
  return (
    <div className={classes.attach}>
      {attached && <AttachedNotice attached={attached} />}
      <FileDrop
        label={text.file}
        file={file}
        onFile={setFile}
        accept={ACCEPTED_FILES}
        maxBytes={attachFile.upload.maxBytes}
        hint={text.kinds}
      />
      {attach.error && <ErrorState error={attach.error} />}
      <div>
        <Button
          disabled={file === null}
          loading={attach.isPending}
          onClick={() => file && attach.mutate({ params: { documentId }, file })}
        >
          {text.attach}
        </Button>
      </div>
    </div>
  );
}
