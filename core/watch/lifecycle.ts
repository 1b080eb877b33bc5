/**
 * The life of a match as a table: which verdict leads from where to where, and what it does (law
 * art. 2 and 25.3). `decide-verdict.ts` is its only reader, beside the printed grid.
 */
import type { Citation } from '../common/citation.ts';
import type { Ground } from '../publication/release.ts';
import type { MatchState, VerdictKind } from './verdict.ts';

export type VerdictRule = {
  readonly vi: string;
  readonly en: string;
  readonly from: readonly MatchState[];
  readonly to: MatchState;
  /** Why the words may not be published must be one of these, as far as the officer may know it. */
  readonly grounds: readonly Ground[];
  /** The officer must be able to see the document: else the verdict would be a guess. */
  readonly needsSight: boolean;
  readonly opensIncident: boolean;
  /** What was kept of the article is destroyed with the last match of it. */
  readonly forgets: boolean;
  /** The wording may come to count as common (`common-wording.ts`). */
  readonly teaches: boolean;
  readonly articles: readonly Citation[];
};

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});

const ANY_GROUND = ['secret', 'embargo'] as const;
const OPEN = ['open', 'unclear'] as const;

export const VERDICT_RULES = {
  leak: {
    vi: 'lộ bí mật nhà nước',
    en: 'a state secret has leaked',
    from: OPEN,
    to: 'confirmed',
    grounds: ['secret'],
    needsSight: false,
    opensIncident: true,
    forgets: false,
    teaches: false,
    articles: [law('2'), law('25.3')],
  },
  'embargo-broken': {
    vi: 'công bố trước giờ cho phép',
    en: 'published before its release',
    from: OPEN,
    to: 'confirmed',
    grounds: ['embargo'],
    needsSight: true,
    opensIncident: false,
    forgets: false,
    teaches: false,
    articles: [],
  },
  lawful: {
    vi: 'đã được công bố hợp pháp',
    en: 'published lawfully',
    from: OPEN,
    to: 'dismissed',
    grounds: ANY_GROUND,
    needsSight: false,
    opensIncident: false,
    forgets: true,
    teaches: false,
    articles: [],
  },
  'common-wording': {
    vi: 'câu chữ thông dụng',
    en: 'wording that anyone uses',
    from: OPEN,
    to: 'dismissed',
    grounds: ANY_GROUND,
    needsSight: false,
    opensIncident: false,
    forgets: true,
    teaches: true,
    articles: [],
  },
  unclear: {
    vi: 'chưa đủ căn cứ, để xem lại',
    en: 'not enough to tell, to be looked at again',
    from: ['open'],
    to: 'unclear',
    grounds: ANY_GROUND,
    needsSight: false,
    opensIncident: false,
    forgets: false,
    teaches: false,
    articles: [],
  },
} as const satisfies Record<VerdictKind, VerdictRule>;
