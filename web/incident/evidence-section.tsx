/** The evidence of an incident: facts and hash always, contents only when asked for; and more. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EvidenceView, IncidentView } from '../../contract/incident.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { OriginFacts } from '../ui/match/origin-facts.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import { Notice } from '../ui/state/notice.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { EvidenceContents } from './evidence-contents.tsx';
import { AddEvidence } from './found/add-evidence.tsx';
import { CompareFile } from './found/compare-file.tsx';
import { EvidencePages } from './found/evidence-pages.tsx';
import classes from './incident.module.css';
import { incidentText } from './incident-text.ts';
import { KnowersTable } from './knowers-table.tsx';
import { useOriginal } from './use-original.ts';

export function EvidenceSection({ incident }: { readonly incident: IncidentView }) {
  const text = useText(incidentText);
  const { incidentId, evidence } = incident;
  const nameOf = (index: number) =>
    evidence.length > 1 ? text.evidenceName(index + 1) : text.evidence;
  return (
    <>
      {evidence.map((piece, index) => (
        <Section key={piece.evidenceId} title={nameOf(index)}>
          <EvidenceFacts evidence={piece} />
          <EvidenceActs incidentId={incidentId} evidence={piece} />
          <EvidencePages incidentId={incidentId} evidence={piece} />
          {piece.articleId === null && incident.state === 'open' && (
            <CompareFile incidentId={incidentId} evidenceId={piece.evidenceId} />
          )}
          <KnowersTable evidence={piece} />
        </Section>
      ))}
      {incident.state === 'open' && <AddEvidence incidentId={incidentId} />}
    </>
  );
}

function EvidenceFacts({ evidence }: { readonly evidence: EvidenceView }) {
  const text = useText(incidentText);
  const { articleId, title, source, url, publishedAt, capturedAt, sha256, found } = evidence;
  const count = evidence.spans.length;
  const passages = count > 0 ? [{ name: text.spans, value: String(count) }] : [];
  const ofArticle = [
    { name: text.articleTitle, value: title },
    { name: text.source, value: source },
    { name: text.published, value: publishedAt && showMoment(publishedAt) },
    { name: text.captured, value: showMoment(capturedAt) },
    { name: text.mediaType, value: evidence.mediaType },
    ...passages,
  ];
  const ofPicture = [
    { name: text.evidence, value: text.suspectPicture },
    { name: text.source, value: source },
    { name: text.givenAt, value: showMoment(capturedAt) },
  ];
  const ofFile = found && [
    { name: text.evidence, value: text.addedFile },
    { name: text.what, value: found.what },
    { name: text.place, value: source },
    { name: text.foundAt, value: showMoment(capturedAt) },
    { name: text.foundBy, value: found.by.name },
    { name: text.addedBy, value: text.byAt(found.addedBy.name, showMoment(found.addedAt)) },
    ...passages,
  ];
  return (
    <>
      <FactList facts={ofFile ?? (articleId === null ? ofPicture : ofArticle)} />
      <OriginFacts url={url} sha256={sha256} />
    </>
  );
}

type EvidenceActsProps = { readonly incidentId: string; readonly evidence: EvidenceView };

function EvidenceActs({ incidentId, evidence }: EvidenceActsProps) {
  const text = useText(incidentText);
  const { evidenceId } = evidence;
  const [isShown, setIsShown] = useState(false);
  const original = useOriginal({ incidentId, evidenceId, sha256: evidence.sha256 });
  return (
    <div className={classes.acts}>
      <div className={classes.buttons}>
        {evidence.articleId !== null && (
          <Button variant="default" onClick={() => setIsShown(true)} disabled={isShown}>
            {text.show}
          </Button>
        )}
        <Button variant="default" onClick={() => original.mutate()} loading={original.isPending}>
          {text.download}
        </Button>
        <span className={classes.soft}>{text.recorded}</span>
      </div>
      {original.error && <ErrorState error={original.error} />}
      {original.data && <Notice>{text.downloaded(original.data)}</Notice>}
      {isShown && <EvidenceContents incidentId={incidentId} evidenceId={evidenceId} />}
    </div>
  );
}
