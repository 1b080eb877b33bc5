/** A watch officer lists public texts: those of files together, or one by its words. */
import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { type AddedTexts, addPublic } from '../../../contract/watch/lists.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import classes from '../watch.module.css';
import { FilesToAdd } from './files-to-add.tsx';
import { listsText } from './lists-text.ts';
import { PasteText } from './paste-text.tsx';
import { useFileRows } from './use-file-rows.ts';

const KINDS = '.txt,.html,.htm,.docx,.pdf';

export function AddPublic() {
  const text = useText(listsText);
  const files = useFileRows();
  // A form that was taken is begun afresh.
  const [round, setRound] = useState(0);
  const add = useAct(addPublic, () => setRound((before) => before + 1));
  const choose = (chosen: File[]) => {
    add.reset();
    files.choose(chosen);
  };
  return (
    <Section title={text.add}>
      <div className={classes.take}>
        <p className={classes.takeLead}>{text.addLead}</p>
        <FileInput
          multiple
          accept={KINDS}
          label={text.files}
          description={text.filesHint}
          placeholder={text.chooseFiles}
          value={[]}
          onChange={choose}
        />
      </div>
      {files.rows.length > 0 ? (
        <FilesToAdd key={round} files={files} add={add} />
      ) : (
        <PasteText key={round} add={add} />
      )}
      <div className={classes.result}>
        {add.data && <Added texts={add.data.texts} />}
        <FormError error={add.error} />
      </div>
    </Section>
  );
}

function Added({ texts }: AddedTexts) {
  const text = useText(listsText);
  const waiting = texts.filter(({ state }) => state === 'waiting').length;
  const inForce = texts.length - waiting;
  return (
    <Notice>
      {inForce > 0 && <p className={classes.done}>{text.added(printNumber(inForce))}</p>}
      {waiting > 0 && <p className={classes.done}>{text.addedWaiting(printNumber(waiting))}</p>}
    </Notice>
  );
}
