/**
 * The life of a document up to its issue, as a table: what may follow what, who does it, who may
 * not, and by which article. `decide-document.ts` is its only reader; the grid in `docs/printed`
 * shows it to people who read no code.
 */
import type { Citation } from '../common/citation.ts';
import type { DocumentStateName } from './document.ts';

export const DOCUMENT_VERBS = [
  'revise',
  'propose',
  'return',
  'determine',
  'reject-as-not-secret',
  'issue',
  'void',
] as const;
export type DocumentVerb = (typeof DOCUMENT_VERBS)[number];

/** `addressee`: the competent person to whom the proposal was put. */
export type DocumentRole = 'drafter' | 'addressee' | 'registry-clerk';

export type Transition = {
  readonly vi: string;
  readonly en: string;
  readonly from: readonly DocumentStateName[];
  readonly to: DocumentStateName;
  readonly who: DocumentRole;
  readonly notBy: 'drafter' | null;
  /** Needs the power to determine at the document's level. */
  readonly needsPower: boolean;
  readonly articles: readonly Citation[];
};

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});
const oldDecree = (article: string): Citation => ({
  instrument: '26/2020/NĐ-CP',
  article,
  certainty: '2018-text',
});
const NO_UNLISTED: Citation = {
  instrument: '117/2025/QH15',
  article: '5.1',
  certainty: 'confirmed',
};

export const DOCUMENT_LIFECYCLE = {
  revise: {
    vi: 'sửa dự thảo',
    en: 'revise the draft',
    from: ['draft', 'proposed', 'returned'],
    to: 'draft',
    who: 'drafter',
    notBy: null,
    needsPower: false,
    articles: [oldDecree('2')],
  },
  propose: {
    vi: 'đề xuất độ mật',
    en: 'propose the level',
    from: ['draft'],
    to: 'proposed',
    who: 'drafter',
    notBy: null,
    needsPower: false,
    articles: [NO_UNLISTED, law('10'), oldDecree('2')],
  },
  return: {
    vi: 'trả lại',
    en: 'return to the drafter',
    from: ['proposed'],
    to: 'returned',
    who: 'addressee',
    notBy: 'drafter',
    needsPower: false,
    articles: [law('10')],
  },
  determine: {
    vi: 'xác định độ mật',
    en: 'determine the level',
    from: ['proposed'],
    to: 'determined',
    who: 'addressee',
    notBy: 'drafter',
    needsPower: true,
    articles: [NO_UNLISTED, law('10'), law('11'), law('19')],
  },
  'reject-as-not-secret': {
    vi: 'kết luận không phải bí mật nhà nước',
    en: 'find that it is no state secret',
    from: ['proposed'],
    to: 'not-secret',
    who: 'addressee',
    notBy: 'drafter',
    needsPower: true,
    articles: [NO_UNLISTED, law('10')],
  },
  issue: {
    vi: 'cấp số, phát hành',
    en: 'number and issue',
    from: ['determined'],
    to: 'determined',
    who: 'registry-clerk',
    notBy: null,
    needsPower: false,
    articles: [
      { instrument: '30/2020/NĐ-CP', article: '15', certainty: 'confirmed' },
      { instrument: '63/2026/NĐ-CP', article: 'Phụ lục III', certainty: 'confirmed-2' },
    ],
  },
  void: {
    vi: 'hủy dự thảo',
    en: 'give up the draft',
    from: ['draft', 'returned'],
    to: 'void',
    who: 'drafter',
    notBy: null,
    needsPower: false,
    articles: [oldDecree('2')],
  },
} as const satisfies Record<DocumentVerb, Transition>;
