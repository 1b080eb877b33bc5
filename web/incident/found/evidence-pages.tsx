/** Pages of evidence as pictures, fetched when asked for: every fetch is a recorded viewing. */
import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { viewPage } from '../../../contract/evidence.ts';
import type { EvidenceView } from '../../../contract/incident.ts';
import { EXTRACTION_REASONS } from '../../../contract/text/extraction-text.ts';
import { apiBytes } from '../../api/api.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { OpenPage } from '../../ui/document/open-page.tsx';
import { useReading } from '../../ui/document/use-reading.ts';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import classes from '../incident.module.css';
import { foundText } from './found-text.ts';

type PagesProps = { readonly incidentId: string; readonly evidence: EvidenceView };

export function EvidencePages({ incidentId, evidence }: PagesProps) {
  const text = useText(foundText);
  const language = useLanguage();
  const { evidenceId, pages, found } = evidence;
  const reading = useReading((page, signal) =>
    apiBytes(viewPage, { params: { incidentId, evidenceId, page } }, signal),
  );
  if (pages === 0) {
    const why = found?.unread ? EXTRACTION_REASONS[language][found.unread].why : '';
    return (
      <p className={`${classes.soft} ${classes.pages}`}>
        {found ? text.notShown(why) : text.noPicture}
      </p>
    );
  }
  return (
    <div className={`np-no-print ${classes.pages}`}>
      {reading.page === null ? (
        <Button
          variant="default"
          onClick={() => reading.open(1)}
          loading={reading.busy}
          leftSection={<IconEye size={18} aria-hidden />}
        >
          {found ? text.showFile(pages) : text.showPicture}
        </Button>
      ) : (
        <OpenPage reading={reading} page={reading.page} pages={pages} />
      )}
      {reading.error !== null && <ErrorState error={reading.error} />}
    </div>
  );
}
