/**
 * The life of an incident as a table: what may follow what, and by which duty (law art. 25.3: the
 * head handles; decree 26/2020 art. 8: reported at once). `decide-incident.ts` is its only reader.
 */
import type { Citation } from '../common/citation.ts';
import type { Duty } from '../person/duty.ts';
import type { IncidentState } from './incident.ts';

export const INCIDENT_VERBS = ['note', 'qualify', 'close', 'reopen'] as const;
export type IncidentVerb = (typeof INCIDENT_VERBS)[number];

export type IncidentTransition = {
  readonly vi: string;
  readonly en: string;
  readonly from: IncidentState;
  readonly to: IncidentState;
  readonly who: readonly Duty[];
  /** Must say in words what was done or why. */
  readonly needsWords: boolean;
  /** Only when every step that the law asks for is done. */
  readonly needsSteps: boolean;
  readonly articles: readonly Citation[];
};

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});

const ANY_WATCHER = ['head', 'watch-officer', 'registrar', 'inspector'] as const;

export const INCIDENT_LIFECYCLE = {
  note: {
    vi: 'ghi việc đã làm',
    en: 'note what was done',
    from: 'open',
    to: 'open',
    who: ANY_WATCHER,
    needsWords: false,
    needsSteps: false,
    articles: [law('25.3'), law('26.2')],
  },
  qualify: {
    vi: 'xác định là lộ, mất hay cả hai',
    en: 'say whether it is exposure, loss or both',
    from: 'open',
    to: 'open',
    who: ['head', 'registrar', 'inspector'],
    needsWords: true,
    needsSteps: false,
    articles: [law('2')],
  },
  close: {
    vi: 'kết thúc vụ việc',
    en: 'close the incident',
    from: 'open',
    to: 'closed',
    who: ['head', 'registrar'],
    needsWords: true,
    needsSteps: true,
    articles: [law('25.3')],
  },
  reopen: {
    vi: 'mở lại vụ việc',
    en: 'reopen the incident',
    from: 'closed',
    to: 'open',
    who: ['head', 'registrar', 'inspector'],
    needsWords: true,
    needsSteps: false,
    articles: [law('25.3')],
  },
} as const satisfies Record<IncidentVerb, IncidentTransition>;
