/** Requests to publish, state by verb, and the calendar of an election: both from their tables. */

import { REQUEST_STATES, type RequestStateName } from '../../core/publication/request.ts';
import {
  REQUEST_LIFECYCLE,
  REQUEST_VERBS,
  type RequestRole,
  type RequestTransition,
} from '../../core/publication/request-lifecycle.ts';
import { electionCalendar } from '../../regimes/vn-2026/election-calendar.ts';
import { cite, NO, type Paper, paper, table } from './paper.ts';

const STATE_NAMES: Record<RequestStateName, string> = {
  submitted: 'chờ cho công bố',
  cleared: 'đã cho công bố',
  'cleared-amended': 'đã cho công bố bản sửa',
  objected: 'không đồng ý',
  appealed: 'chờ xem lại',
  upheld: 'giữ ý kiến',
  withdrawn: 'đã rút',
};

const ROLE_NAMES: Record<RequestRole, string> = {
  submitter: 'người đề nghị · the submitter',
  decider: 'phụ trách bảo vệ bí mật, người đứng đầu · registrar or head',
  head: 'người đứng đầu · the head',
  press: 'phát ngôn, người soạn thảo, người đứng đầu · who speaks to the press',
};

const NEVER_NAMES = {
  submitter: 'người đề nghị · the submitter',
  objector: 'người đã không đồng ý · who objected',
} as const;

const rowOf = (verb: (typeof REQUEST_VERBS)[number]): RequestTransition => REQUEST_LIFECYCLE[verb];

function stateGrid(): string {
  return table(
    ['', ...REQUEST_STATES.map((state) => `${STATE_NAMES[state]} \`${state}\``)],
    REQUEST_VERBS.map((verb) => {
      const { vi, from, to } = rowOf(verb);
      const cells = REQUEST_STATES.map((state) =>
        from.includes(state) ? `→ \`${to ?? state}\`` : NO,
      );
      return [`${vi} \`${verb}\``, ...cells];
    }),
  );
}

function whoGrid(): string {
  const letsOut = 'không chạm điều người quyết định không được đọc · touches nothing hidden';
  return table(
    ['Việc · verb', 'Ai · who', 'Không phải · never', 'Cần · needs', 'Căn cứ · articles'],
    REQUEST_VERBS.map((verb) => {
      const row = rowOf(verb);
      const needs = [row.needsReason ? 'lý do · a reason' : '', row.letsOut ? letsOut : ''];
      return [
        `${row.vi} · ${row.en}`,
        ROLE_NAMES[row.who],
        row.notBy.map((name) => NEVER_NAMES[name]).join('; '),
        needs.filter(Boolean).join('; '),
        row.articles.map(cite).join('; '),
      ];
    }),
  );
}

function calendar(): string {
  const from = (after: string | null): string => (after === null ? 'E' : `\`${after}\` `);
  const day = (offset: number): string => (offset === 0 ? '' : `${offset > 0 ? '+' : ''}${offset}`);
  return table(
    ['Chậm nhất · latest', 'Việc · event', 'Công bố · publishes', 'Điều · articles'],
    electionCalendar.map(({ offsetDays, after, vi, en, publishes, articles }) => [
      `${from(after)}${day(offsetDays)}`,
      `${vi} · ${en}`,
      publishes ? 'có · yes' : NO,
      articles.map(cite).join('; '),
    ]),
  );
}

export function publicationGrid(): Paper {
  const note = [
    'E là ngày bầu cử. Trước ngày của dòng, nội dung chưa được phép công bố; có là bí mật nhà nước',
    'hay không do danh mục bí mật nhà nước quyết định. Dòng `results` +3 tính từ ngày công bố kết quả.',
    'E is the election day. Before the day of a row its content may not be published; whether it is',
    'a state secret too only the list of secrets says. `results` +3 counts from the publication of',
    'the results.',
  ].join(' ');
  return paper(
    {
      file: 'publication.md',
      vi: 'Đề nghị công bố và lịch công bố',
      en: 'Requests to publish and the release calendar',
      from: ['core/publication/request-lifecycle.ts', 'regimes/vn-2026/election-calendar.ts'],
    },
    [
      stateGrid(),
      '## Ai làm · Who',
      whoGrid(),
      '## Lịch bầu cử · Election calendar',
      note,
      calendar(),
    ],
  );
}
