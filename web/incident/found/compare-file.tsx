/** The words of a given file beside the registered documents, when asked for; it is recorded. */
import { Button } from '@mantine/core';
import { compareEvidence } from '../../../contract/evidence.ts';
import type { FileVerdict } from '../../../contract/publication/publication.ts';
import { EXTRACTION_WARNING_TEXTS } from '../../../contract/text/extraction-text.ts';
import { EXTRACTION_WARNINGS, leavesUnread } from '../../../core/common/extraction.ts';
import { useAct } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { printNumber } from '../../text/moment.ts';
import { passageText } from '../../ui/match/passage-text.ts';
import { SharedPassages } from '../../ui/match/shared-passages.tsx';
import { WhomToAsk } from '../../ui/match/whom-to-ask.tsx';
import { Notice } from '../../ui/state/notice.tsx';
import { Warning } from '../../ui/state/warning.tsx';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import classes from '../incident.module.css';
import { foundText } from './found-text.ts';

type CompareProps = { readonly incidentId: string; readonly evidenceId: string };

export function CompareFile({ incidentId, evidenceId }: CompareProps) {
  const text = useText(foundText);
  const act = useAct(compareEvidence);
  return (
    <div className={`np-no-print ${classes.pages}`}>
      <Button
        variant="default"
        onClick={() => act.mutate({ params: { incidentId, evidenceId } })}
        loading={act.isPending}
      >
        {text.compare}
      </Button>
      {act.isPending && <p className={classes.soft}>{text.comparing}</p>}
      {act.error && <ErrorState error={act.error} />}
      {act.data && <Compared verdict={act.data} />}
    </div>
  );
}

function Compared({ verdict }: { readonly verdict: FileVerdict }) {
  const text = useText(foundText);
  const { indication } = useText(passageText);
  const words = EXTRACTION_WARNING_TEXTS[useLanguage()];
  const { documents, hidden, touchesProtected, warnings } = verdict;
  const remarks = EXTRACTION_WARNINGS.filter((code) => warnings.includes(code));
  const characters = printNumber(verdict.characters);
  return (
    <section aria-label={text.compared} className={classes.compared}>
      {!touchesProtected && !leavesUnread(warnings) && <Notice>{text.nothing(characters)}</Notice>}
      {!touchesProtected && leavesUnread(warnings) && <Warning>{text.unread(characters)}</Warning>}
      {hidden && (
        <Warning>
          <p className={classes.soft}>{text.hidden}</p>
          <WhomToAsk ask={verdict.ask} />
        </Warning>
      )}
      {remarks.length > 0 && (
        <p className={classes.soft}>{remarks.map((code) => words[code]).join(' ')}</p>
      )}
      {documents.length > 0 && <p className={classes.soft}>{indication}</p>}
      {documents.map(({ ground, ...shared }) => (
        <div key={shared.line.documentId}>
          {ground === 'embargo' && <p className={classes.soft}>{text.embargo}</p>}
          <SharedPassages shared={shared} articleText={verdict.text} />
        </div>
      ))}
    </section>
  );
}
