/** Parcels go in one after the other, in their order; the first that is refused stops the rest. */
import { Button, Checkbox, FileInput } from '@mantine/core';
import { useState } from 'react';
import { type ParcelTaken, takeParcel } from '../../../contract/watch/intake.ts';
import { encodeBundle } from '../../../core/parcel/bundle.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { printNumber } from '../../text/moment.ts';
import { FormError } from '../../ui/field/form-error.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import classes from '../watch.module.css';
import { intakeText } from './intake-text.ts';
import { groupParcels } from './parcel-files.ts';

async function bundleOf(files: readonly File[]): Promise<Uint8Array> {
  const named = files.map(async (file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  return encodeBundle(await Promise.all(named));
}

export function TakeParcels() {
  const text = useText(intakeText);
  const [files, setFiles] = useState<File[]>([]);
  const [acceptGap, setAcceptGap] = useState(false);
  const [taken, setTaken] = useState<readonly ParcelTaken[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const act = useAct(takeParcel);
  const parcels = groupParcels(files);
  const takeAll = async () => {
    setTaken([]);
    setError(null);
    setIsBusy(true);
    try {
      for (const parcel of parcels) {
        const query = { acceptGap: acceptGap ? 'yes' : 'no' } as const;
        const done = await act.mutateAsync({ query, file: await bundleOf(parcel) });
        setTaken((before) => [...before, done]);
        // What is in is not sent again when the rest is tried once more.
        setFiles((before) => before.filter((file) => !parcel.includes(file)));
      }
      setFiles([]);
    } catch (reason) {
      setError(reason);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Section title={text.take}>
      <div className={classes.take}>
        <FileInput
          multiple
          clearable
          label={text.files}
          description={text.filesHint}
          placeholder={text.chooseFiles}
          clearButtonProps={{ 'aria-label': text.clear }}
          valueComponent={() => text.chosen(printNumber(files.length), printNumber(parcels.length))}
          disabled={isBusy}
          value={files}
          onChange={setFiles}
        />
        <Checkbox
          label={text.acceptGap}
          checked={acceptGap}
          onChange={(event) => setAcceptGap(event.currentTarget.checked)}
        />
        {files.length > 0 && parcels.length === 0 && <p role="alert">{text.noParcel}</p>}
        <div>
          <Button onClick={() => void takeAll()} disabled={parcels.length === 0} loading={isBusy}>
            {text.take}
          </Button>
        </div>
        {taken.length > 0 && <Taken parcels={taken} />}
        <FormError error={error} />
      </div>
    </Section>
  );
}

function Taken({ parcels }: { readonly parcels: readonly ParcelTaken[] }) {
  const text = useText(intakeText);
  return (
    <Notice>
      {parcels.map(({ collector, number, taken, matched }) => (
        <p key={`${collector} ${number}`} className={classes.done}>
          {text.taken(collector, String(number))}{' '}
          {text.takenCounts(printNumber(taken), printNumber(matched))}
        </p>
      ))}
    </Notice>
  );
}
