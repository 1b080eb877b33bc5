/**
 * The life of a request to publish, as a table: what may follow what, who does it and who may not.
 * `decide-request.ts` is its only reader; the grid in `docs/printed` shows it.
 */
import type { Citation } from '../common/citation.ts';
import type { RequestStateName } from './request.ts';

export const REQUEST_VERBS = [
  'revise',
  'withdraw',
  'clear',
  'clear-amended',
  'object',
  'appeal',
  'allow-appeal',
  'uphold',
  'record',
] as const;
export type RequestVerb = (typeof REQUEST_VERBS)[number];

/** `decider`: who holds a duty that permits `clear-publication`. */
export type RequestRole = 'submitter' | 'decider' | 'head' | 'press';

export type RequestTransition = {
  readonly vi: string;
  readonly en: string;
  readonly from: readonly RequestStateName[];
  /** Null: the state stays; something is written beside it. */
  readonly to: RequestStateName | null;
  readonly who: RequestRole;
  readonly notBy: readonly ('submitter' | 'objector')[];
  /** Lets words out of the house: the text must touch nothing that the person may not read. */
  readonly letsOut: boolean;
  readonly needsReason: boolean;
  readonly articles: readonly Citation[];
};

const NO_POSTING: Citation = {
  instrument: '117/2025/QH15',
  article: '5',
  certainty: '2018-text',
};
/** Known from summaries; the article is not, so that it is printed without one. */
const SPOKESPERSON: Citation = {
  instrument: '244/2026/NĐ-CP',
  article: 'chưa rõ điều',
  certainty: 'confirmed-2',
};

export const REQUEST_LIFECYCLE = {
  revise: {
    vi: 'gửi bản sửa',
    en: 'hand in a revised text',
    from: ['submitted', 'objected'],
    to: 'submitted',
    who: 'submitter',
    notBy: [],
    letsOut: false,
    needsReason: false,
    articles: [],
  },
  withdraw: {
    vi: 'rút yêu cầu',
    en: 'withdraw the request',
    from: ['submitted', 'objected', 'appealed'],
    to: 'withdrawn',
    who: 'submitter',
    notBy: [],
    letsOut: false,
    needsReason: false,
    articles: [],
  },
  clear: {
    vi: 'cho công bố',
    en: 'clear for publication',
    from: ['submitted'],
    to: 'cleared',
    who: 'decider',
    notBy: ['submitter'],
    letsOut: true,
    needsReason: false,
    articles: [NO_POSTING, SPOKESPERSON],
  },
  'clear-amended': {
    vi: 'cho công bố bản đã sửa',
    en: 'clear an amended text',
    from: ['submitted'],
    to: 'cleared-amended',
    who: 'decider',
    notBy: ['submitter'],
    letsOut: true,
    needsReason: false,
    articles: [NO_POSTING, SPOKESPERSON],
  },
  object: {
    vi: 'không đồng ý công bố',
    en: 'object',
    from: ['submitted'],
    to: 'objected',
    who: 'decider',
    notBy: ['submitter'],
    letsOut: false,
    needsReason: true,
    articles: [NO_POSTING],
  },
  appeal: {
    vi: 'đề nghị người đứng đầu xem lại',
    en: 'appeal to the head',
    from: ['objected'],
    to: 'appealed',
    who: 'submitter',
    notBy: [],
    letsOut: false,
    needsReason: true,
    articles: [],
  },
  'allow-appeal': {
    vi: 'xem lại: cho công bố',
    en: 'allow the appeal',
    from: ['appealed'],
    to: 'cleared',
    who: 'head',
    notBy: ['submitter', 'objector'],
    letsOut: true,
    needsReason: false,
    articles: [NO_POSTING, SPOKESPERSON],
  },
  uphold: {
    vi: 'xem lại: giữ ý kiến không đồng ý',
    en: 'uphold the objection',
    from: ['appealed'],
    to: 'upheld',
    who: 'head',
    notBy: ['submitter', 'objector'],
    letsOut: false,
    needsReason: true,
    articles: [NO_POSTING],
  },
  record: {
    vi: 'ghi nơi đã đăng',
    en: 'record where it was published',
    from: ['cleared', 'cleared-amended'],
    to: null,
    who: 'press',
    notBy: [],
    letsOut: false,
    needsReason: false,
    articles: [SPOKESPERSON],
  },
} as const satisfies Record<RequestVerb, RequestTransition>;
