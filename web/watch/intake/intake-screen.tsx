/** The border between outside and inside: parcels, collectors, sources, and what is kept. */
import { Stack } from '@mantine/core';
import { viewIntake } from '../../../contract/watch/intake.ts';
import { useRead } from '../../api/use-api.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { useText } from '../../text/catalogue.ts';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { Collectors } from './collectors.tsx';
import { intakeText } from './intake-text.ts';
import { RawKept } from './raw-kept.tsx';
import { RegisterCollector } from './register-collector.tsx';
import { TakeParcels } from './take-parcels.tsx';

export function IntakeScreen() {
  const text = useText(intakeText);
  const { duties } = useViewer();
  const intake = useRead(viewIntake, {}, { refetchMs: 60_000 });
  const mayManage = duties.includes('administrator');
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      {duties.includes('watch-officer') && <TakeParcels />}
      <Loaded query={intake}>
        {(loaded) => (
          <Stack gap="xl">
            <Collectors collectors={loaded.collectors} mayManage={mayManage} />
            {mayManage && <RegisterCollector />}
            <RawKept intake={loaded} mayDecide={duties.includes('head')} />
          </Stack>
        )}
      </Loaded>
    </>
  );
}
