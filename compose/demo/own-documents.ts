/** The life of a document of the house, from its draft as far as the plan lets it come. */
import { addDays, dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import { grant } from '../../server/access/grant.ts';
import { readPage } from '../../server/access/read-page.ts';
import { determine, findNotSecret, returnToDrafter } from '../../server/determination/decide.ts';
import { draft } from '../../server/determination/draft.ts';
import { propose } from '../../server/determination/propose.ts';
import { giveUp } from '../../server/determination/revise.ts';
import { issue } from '../../server/registry/issue.ts';
import { voidNumber } from '../../server/registry/void-number.ts';
import { handOver, send } from '../../server/transfer/hand-over.ts';
import { attach } from '../../server/vault/attach.ts';
import type { Login } from './agency.ts';
import type { LeakKey } from './articles.ts';
import type { OwnPlan } from './plan.ts';
import { actorOf, granted, moment, personOf, type Stage, type Step } from './stage.ts';

const CLERK: Login = 'nhan.ct';
/** Leaks that somebody can have read before the press had them. */
const READ_BEFORE: readonly LeakKey[] = ['verbatim', 'bare', 'edited'];
const PROPOSED: readonly OwnPlan['fate'][] = [
  'proposed',
  'returned',
  'not-secret',
  'determined',
  'issued',
  'number-void',
  'expired',
];
const DETERMINED: readonly OwnPlan['fate'][] = ['determined', 'issued', 'number-void', 'expired'];
const ISSUED: readonly OwnPlan['fate'][] = ['issued', 'number-void', 'expired'];

/** What earlier steps of a document leave for later ones. */
type Life = { documentId: string; lineId: string };

function proposalOf({ topic, title, fate, copies }: OwnPlan, stage: Stage, daysAgo: number) {
  const decided = dateInHanoi(moment(stage, daysAgo));
  return {
    documentType: topic.documentType,
    level: topic.level,
    ...(topic.level === 'tuyet-mat' ? {} : { summary: title }),
    guideItem: topic.guideItem,
    conditionAttested: true,
    circulation: 'Thường trực và thành viên tiểu ban có liên quan',
    recipients: ['Thường trực Ủy ban bầu cử thành phố', 'Tiểu ban có liên quan'],
    copies,
    copyingAllowed: topic.level === 'mat' && copies > 3,
    shorterPeriod: fate === 'expired' ? { aboutActivity: true, until: addDays(decided, 45) } : null,
  };
}

/** `minutes`: keeps documents of one day apart. */
export function lifeOf(stage: Stage, plan: OwnPlan, minutes: number): readonly Step[] {
  const life: Life = { documentId: '', lineId: '' };
  const at = (day: number, more: number): Instant =>
    moment(stage, plan.daysAgo - day, minutes + more);
  const { fate } = plan;
  const steps: Step[] = draftSteps(stage, plan, { life, at });
  if (fate === 'given-up') steps.push(givenUp(stage, plan, { life, at }));
  if (PROPOSED.includes(fate)) steps.push(proposing(stage, plan, { life, at }));
  if (fate !== 'proposed' && PROPOSED.includes(fate)) {
    steps.push(deciding(stage, plan, { life, at }));
  }
  if (ISSUED.includes(fate)) steps.push(...issueSteps(stage, plan, { life, at }));
  return steps;
}

type Told = { readonly life: Life; readonly at: (day: number, minutes: number) => Instant };

function draftSteps(stage: Stage, plan: OwnPlan, { life, at }: Told): Step[] {
  const { parts } = stage;
  const drafter = actorOf(stage, plan.drafter);
  return [
    {
      at: at(0, 0),
      run: async () => {
        const input = proposalOf(plan, stage, plan.daysAgo);
        life.documentId = (await granted(draft(parts, drafter, input))).documentId;
      },
    },
    {
      at: at(0, 12),
      run: async () => {
        const { documentId } = life;
        await granted(attach(parts, drafter, { documentId, file: plan.file }));
      },
    },
  ];
}

function givenUp(stage: Stage, plan: OwnPlan, { life, at }: Told): Step {
  return {
    at: at(1, 5),
    run: async () => {
      const input = { documentId: life.documentId, reason: 'Nội dung đã gộp vào báo cáo chung' };
      await granted(giveUp(stage.parts, actorOf(stage, plan.drafter), input));
    },
  };
}

function proposing(stage: Stage, plan: OwnPlan, { life, at }: Told): Step {
  return {
    at: at(0, 40),
    run: async () => {
      const input = { documentId: life.documentId, to: personOf(stage, plan.decider) };
      await granted(propose(stage.parts, actorOf(stage, plan.drafter), input));
    },
  };
}

function deciding(stage: Stage, plan: OwnPlan, { life, at }: Told): Step {
  const { parts } = stage;
  const decider = actorOf(stage, plan.decider);
  return {
    at: at(1, 0),
    run: async () => {
      const { documentId } = life;
      if (DETERMINED.includes(plan.fate)) {
        await granted(determine(parts, decider, documentId));
      } else if (plan.fate === 'returned') {
        const reason = 'Chưa nêu rõ phạm vi lưu hành; bổ sung căn cứ rồi trình lại';
        await granted(returnToDrafter(parts, decider, { documentId, reason }));
      } else {
        const reason = 'Nội dung không thuộc danh mục bí mật nhà nước';
        await granted(findNotSecret(parts, decider, { documentId, reason }));
      }
    },
  };
}

function issueSteps(stage: Stage, plan: OwnPlan, told: Told): Step[] {
  const { life, at } = told;
  const { parts } = stage;
  const clerk = actorOf(stage, CLERK);
  const issuing: Step = {
    at: at(1, 90),
    run: async () => {
      const issued = issue(parts, clerk, {
        documentId: life.documentId,
        symbol: plan.topic.symbol,
        signedBy: personOf(stage, plan.decider),
        keeper: 'Văn thư bảo mật',
        note: '',
      });
      life.lineId = (await granted(issued)).lineId;
    },
  };
  if (plan.fate === 'number-void') {
    const voiding: Step = {
      at: at(1, 130),
      run: async () => {
        const input = { lineId: life.lineId, reason: 'Cấp nhầm số do trùng bản trình ký' };
        await granted(voidNumber(parts, clerk, input));
      },
    };
    return [issuing, voiding];
  }
  return [issuing, copySteps(stage, plan, told), ...knowingSteps(stage, plan, told)];
}

/** The first copy stays with the clerk, the second goes to a holder, the third leaves the house. */
function copySteps(stage: Stage, plan: OwnPlan, { life, at }: Told): Step {
  const { parts } = stage;
  const clerk = actorOf(stage, CLERK);
  const holder: Login = plan.topic.level === 'tuyet-mat' ? 'thieu.ld' : holderOf(plan);
  return {
    at: at(1, 150),
    run: async () => {
      const { documentId } = life;
      const copies = await parts.acts.read({ kind: 'console' }, ({ documents }) =>
        documents.loadCopies(documentId),
      );
      const [, second, third] = copies;
      if (second) {
        const input = { documentId, copyId: second.id, to: personOf(stage, holder) };
        await granted(handOver(parts, clerk, input));
      }
      if (third) {
        const recipient = 'Văn phòng Thành ủy Bạch Sa';
        await granted(send(parts, clerk, { documentId, copyId: third.id, recipient }));
      }
    },
  };
}

function holderOf({ topic, leak, copies }: OwnPlan): Login {
  if (topic.level === 'toi-mat') return copies % 2 === 0 ? 'diem.an' : 'can.nd';
  return leak !== null || copies % 2 === 0 ? 'khue.tb' : 'can.nd';
}

/** Readers with a term, and on the leaked documents the readings that an incident will show. */
function knowingSteps(stage: Stage, plan: OwnPlan, { life, at }: Told): Step[] {
  const { parts } = stage;
  if (plan.topic.level === 'tuyet-mat' || (plan.copies % 3 !== 0 && plan.leak === null)) return [];
  const reader: Login = plan.topic.level === 'toi-mat' ? 'diem.an' : 'khue.tb';
  const granting: Step = {
    at: at(2, 20),
    run: async () => {
      const until = addDays(dateInHanoi(stage.today), 90);
      const input = {
        documentId: life.documentId,
        personId: personOf(stage, reader),
        untilOn: until,
        reason: 'Chuẩn bị ý kiến cho cuộc họp tiểu ban',
      };
      await granted(grant(parts, actorOf(stage, plan.decider), input));
    },
  };
  if (plan.leak === null || !READ_BEFORE.includes(plan.leak)) return [granting];
  const reading: Step = {
    at: at(3, 30),
    run: async () => {
      const input = { documentId: life.documentId, page: 1 };
      await granted(readPage(parts, actorOf(stage, reader), input));
    },
  };
  return [granting, reading];
}
