/** The file of one incident: duties, evidence, who knew, what was done, every act. */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type IncidentView, viewIncident } from '../../contract/incident.ts';
import type { NoteKind } from '../../core/incident/incident.ts';
import { isRefusedWith } from '../api/api-error.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { DocumentName } from '../ui/match/document-name.tsx';
import { WhomToAsk } from '../ui/match/whom-to-ask.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { ErrorState } from '../ui/state/whole-states.tsx';
import { ClockSection } from './clock-section.tsx';
import { DamageSection } from './damage-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import classes from './incident.module.css';
import { INCIDENT_TONES } from './incident-looks.ts';
import { incidentText } from './incident-text.ts';
import { IncidentTimeline } from './incident-timeline.tsx';
import { incidentsText } from './incidents-text.ts';
import { MarkSection } from './mark/mark-section.tsx';
import { ReportSection } from './papers/report-section.tsx';
import { StatementSection } from './papers/statement-section.tsx';
import { ProgressNotes } from './progress-notes.tsx';

export function IncidentScreen() {
  const { incidentId } = useParams({ from: '/frame/incidents/$incidentId' });
  const view = useRead(viewIncident, { params: { incidentId } });
  if (view.error && !isRefusedWith(view.error, 'not-found'))
    return <IncidentWithoutView error={view.error} onRetry={() => void view.refetch()} />;
  return <Loaded query={view}>{(incident) => <WholeIncident incident={incident} />}</Loaded>;
}

type WithoutViewProps = { readonly error: unknown; readonly onRetry: () => void };

function IncidentWithoutView({ error, onRetry }: WithoutViewProps) {
  const text = useText(incidentsText);
  return (
    <>
      <PageHeader title={text.title} />
      <ErrorState error={error} onRetry={onRetry} />
    </>
  );
}

function WholeIncident({ incident }: { readonly incident: IncidentView }) {
  const text = useText(incidentText);
  const { states } = useText(incidentsText);
  const [kind, setKind] = useState<NoteKind>('told-head');
  const noteDuty = (duty: NoteKind) => {
    setKind(duty);
    document.getElementById('note-words')?.focus();
  };
  return (
    <>
      <PageHeader
        title={text.title[incident.kind]}
        lead={text.lead}
        back={{ href: '/incidents', label: text.back }}
        actions={
          <InAppLink href={`/incidents/${incident.incidentId}/evidence`}>
            {text.toEvidence}
          </InAppLink>
        }
        mark={<StateBadge state={incident.state} tones={INCIDENT_TONES} names={states} />}
      />
      <IncidentFacts incident={incident} />
      <ClockSection incident={incident} onNote={noteDuty} />
      <DamageSection incident={incident} />
      <EvidenceSection incident={incident} />
      <MarkSection
        incidentId={incident.incidentId}
        documentId={incident.document?.documentId ?? null}
      />
      <ProgressNotes incident={incident} kind={kind} onKind={setKind} />
      <ReportSection incidentId={incident.incidentId} />
      <StatementSection incidentId={incident.incidentId} />
      <IncidentTimeline acts={incident.timeline} />
    </>
  );
}

function IncidentFacts({ incident }: { readonly incident: IncidentView }) {
  const text = useText(incidentText);
  const { document, openedBy, openedAt, source, matchId, ask } = incident;
  const origin = matchId && <InAppLink href={`/watch/${matchId}`}>{text.matchLink}</InAppLink>;
  return (
    <>
      <FactList
        facts={[
          { name: text.document, value: <DocumentName line={document} /> },
          { name: text.at, value: showMoment(openedAt) },
          { name: text.by, value: openedBy.name },
          { name: text.source, value: source },
          { name: text.match, value: origin },
        ]}
      />
      {!document && (
        <div className={classes.hidden}>
          <p className={classes.line}>{text.hidden}</p>
          <WhomToAsk ask={ask} />
        </div>
      )}
    </>
  );
}
