/** What a drafter has typed so far, and how it goes over the wire. */
import type { z } from 'zod';
import type { proposalSchema } from '../../contract/document.ts';
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import type { Level } from '../../core/level/level.ts';

export type ProposalValues = {
  readonly documentType: string;
  readonly level: Level;
  readonly summary: string;
  readonly guideItem: string | null;
  readonly conditionAttested: boolean;
  readonly circulation: string;
  /** One per line. */
  readonly recipients: string;
  readonly copies: number | string;
  readonly copyingAllowed: boolean;
  readonly isShorter: boolean;
  readonly aboutActivity: boolean;
  readonly shorterUntil: string | null;
};

export const EMPTY: ProposalValues = {
  documentType: '',
  level: 'mat',
  summary: '',
  guideItem: null,
  conditionAttested: false,
  circulation: '',
  recipients: '',
  copies: 1,
  copyingAllowed: false,
  isShorter: false,
  aboutActivity: false,
  shorterUntil: null,
};

export type ProposalBody = z.input<typeof proposalSchema>;

/** At Tuyệt mật the summary is not even named. */
export function bodyOf(values: ProposalValues): ProposalBody {
  const { documentType, level, guideItem, conditionAttested, circulation, copyingAllowed } = values;
  return {
    documentType,
    level,
    ...(level === 'tuyet-mat' ? {} : { summary: values.summary }),
    guideItem,
    conditionAttested,
    circulation,
    recipients: values.recipients
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    copies: Number(values.copies),
    copyingAllowed,
    shorterPeriod: values.isShorter
      ? { aboutActivity: values.aboutActivity, until: values.shorterUntil ?? '' }
      : null,
  };
}

export function valuesOf(terms: z.output<typeof proposalSchema>): ProposalValues {
  const { documentType, level, guideItem, conditionAttested, circulation } = terms;
  return {
    documentType,
    level,
    summary: terms.summary ?? '',
    guideItem,
    conditionAttested,
    circulation,
    recipients: terms.recipients.join('\n'),
    copies: terms.copies,
    copyingAllowed: terms.copyingAllowed,
    isShorter: terms.shorterPeriod !== null,
    aboutActivity: terms.shorterPeriod?.aboutActivity ?? false,
    shorterUntil: terms.shorterPeriod?.until ?? null,
  };
}

export type ProposalField = keyof ProposalBody | 'to' | 'file';

/** The field at which a refusal that names none is shown. */
export const FIELD_OF_CODE: Partial<Record<RefusalCode, ProposalField>> = {
  'summary-forbidden': 'summary',
  'guide-item-missing': 'guideItem',
  'guide-item-unknown': 'guideItem',
  'guide-item-not-in-force': 'guideItem',
  'guide-item-level-mismatch': 'guideItem',
  'guide-condition-unmet': 'conditionAttested',
  'field-forbids-top-level': 'level',
  'clearance-too-low': 'level',
  'copies-out-of-range': 'copies',
  'shorter-period-too-long': 'shorterPeriod',
  'shorter-period-not-activity': 'shorterPeriod',
  'no-authority': 'to',
  'delegation-not-in-force': 'to',
  'proposer-decides': 'to',
  'file-unreadable': 'file',
  'file-kind-unknown': 'file',
  'too-large': 'file',
};
