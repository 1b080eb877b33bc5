/** State by verb, and who does each verb, from the table of `core/document/lifecycle.ts`. */
import { DOCUMENT_STATES, type DocumentStateName } from '../../core/document/document.ts';
import {
  DOCUMENT_LIFECYCLE,
  DOCUMENT_VERBS,
  type DocumentRole,
  type Transition,
} from '../../core/document/lifecycle.ts';
import { cite, NO, type Paper, paper, table } from './paper.ts';

const STATE_NAMES: Record<DocumentStateName, string> = {
  draft: 'dự thảo',
  proposed: 'đã đề xuất',
  returned: 'bị trả lại',
  determined: 'đã xác định',
  received: 'văn bản đến',
  'not-secret': 'không mật',
  embargoed: 'chờ công bố',
  void: 'đã hủy',
};

const ROLE_NAMES: Record<DocumentRole, string> = {
  drafter: 'người soạn thảo · the drafter',
  addressee: 'người được trình · the person it was put to',
  'registry-clerk': 'văn thư · registry clerk',
};

const rowOf = (verb: (typeof DOCUMENT_VERBS)[number]): Transition => DOCUMENT_LIFECYCLE[verb];

export function lifecycleGrid(): Paper {
  const grid = table(
    ['', ...DOCUMENT_STATES.map((state) => `${STATE_NAMES[state]} \`${state}\``)],
    DOCUMENT_VERBS.map((verb) => {
      const { vi, from, to } = rowOf(verb);
      const cells = DOCUMENT_STATES.map((state) => (from.includes(state) ? `→ \`${to}\`` : NO));
      return [`${vi} \`${verb}\``, ...cells];
    }),
  );
  const who = table(
    ['Việc · verb', 'Ai · who', 'Không phải · never', 'Thẩm quyền · power', 'Căn cứ · articles'],
    DOCUMENT_VERBS.map((verb) => {
      const { vi, en, who: role, notBy, needsPower, articles } = rowOf(verb);
      return [
        `${vi} · ${en}`,
        ROLE_NAMES[role],
        notBy ? ROLE_NAMES[notBy] : '',
        needsPower ? 'xác định độ mật · determine' : '',
        articles.map(cite).join('; '),
      ];
    }),
  );
  const note = [
    'Hết thời hạn bảo vệ thì tự giải mật từ ngày hôm sau; không ai phải quyết định.',
    'When protection ends a document is declassified by itself the day after; nobody decides it.',
  ].join(' ');
  return paper(
    {
      file: 'document-lifecycle.md',
      vi: 'Vòng đời tài liệu: trạng thái và việc được làm',
      en: 'Life of a document: state by verb',
      from: ['core/document/lifecycle.ts'],
    },
    [grid, '## Ai làm · Who', who, note],
  );
}
