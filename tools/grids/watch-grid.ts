/** State of a match by verdict, and what each verdict does, from `core/watch/lifecycle.ts`. */
import type { Ground } from '../../core/publication/release.ts';
import { LEAST_SOURCES, LEAST_DAYS as USUAL_DAYS } from '../../core/watch/background.ts';
import { LEAST_DAYS, LEAST_JUDGES, LEAST_PAGES } from '../../core/watch/common-wording.ts';
import { VERDICT_RULES, type VerdictRule } from '../../core/watch/lifecycle.ts';
import {
  MATCH_STATES,
  type MatchState,
  VERDICTS,
  type VerdictKind,
} from '../../core/watch/verdict.ts';
import { cite, NO, type Paper, paper, table, YES } from './paper.ts';

const STATE_NAMES: Record<MatchState, string> = {
  open: 'chờ xem',
  unclear: 'để xem lại',
  confirmed: 'đã xác nhận',
  dismissed: 'đã loại bỏ',
};

const GROUND_NAMES: Record<Ground, string> = {
  secret: 'bí mật nhà nước · state secret',
  embargo: 'chưa đến giờ công bố · embargo',
};

const ruleOf = (verdict: VerdictKind): VerdictRule => VERDICT_RULES[verdict];
const mark = (is: boolean): string => (is ? YES : NO);

function stateGrid(): string {
  return table(
    ['', ...MATCH_STATES.map((state) => `${STATE_NAMES[state]} \`${state}\``)],
    VERDICTS.map((verdict) => {
      const { vi, from, to } = ruleOf(verdict);
      const cells = MATCH_STATES.map((state) => (from.includes(state) ? `→ \`${to}\`` : NO));
      return [`${vi} \`${verdict}\``, ...cells];
    }),
  );
}

function doesGrid(): string {
  return table(
    [
      'Kết luận · verdict',
      'Với · on',
      'Phải được xem tài liệu · needs sight',
      'Mở vụ việc · opens an incident',
      'Quên bài viết · forgets the article',
      'Dạy câu chữ thông dụng · teaches wording',
      'Căn cứ · articles',
    ],
    VERDICTS.map((verdict) => {
      const rule = ruleOf(verdict);
      return [
        `${rule.vi} · ${rule.en}`,
        rule.grounds.map((ground) => GROUND_NAMES[ground]).join('; '),
        mark(rule.needsSight),
        mark(rule.opensIncident),
        mark(rule.forgets),
        mark(rule.teaches),
        rule.articles.map(cite).join('; '),
      ];
    }),
  );
}

export function watchGrid(): Paper {
  const wording = [
    `Câu chữ thành thông dụng khi được kết luận như vậy trên ít nhất ${LEAST_PAGES} bài, trong ít`,
    `nhất ${LEAST_DAYS} ngày, bởi ${LEAST_JUDGES} người hoặc với ${LEAST_JUDGES} tài liệu.`,
    `Wording becomes common once it was judged so on at least ${LEAST_PAGES} pages, on`,
    `${LEAST_DAYS} days, by ${LEAST_JUDGES} officers or against ${LEAST_JUDGES} documents.`,
  ].join(' ');
  const background = [
    'Tin bài thu vào không dạy máy điều gì. Nếu có học, câu chữ phải đứng trên trang của ít nhất',
    `${LEAST_SOURCES} nguồn, trong ${USUAL_DAYS} ngày, không trang nào trùng với tài liệu được bảo vệ.`,
    'Articles that come in teach nothing. Were wording learnt, it would have to stand on pages of',
    `${LEAST_SOURCES} sources, on ${USUAL_DAYS} days, none of which matches a protected document.`,
  ].join(' ');
  const sight = [
    'Với người không được xem tài liệu, máy không dùng căn cứ để từ chối: từ chối sẽ làm lộ căn cứ.',
    'For who may not see the document the ground is no reason to refuse: a refusal would tell it.',
  ].join(' ');
  return paper(
    {
      file: 'watch.md',
      vi: 'Kết luận về đoạn trùng trên báo chí',
      en: 'Verdicts on matches of the press',
      from: ['core/watch/lifecycle.ts', 'core/watch/common-wording.ts', 'core/watch/background.ts'],
    },
    [
      stateGrid(),
      '## Kết luận làm gì · What a verdict does',
      doesGrid(),
      sight,
      wording,
      background,
    ],
  );
}
