import * as contract from '../../contract/incident.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { noteProgress } from '../incident/note-progress.ts';
import { openIncident } from '../incident/open-incident.ts';
import { checkStatement, draftStatement } from '../incident/press-statement.ts';
import { printReport } from '../incident/print-report.ts';
import { downloadEvidence, viewEvidence } from '../incident/view-evidence.ts';
import { viewIncident } from '../incident/view-incident.ts';
import type { Parts } from '../ports/parts.ts';
import { type Route, route } from './route.ts';

export function incidentRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.listIncidents, (_, { actor }) => listIncidents(parts, actor)),
    route(contract.viewIncident, ({ params }, { actor }) => viewIncident(parts, actor, params)),
    route(contract.noteProgress, ({ params, body }, { actor }) =>
      noteProgress(parts, actor, { ...params, ...body }),
    ),
    route(contract.openIncident, ({ body }, { actor }) => openIncident(parts, actor, body)),
    route(contract.printReport, ({ params, body }, { actor }) =>
      printReport(parts, actor, { ...params, ...body }),
    ),
    route(contract.draftStatement, ({ params, query }, { actor }) =>
      draftStatement(parts, actor, { ...params, ...query }),
    ),
    route(contract.checkStatement, ({ params, body }, { actor }) =>
      checkStatement(parts, actor, { ...params, ...body }),
    ),
    route(contract.viewEvidence, ({ params }, { actor }) => viewEvidence(parts, actor, params)),
    route(contract.downloadEvidence, ({ params }, { actor }) =>
      downloadEvidence(parts, actor, params),
    ),
  ];
}
