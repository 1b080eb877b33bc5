/**
 * The law in force from 01/03/2026 as one value: law 117/2025/QH15, decree 63/2026, and what still
 * stands in for wording not seen. Core functions take the part they need; an agency's own guide
 * items are added to `guideItems` in front of the call.
 */
import type { DocumentLaw } from '../../core/document/decide-document.ts';
import type { IncidentLaw } from '../../core/incident/statutory-clock.ts';
import type { ExtensionLaw } from '../../core/period/protection.ts';
import { deadlines, extensionNoticeDays } from './deadlines.ts';
import { documentTypes } from './document-types.ts';
import { electionCalendar } from './election-calendar.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { guideDecisions } from './guide-decisions.ts';
import { guideItems2500 } from './guide-items-2500.ts';
import { guideItemsOther } from './guide-items-other.ts';
import { incidentSteps } from './incident-steps.ts';
import { instruments } from './instruments.ts';
import { levels } from './levels.ts';
import { posts } from './posts.ts';
import { powers } from './powers.ts';
import { prohibitedActs } from './prohibited-acts.ts';
import { registerBooks, registerCover } from './registers.ts';
import { stamps } from './stamps.ts';

export type Regime = DocumentLaw &
  ExtensionLaw &
  IncidentLaw & {
    readonly code: string;
    readonly instruments: typeof instruments;
    readonly guideDecisions: typeof guideDecisions;
    readonly documentTypes: typeof documentTypes;
    readonly deadlines: typeof deadlines;
    readonly electionCalendar: typeof electionCalendar;
    readonly prohibitedActs: typeof prohibitedActs;
    readonly registerBooks: typeof registerBooks;
    readonly registerCover: typeof registerCover;
    readonly stamps: typeof stamps;
    readonly forms: typeof forms;
  };

export const vn2026: Regime = {
  code: 'vn-2026',
  instruments,
  levels,
  fields,
  posts,
  powers,
  guideDecisions,
  guideItems: [...guideItems2500, ...guideItemsOther],
  documentTypes,
  deadlines,
  electionCalendar,
  extensionNoticeDays,
  incidentSteps,
  prohibitedActs,
  registerBooks,
  registerCover,
  stamps,
  forms,
};
