/** The text of the evidence, passages marked, the document beside it for those who may read it. */
import { viewEvidence } from '../../contract/incident.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { MarkedText } from '../ui/match/marked-text.tsx';
import { passageText } from '../ui/match/passage-text.ts';
import { SharedPassages } from '../ui/match/shared-passages.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';

export type EvidenceContentsProps = { readonly incidentId: string; readonly evidenceId: string };

export function EvidenceContents({ incidentId, evidenceId }: EvidenceContentsProps) {
  const text = useText(incidentText);
  const { indication } = useText(passageText);
  const params = { incidentId, evidenceId };
  const contents = useRead(viewEvidence, { params }, { recorded: true });
  return (
    <Loaded query={contents}>
      {({ articleText, spans, shared }) => (
        <>
          <MarkedText text={articleText} spans={shared && spans} label={text.contents} />
          <p className={classes.soft}>{shared ? indication : text.notYours}</p>
          {shared && <SharedPassages shared={shared} articleText={articleText} />}
        </>
      )}
    </Loaded>
  );
}
