/** Action by kind of person, every cell asked of `mayPerform` itself. */
import type { AccessGrant, DocumentFacts, Subject } from '../../core/access/access-facts.ts';
import {
  DOCUMENT_ACTIONS,
  type DocumentAction,
  GENERAL_ACTION_RULES,
  GENERAL_ACTIONS,
} from '../../core/access/action.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { addMs, calendarDate, startOfDayInHanoi } from '../../core/common/calendar-date.ts';
import { type DocumentId, type PersonId, parseId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { DUTIES, type Duty } from '../../core/person/duty.ts';
import { NO, type Paper, paper, table, YES } from './paper.ts';

const today = calendarDate('2026-06-15');
const at = startOfDayInHanoi(today);
const personId = parseId<PersonId>('00000000-0000-4000-8000-000000000001');
const documentId = parseId<DocumentId>('00000000-0000-4000-8000-000000000002');
invariant(personId && documentId, 'the ids above are UUIDs');

export const DUTY_NAMES: Record<Duty, string> = {
  head: 'người đứng đầu · head',
  'registry-clerk': 'văn thư',
  drafter: 'người soạn thảo',
  keeper: 'người lưu giữ',
  'press-officer': 'người phát ngôn',
  'watch-officer': 'người theo dõi báo chí',
  inspector: 'người kiểm tra',
  administrator: 'quản trị hệ thống',
  registrar: 'phụ trách bảo mật',
  'key-custodian': 'người giữ khóa',
};

const DOCUMENT_ACTION_NAMES: Record<DocumentAction, string> = {
  see: 'biết có tài liệu · see that it exists',
  read: 'đọc nội dung · read the content',
  revise: 'sửa, đề xuất, hủy dự thảo · revise, propose, give up',
  decide: 'quyết định · decide',
  issue: 'cấp số, phát hành · number and issue',
  'void-number': 'hủy số · void the number',
  grant: 'cho phép tiếp cận · grant need-to-know',
  'hand-over': 'giao bản · hand over a copy',
};

const subject: Subject = {
  personId,
  status: 'active',
  legalPost: null,
  delegations: [],
  duties: [],
  clearance: { level: 'mat', from: today, until: null },
  commitmentUntil: today,
  trainingUntil: today,
};
const object: DocumentFacts = {
  documentId,
  level: 'mat',
  state: 'determined',
  origin: 'own',
  protectedUntil: today,
  drafterId: null,
  registered: false,
};

type Kind = {
  readonly name: string;
  readonly subject?: Partial<Subject>;
  readonly object?: Partial<DocumentFacts>;
  readonly grant?: AccessGrant['kind'];
};

const KINDS: readonly Kind[] = [
  { name: 'không liên quan · no relation' },
  { name: 'soạn thảo · its drafter', object: { drafterId: personId }, grant: 'drafter' },
  { name: 'được trình · its decider', grant: 'decider' },
  { name: 'được phép đọc · reader', grant: 'reader' },
  {
    name: 'được phép, độ thấp · reader, not cleared',
    grant: 'reader',
    subject: { clearance: null },
  },
  { name: 'văn thư · registry clerk', subject: { duties: ['registry-clerk'] } },
  {
    name: 'văn thư, độ thấp · clerk, not cleared',
    subject: { duties: ['registry-clerk'], clearance: null },
  },
  { name: 'phụ trách · registrar', subject: { duties: ['registrar'] } },
  {
    name: 'quản trị được phép · administrator with a grant',
    grant: 'reader',
    subject: { duties: ['administrator'] },
  },
  {
    name: 'đã nghỉ được phép · retired with a grant',
    grant: 'reader',
    subject: { status: 'retired' },
  },
];

function ask(action: DocumentAction, kind: Kind): string {
  invariant(personId && documentId, 'the ids above are UUIDs');
  const times = { fromAt: at, untilAt: addMs(at, 1), revokedAt: null };
  const grants = kind.grant ? [{ documentId, personId, kind: kind.grant, ...times }] : [];
  const outcome = mayPerform({
    action,
    subject: { ...subject, ...kind.subject },
    object: { ...object, ...kind.object },
    grants,
    at,
  });
  return outcome.ok ? YES : outcome.refusals.map(({ code }) => `\`${code}\``).join(' ');
}

export function accessGrid(): Paper {
  const documents = table(
    ['', ...KINDS.map(({ name }) => name)],
    DOCUMENT_ACTIONS.map((action) => [
      `${DOCUMENT_ACTION_NAMES[action]}`,
      ...KINDS.map((kind) => ask(action, kind)),
    ]),
  );
  const general = table(
    ['', ...DUTIES.map((duty) => `${DUTY_NAMES[duty]} \`${duty}\``)],
    GENERAL_ACTIONS.map((action) => {
      const { vi, en } = GENERAL_ACTION_RULES[action];
      const cells = DUTIES.map((duty) => {
        const one = { ...subject, duties: [duty] };
        return mayPerform({ action, subject: one, at }).ok ? YES : NO;
      });
      return [`${vi} · ${en}`, ...cells];
    }),
  );
  return paper(
    {
      file: 'access.md',
      vi: 'Ai được làm gì',
      en: 'Who may do what',
      from: ['core/access/action.ts', 'core/access/may-perform.ts'],
    },
    [
      '## Trên một tài liệu Mật đã xác định, chưa cấp số · On a determined Mật document without a number',
      documents,
      '## Việc chung, theo nhiệm vụ · General actions, by duty',
      general,
    ],
  );
}
